using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Services.Store;
using NodaTime;

namespace AreaSend.Services.Simulation;

/// <summary>Something that happens in a simulated inspection besides what everybody owes: a complaint, a pause, a plan that is sent back.</summary>
/// <param name="After">Key of the step that it comes after.</param>
/// <param name="WorkingDays">How many working days later, at 2pm London time.</param>
/// <param name="Build">The fact, at its moment.</param>
public sealed record Incident(string After, int WorkingDays, Func<Instant, Fact> Build)
{
    private static readonly LocalTime Afternoon = new(14, 0);

    /// <summary>When it happens; null while the step before it has not been done.</summary>
    public Instant? MomentIn(LoadedInspection inspection) =>
        inspection.Case.Met.TryGetValue(After, out var came)
            ? LondonTime.At(inspection.Plan.Calendar.Plus(LondonTime.DateOf(came.At), WorkingDays), Afternoon)
            : null;
}
