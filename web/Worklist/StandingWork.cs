using System.Runtime.CompilerServices;
using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using AreaSend.Services.Store;
using NodaTime;

namespace AreaSend.Web.Worklist;

/// <summary>What one inspection, as it was read, has for the worklist.</summary>
/// <param name="Owed">What is owed, most pressing first.</param>
/// <param name="Coming">What comes by itself in the next two weeks.</param>
/// <param name="Lost">Documents that nobody has and somebody relies on.</param>
public sealed record InspectionWork(IReadOnlyList<WorklistItem> Owed, IReadOnlyList<PlannedStep> Coming, IReadOnlyList<WorklistConcern> Lost)
{
    /// <summary>What it is at a moment.</summary>
    public static InspectionWork Of(LoadedInspection inspection, Instant now) =>
        new([.. WorklistItem.Of(inspection, now)], WorkRow.ComingOf(inspection, LondonTime.DateOf(now)), LostDocumentRows.Of(inspection));
}

/// <summary>
/// Remembers the work of each inspection for as long as nothing has happened to it and no time has come at which it is another: until the next deadline, and
/// until the day is over in London at the latest.
/// </summary>
internal sealed class StandingWork
{
    private readonly ConditionalWeakTable<LoadedInspection, Known> _known = [];

    /// <summary>The same as <see cref="InspectionWork.Of"/>.</summary>
    public InspectionWork Of(LoadedInspection inspection, Instant now)
    {
        if (_known.TryGetValue(inspection, out var known) && known.From <= now && now < known.Until)
        {
            return known.Work;
        }

        known = new(now, UntilOf(inspection, now), InspectionWork.Of(inspection, now));
        _known.AddOrUpdate(inspection, known);
        return known.Work;
    }

    private static Instant UntilOf(LoadedInspection inspection, Instant now) =>
        inspection.Plan.Steps.Select(step => step.Due).OfType<Instant>().Where(due => due > now).Append(LondonTime.EndOf(LondonTime.DateOf(now))).Min();

    private sealed record Known(Instant From, Instant Until, InspectionWork Work);
}
