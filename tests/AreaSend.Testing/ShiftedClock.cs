using NodaTime;

namespace AreaSend.Testing;

/// <summary>
/// The machine's clock on another day: time goes on as the machine's does, and the date is the test's choice. It can be handed on to a process, which then
/// lives in the same present.
/// </summary>
/// <param name="behind">By how much it lags behind the machine's.</param>
public sealed class ShiftedClock(Duration behind) : IClock
{
    /// <summary>One that shows a moment now.</summary>
    public static ShiftedClock Showing(Instant moment) => new(SystemClock.Instance.GetCurrentInstant() - moment);

    /// <summary>By how much it lags behind the machine's.</summary>
    public Duration Behind => behind;

    /// <inheritdoc/>
    public Instant GetCurrentInstant() => SystemClock.Instance.GetCurrentInstant() - behind;
}
