using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Programme;

/// <summary>What the inspections that AreaSend holds add to the record of their areas.</summary>
public static class HeldInspections
{
    /// <summary>
    /// The record of an area with its inspections: full ones once published, monitoring ones once inspectors have left, and what their letters bring forward.
    /// </summary>
    public static AreaRecord With(this AreaRecord record, IEnumerable<InspectionCase> inspections)
    {
        List<InspectionCase> own = [.. inspections.Where(inspection => inspection.Area == record.Area && inspection.IsOpen)];
        return record with
        {
            Full =
            [
                .. record.Full,
                .. own.Select(Full).OfType<PastFullInspection>().Where(full => !record.Full.Any(known => known.Published == full.Published)),
            ],
            Monitored =
            [
                .. record.Monitored,
                .. own.Where(IsMonitoring).Select(inspection => DayOf(inspection, Anchor.OnSiteEnds)).OfType<NodaTime.LocalDate>(),
            ],
            BroughtForward = [.. record.BroughtForward, .. own.Select(BroughtForward).OfType<BroughtForward>()],
            WrittenStatementNotRevisited =
                record.WrittenStatementNotRevisited
                && !own.Exists(inspection => inspection.Type.Result == ResultForm.Weaknesses && DayOf(inspection, Anchor.OnSiteEnds) is not null),
        };
    }

    private static bool IsMonitoring(InspectionCase inspection) => inspection.Type.Result == ResultForm.PriorityAreas;

    private static PastFullInspection? Full(InspectionCase inspection) =>
        inspection.Type.Result == ResultForm.Outcome && DayOf(inspection, Anchor.Published) is { } published
            ? new(DayOf(inspection, Anchor.OnSiteStarts), DayOf(inspection, Anchor.OnSiteEnds), inspection.Outcome?.Number, published)
            {
                Received = DayOf(inspection, Anchor.FinalShared),
                Edition = inspection.Edition,
            }
            : null;

    private static BroughtForward? BroughtForward(InspectionCase inspection) =>
        inspection.Monitoring is { NextFullBy: { } by } && DayOf(inspection, Anchor.FinalShared) is { } shared
            ? new(shared, by, Reason: "") { ByLetter = true }
            : null;

    private static NodaTime.LocalDate? DayOf(InspectionCase inspection, Anchor anchor) =>
        inspection.RowOf(anchor) is { } row && inspection.Met.TryGetValue(row.Key, out var met) ? LondonTime.DateOf(met.At) : null;
}
