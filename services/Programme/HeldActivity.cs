using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Programme;
using AreaSend.Core.Timetables;
using AreaSend.Services.Store;
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

    private LocalDate? LastOfDraft(LocalDate asOf) => DraftShared is { } day ? OwesDraft && HasTakenPlace ? LocalDate.Max(day, asOf) : day : null;

    /// <summary>An inspection from the store; null for one that was withdrawn or deferred, which counts for nothing.</summary>
    internal static HeldActivity? Of(LoadedInspection loaded)
    {
        var @case = loaded.Case;
        if (!@case.IsOpen)
        {
            return null;
        }

        var starts = DayOf(loaded, @case.Type.PlannedFor) ?? @case.PlannedOnSite;
        return new(
            loaded.Id,
            @case.Area,
            KindOf(@case.Type),
            starts,
            DayOf(loaded, Anchor.OnSiteEnds) ?? starts,
            @case.HasHappened(@case.RowOf(Anchor.OnSiteEnds) is null ? @case.Type.PlannedFor : Anchor.OnSiteEnds),
            loaded.Plan.Marking(Anchor.Published)?.Met is { } met ? LondonTime.DateOf(met.At) : null,
            ResultOf(@case),
            new AreaRecord(@case.Area, [], [], WrittenStatementNotRevisited: true).With([@case]))
        {
            Notified = loaded.Plan.NotificationDay,
            DraftShared = DayOf(loaded, Anchor.DraftShared),
            OwesDraft = loaded.Plan.Marking(Anchor.DraftShared) is { Met: null },
            IsPaused = @case.Paused is not null,
        };
    }

    private static LocalDate? DayOf(LoadedInspection loaded, Anchor anchor) =>
        loaded.Plan.Marking(anchor) is { } step ? step.Met is { } met ? LondonTime.DateOf(met.At) : step.DueDate : null;

    private static ActivityKind KindOf(InspectionType type) => type.Key switch
    {
        InspectionKind.Monitoring => ActivityKind.Monitoring,
        InspectionKind.Revisit => ActivityKind.Revisit,
        InspectionKind.Thematic => ActivityKind.Thematic,
        InspectionKind.Engagement => ActivityKind.Engagement,
        _ => ActivityKind.Full,
    };

    private static string? ResultOf(InspectionCase @case) => @case switch
    {
        { Outcome: { } outcome } => $"{outcome.Number}",
        { Monitoring: { } monitoring } => monitoring.IsEffective ? ActivityResults.Effective : ActivityResults.NotEffective,
        { Revisit: { } revisit } => revisit.IsSufficient ? ActivityResults.Sufficient : ActivityResults.NotSufficient,
        _ => null,
    };
}
