using AreaSend.Core.Inspections;

namespace AreaSend.Services.Store.Figures;

/// <summary>
/// What reports, the programme and the search know of one inspection, without reading its events:
/// stored with each of them in one transaction, and made anew from them by <see cref="SummaryRebuild"/>.
/// </summary>
public sealed class FiguresRow
{
    /// <summary>The inspection.</summary>
    public required Guid Inspection { get; init; }

    /// <summary>Position of the newest event that it counts; 0 where nothing has been counted yet.</summary>
    public required int HeadSeq { get; set; }

    /// <summary><see cref="InspectionFigures"/>, as they are kept; empty where nothing has been counted yet.</summary>
    public required string Figures { get; set; }

    /// <summary><see cref="ActivityFigure"/>, as it is kept; empty for an inspection that counts for nothing, null where it has not been counted yet.</summary>
    public string? Activity { get; set; }

    /// <summary>Where the report can be read; null until it is published.</summary>
    public string? ReportLink { get; set; }

    /// <summary>Where the area's plan can be read; null until it is published.</summary>
    public string? PlanLink { get; set; }

    /// <summary>The row of an inspection.</summary>
    public static FiguresRow Of(LoadedInspection inspection) => new()
    {
        Inspection = inspection.Id,
        HeadSeq = inspection.Version,
        Figures = InspectionFigures.Of(inspection).Write(),
        Activity = ActivityFigure.Of(inspection)?.Write() ?? "",
        ReportLink = inspection.Case.Events.Select(recorded => recorded.Event).OfType<ReportPublished>().LastOrDefault()?.Link,
        PlanLink = inspection.Case.Events.Select(recorded => recorded.Event).OfType<PlanPublished>().LastOrDefault()?.Link,
    };

    /// <summary>Whether it counts all that has happened in the inspection.</summary>
    internal bool IsOf(InspectionRow inspection) => HeadSeq >= inspection.HeadSeq && Activity is not null;
}
