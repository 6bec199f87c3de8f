using AreaSend.Core.Inspections;
using AreaSend.Core.Programme;
using AreaSend.Core.Timetables;
using AreaSend.Services.Store.Figures;
using NodaTime;

namespace AreaSend.Services.Programme;

/// <summary>An inspection that this console holds, as far as the programme of its area needs it.</summary>
/// <param name="Id">The inspection.</param>
/// <param name="Area">Three-figure code of the local authority.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Starts">The first on-site day, happened or planned; the day of a meeting.</param>
/// <param name="Ends">The last one.</param>
/// <param name="HasTakenPlace">Inspectors have left, or the meeting has been held.</param>
/// <param name="Published">When its report or letter was published.</param>
/// <param name="Result">Its result in short.</param>
/// <param name="Adds">What it adds to the record of its area.</param>
public sealed record HeldActivity(
    Guid Id, string Area, ActivityKind Kind, LocalDate Starts, LocalDate Ends, bool HasTakenPlace, LocalDate? Published, string? Result, AreaRecord Adds)
{
    /// <summary>When the area is told, happened or planned.</summary>
    public required LocalDate Notified { get; init; }

    /// <summary>When the draft is shared, happened or due; null where nothing is drafted.</summary>
    public LocalDate? DraftShared { get; init; }

    /// <summary>The draft is owed: inspectors have not shared it yet.</summary>
    public bool OwesDraft { get; init; }

    /// <summary>It stands still, so that its days are not to be relied on (¶ 80).</summary>
    public bool IsPaused { get; init; }

    /// <summary>What people are at from the day of notification until the draft is shared, in order. A draft that is late is drafted until today.</summary>
    public IReadOnlyList<StageSpan> StagesOn(LocalDate asOf) =>
    [
        .. Notified < Starts ? [new StageSpan(ScheduleStage.Notified, Notified, Starts.PlusDays(-1))] : Array.Empty<StageSpan>(),
        new(ScheduleStage.OnSite, Starts, Ends),
        .. LastOfDraft(asOf) is { } last && last > Ends ? [new StageSpan(ScheduleStage.Drafting, Ends.PlusDays(1), last)] : Array.Empty<StageSpan>(),
    ];

    /// <summary>The last day of the last of them.</summary>
    public LocalDate LastStageEnds(LocalDate asOf) => LastOfDraft(asOf) is { } last ? LocalDate.Max(last, Ends) : Ends;

    private LocalDate? LastOfDraft(LocalDate asOf) => DraftShared is { } day ? OwesDraft && HasTakenPlace ? LocalDate.Max(day, asOf) : day : null;

    /// <summary>An inspection from the store; null for one that counts for nothing.</summary>
    internal static HeldActivity? Of(Guid inspection, string area, ActivityFigure? figure) => figure is null ? null : new(
        inspection, area, KindOf(figure.Kind), figure.Starts, figure.Ends, figure.HasTakenPlace, figure.Published, ResultOf(figure), figure.Adds)
    {
        Notified = figure.Notified,
        DraftShared = figure.DraftShared,
        OwesDraft = figure.OwesDraft,
        IsPaused = figure.IsPaused,
    };

    private static ActivityKind KindOf(string kind) => kind switch
    {
        InspectionKind.Full => ActivityKind.Full,
        InspectionKind.Monitoring => ActivityKind.Monitoring,
        InspectionKind.Revisit => ActivityKind.Revisit,
        InspectionKind.Thematic => ActivityKind.Thematic,
        InspectionKind.Engagement => ActivityKind.Engagement,
        _ => ActivityKind.Other,
    };

    private static string? ResultOf(ActivityFigure figure) => figure switch
    {
        { Outcome: { } outcome } => $"{outcome}",
        { IsEffective: { } effective } => effective ? ActivityResults.Effective : ActivityResults.NotEffective,
        { IsSufficient: { } sufficient } => sufficient ? ActivityResults.Sufficient : ActivityResults.NotSufficient,
        _ => null,
    };
}
