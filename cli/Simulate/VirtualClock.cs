using NodaTime;

namespace AreaSend.Cli.Simulate;

/// <summary>The time of a simulated inspection: it stands still until it is moved on, and is never moved back.</summary>
internal sealed class VirtualClock(Instant start) : IClock
{
    private Instant now = start;

    public Instant GetCurrentInstant() => now;

    public void MoveTo(Instant moment) => now = Instant.Max(now, moment);
}
