using AreaSend.Core.Calendars;
using AreaSend.Services.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AreaSend.Testing;

/// <summary>
/// The present of hosts that are not given a clock of their own: whenever the tests run, they begin in a quiet week whose bank holidays are known, and time
/// goes on from there as the machine's does.
/// </summary>
public sealed class TestPresent : IClock
{
    /// <summary>When the tests begin.</summary>
    public static readonly Instant Start = LondonTime.At(new LocalDate(2026, 11, 26), new LocalTime(10, 0));

    private static readonly ShiftedClock Shifted = ShiftedClock.Showing(Start);

    private TestPresent()
    {
    }

    /// <summary>The one clock.</summary>
    public static TestPresent Clock { get; } = new();

    /// <summary>Today, in London.</summary>
    public static LocalDate Today => LondonTime.DateOf(Clock.GetCurrentInstant());

    /// <summary>Gives a host of the sandbox this present.</summary>
    public static void Give(IServiceCollection services) => services.AddSingleton(new MachineClock(Clock));

    /// <inheritdoc/>
    public Instant GetCurrentInstant() => Shifted.GetCurrentInstant();
}
