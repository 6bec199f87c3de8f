using System.Text.Json.Serialization;
using AreaSend.Cli.Explain;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Cli.Timetables;

/// <summary>What <c>timetable --json</c> prints; scripts rely on the names and their order.</summary>
internal sealed record TimetableJson(
    string Edition,
    string Kind,
    string? OnSiteStarts,
    string NotificationDay,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<StepJson> Steps,
    string EditionBecause,
    bool EditionConfirmed)
{
    /// <summary>The day of an engagement meeting; left out for the other kinds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Meeting { get; init; }

    public static TimetableJson Of(EditionChoice law, InspectionType type, LocalDate planned, Timetable plan, IReadOnlyList<string> warnings) => new(
        law.Edition.Id,
        type.Key,
        type.PlannedFor == Anchor.MeetingDay ? null : StepJson.Date(planned),
        StepJson.Date(plan.NotificationDay)!,
        warnings,
        [.. plan.WithPossible.Select(StepJson.Of)],
        law.Because,
        law.Edition.IsConfirmedWhole)
    {
        Meeting = type.PlannedFor == Anchor.MeetingDay ? StepJson.Date(planned) : null,
    };
}

/// <summary>
/// One step. <c>Outcomes</c> says for which outcomes it stands, and is empty where it stands for all.
/// <c>Provenance</c> is <c>confirmed</c> or <c>carried-over</c>, and <c>Source</c> what confirms it or the edition that it, with its paragraphs, is carried
/// over from.
/// <c>Due</c> is the moment the deadline ends, with London's offset: the next midnight where the handbook names no clock time.
/// </summary>
internal sealed record StepJson(
    string Key,
    string Actor,
    string? DueDate,
    string? Due,
    string Certainty,
    IReadOnlyList<int> Cites,
    WhyJson Why,
    IReadOnlyList<int> Outcomes,
    string Provenance,
    string Source)
{
    /// <summary>In words, for a row that stands only then; left out for the others.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? OnlyIf { get; init; }

    public static StepJson Of(PlannedStep step) => new(
        step.Key,
        step.Definition.Actor.Show(),
        Date(step.DueDate),
        step.Due is { } due ? LondonTime.Iso(due) : null,
        step.Certainty == Core.Timetables.Certainty.Fixed ? "fixed" : "forecast",
        step.Definition.Cites,
        new WhyJson(step.Why.Anchor.Symbol, Date(step.Why.AnchorDate), step.Why.Count, SkippedJson.Of(step.Why.Skipped)),
        step.Definition.OnlyForOutcomes,
        step.Definition.Provenance.Key,
        step.Definition.Provenance.Source)
    {
        OnlyIf = step.Definition.OnlyIf,
    };

    internal static string? Date(LocalDate? date) => date is { } day ? $"{day:uuuu-MM-dd}" : null;
}

/// <summary>Why the date is what it is. <c>Count</c> is null where calendar months are counted, or nothing is.</summary>
internal sealed record WhyJson(string Anchor, string? AnchorDate, int? Count, IReadOnlyList<SkippedJson> Skipped);
