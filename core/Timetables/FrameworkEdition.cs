using AreaSend.Core.AnnexA.Catalogue;
using AreaSend.Core.Inspections;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Core.Timetables;

/// <summary>An edition of "Area SEND inspections: framework and handbook": the law of the inspections notified while it is in force.</summary>
/// <param name="Id">For instance <c>area-send-2024-01-30</c>. It stands in events, so it is never changed.</param>
/// <param name="InForceFrom">The day it came into force.</param>
/// <param name="NoticeInWorkingDays">Working days between notification and the first on-site day (¶ 80, 82), where a kind has no other.</param>
/// <param name="Hours">The hours of the working day.</param>
/// <param name="AnnexA">What it lists as information that may be asked for.</param>
/// <param name="Cycle">How often an area is inspected.</param>
/// <param name="Types">The kinds of inspection it has.</param>
public sealed record FrameworkEdition(
    string Id,
    LocalDate InForceFrom,
    int NoticeInWorkingDays,
    BusinessHours Hours,
    AnnexACatalogue AnnexA,
    CycleRules Cycle,
    IReadOnlyList<InspectionType> Types)
{
    /// <summary>The name of its Annex A among its rules.</summary>
    public const string AnnexAKey = "annex-a";

    private static readonly LocalDatePattern DayOfIssue = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");

    /// <summary>In words, for a sentence: <c>the edition of 30 January 2024</c>.</summary>
    public string Title => $"the edition of {DayOfIssue.Format(InForceFrom)}";

    /// <summary>How sure it is that its Annex A is this one.</summary>
    public Provenance AnnexAProvenance { get; init; } = Provenance.OwnText;

    /// <summary>Each row and rule of it is confirmed: it can be relied on without looking twice.</summary>
    public bool IsConfirmedWhole => Provenances.All(provenance => provenance.IsConfirmed);

    /// <summary>
    /// The edition that what is not confirmed is carried over from, paragraph numbers too: <c>the edition of 30 January 2024</c>; null where it is confirmed
    /// whole.
    /// </summary>
    public string? CarriedOverFrom => Provenances.FirstOrDefault(provenance => !provenance.IsConfirmed)?.Source;

    /// <summary>What to know before relying on rows of it, in sentences; null where it is confirmed whole.</summary>
    public string? LookTwice(IReadOnlyCollection<StepDefinition> rows)
    {
        if (IsConfirmedWhole)
        {
            return null;
        }

        var confirmed = rows.Count(row => row.Provenance.IsConfirmed);
        return $"{Title.Capital()} is not confirmed whole. "
            + (
                confirmed == rows.Count
                    ? $"Each of these {rows.Count} rows is confirmed."
                    : $"Of these {rows.Count} rows {confirmed} {(confirmed == 1 ? "is" : "are")} confirmed; the others are carried over from {CarriedOverFrom}, with its paragraph numbers.")
            + (AnnexAProvenance.IsConfirmed ? "" : $" Its Annex A is carried over{(confirmed == rows.Count ? $" from {CarriedOverFrom}" : " too")}.");
    }

    private IEnumerable<Provenance> Provenances =>
        Types.SelectMany(type => type.Steps)
            .Select(row => row.Provenance)
            .Concat(Cycle.Sources.Values.Select(rule => rule.Provenance))
            .Append(AnnexAProvenance);

    /// <summary>The kind with this key, however it is written; null when the edition has none.</summary>
    public InspectionType? Find(string kind) => Types.FirstOrDefault(type => string.Equals(type.Key, kind, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a day that was set plans an inspection anew: its notification moves before it has taken place, and never after.</summary>
    public bool IsRePlanned(DeadlineOverridden set) =>
        set.OnSiteDays is not null
        || set.Moved.Any(moved => Types.Any(type => type.Steps.Any(row => row.Marks == Anchor.NotificationDay && row.Key == moved.Step)));

    /// <summary>
    /// What it calls a step, where no timetable holds it: of another outcome,
    /// of an inspection that has moved on, or of several kinds, and then as a full inspection does; its key where the edition has no such step.
    /// </summary>
    /// <param name="step">Its key.</param>
    /// <param name="kind">The kind whose words go before a full inspection's; null for none.</param>
    public string TitleOf(string step, InspectionType? kind = null) =>
        Types.OrderByDescending(type => type.Key == kind?.Key).SelectMany(type => type.Steps).FirstOrDefault(row => row.Key == step)?.Title ?? step;

    /// <summary>Working days between notification and the planned day of a kind.</summary>
    public int NoticeOf(InspectionType type) => type.NoticeInWorkingDays ?? NoticeInWorkingDays;
}
