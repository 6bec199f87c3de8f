using NodaTime;

namespace AreaSend.Services.Simulation;

/// <summary>The time of a simulated inspection: it stands still until it is moved on, and within one inspection is never moved back.</summary>
/// <param name="start">The moment at which the first begins.</param>
public sealed class VirtualClock(Instant start) : IClock
{
    private Instant _now = start;

    /// <inheritdoc/>
    public Instant GetCurrentInstant() => _now;

    /// <summary>Moves on; a moment that has passed changes nothing.</summary>
    public void MoveTo(Instant moment) => _now = Instant.Max(_now, moment);

    /// <summary>Another inspection begins, at a time of its own.</summary>
    public void StartAt(Instant moment) => _now = moment;
}
