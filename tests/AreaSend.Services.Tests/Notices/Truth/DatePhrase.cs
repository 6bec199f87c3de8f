using System.Globalization;
using System.Text.RegularExpressions;
using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Services.Tests.Notices.Truth;

/// <summary>Whether what an e-mail says of the date of a step is what the timetable says.</summary>
internal static partial class DatePhrase
{
    /// <summary>A date in words.</summary>
    public const string Day = @"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d{1,2} [A-Z][a-z]+ \d{4}";

    private const string NotBefore = "not before ";

    private static readonly LocalDatePattern Long = LocalDatePattern.Create("dddd d MMMM uuuu", CultureInfo.InvariantCulture);

    // What inspectorates do within a time: the date is the last day, not the day.
    private static readonly HashSet<string> LastDays =
    [
        Steps.DraftReport, Steps.FinalReport, Steps.Publication, Steps.PlanReview, Steps.MeetingLetter, Steps.MonitoringInspection, Steps.NextFullInspection,
    ];

    public static LocalDate Read(string day) => Long.Parse(day).Value;

    /// <summary><c>Friday 12 September 2025, 5pm (fixed)</c>, of a step that is neither done nor past.</summary>
    public static bool IsAhead(Letter letter, PlannedStep? step, string said) => step is { Met: null } && said switch
    {
        "no date while a complaint is open" => step.Held,
        "no date yet" => step is { DueDate: null, Held: false },
        _ when letter.IsStopped(step) => said == $"a date that we tell you when the {letter.Case.Type.Noun} goes on",
        _ => step.Due > letter.RanUntil && IsDate(letter, step, said),
    };

    /// <summary>The same, of a step whose day has passed or that is done.</summary>
    public static bool IsPast(Letter letter, PlannedStep? step, string said) => step is not null && (step.Met is not null || step.Due <= letter.RanUntil) && IsDate(letter, step, said);

    /// <summary>
    /// <c>by Friday 12 September 2025, 5pm (fixed)</c>, or <c>as soon as possible (it was due by Friday 12 September 2025, 5pm)</c>; in a late e-mail
    /// that asks for something by an hour, <c>as soon as possible, and by Wednesday 17 September 2025, 5pm at the latest (it was due by …)</c>.
    /// </summary>
    public static bool IsBy(Letter letter, PlannedStep? step, string said) => step is { Met: null }
        && (Late().Match(said) is { Success: true } late ? step.Due <= letter.RanUntil && IsDay(step, late.Groups["due"].Value) && IsStill(letter, step, late.Groups["still"].Value)
            : said.StartsWith(NotBefore, StringComparison.Ordinal) ? IsAhead(letter, step, said)
            : said.StartsWith("by ", StringComparison.Ordinal) && IsAhead(letter, step, LastDays.Contains(step.Key) && !letter.IsStopped(step) ? said : said[3..]));

    /// <summary>In a table: done, past or ahead.</summary>
    public static bool Stands(Letter letter, PlannedStep? step, string said) => step switch
    {
        null => false,
        { Met: { } met } => said == $"{LondonTime.Show(LondonTime.DateOf(met.At))} (done)",
        _ when step.Due <= letter.RanUntil && Still().Match(said) is { Success: true } still =>
            IsDay(step, still.Groups["due"].Value) && still.Groups["still"].Value.Length > 0 && IsStill(letter, step, still.Groups["still"].Value),
        _ when step.Due <= letter.RanUntil => IsStill(letter, step, "") && said.EndsWith(" (passed)", StringComparison.Ordinal) && IsDay(step, said[..^" (passed)".Length]),
        _ => IsAhead(letter, step, said),
    };

    /// <summary>In a subject: the day, and nothing of how certain it is.</summary>
    public static bool IsPlain(Letter letter, PlannedStep? step, string said) =>
        said == "a date to come" ? step?.DueDate is null || letter.IsStopped(step) : step is not null && !letter.IsStopped(step) && IsDay(step, said);

    /// <summary>Whether publication is held until the very day that the step has: it cannot come before.</summary>
    public static bool IsHeld(Letter letter, PlannedStep step) =>
        step is { Key: Steps.Publication, Met: null } && letter.Case.PublicationHold is { } hold && step.DueDate == letter.Inspection.Counted.NextOrSame(hold.Until);

    // The working day after the one on which it is written, which nobody can have missed yet; nothing where the area has no more to do or the clock stands.
    private static bool IsStill(Letter letter, PlannedStep step, string said) =>
        letter.IsLate && !letter.IsOver && letter.Case.Paused is null && step.Definition is { Actor: Actor.LocalArea, Due.By: { } hour }
            ? said == $"{Long.Format(letter.Inspection.Counted.Plus(letter.Today, 1))}, {LondonTime.Show(hour)}"
            : said.Length == 0;

    private static bool IsDate(Letter letter, PlannedStep step, string said)
    {
        var match = Dated().Match(said);
        var isLastDay = LastDays.Contains(step.Key) && step.Met is null;
        var prefix = IsHeld(letter, step) ? NotBefore : isLastDay ? "by " : "";
        var mark = step.Certainty == Certainty.Forecast ? "forecast" : isLastDay ? "" : "fixed";
        return match.Success && IsDay(step, match.Groups["day"].Value) && match.Groups["by"].Value == prefix && match.Groups["mark"].Value == mark;
    }

    private static bool IsDay(PlannedStep step, string said) =>
        step.DueDate is { } date && said == Long.Format(date) + (step.Definition.Due.By is { } time ? $", {LondonTime.Show(time)}" : "");

    [GeneratedRegex(@"^(?<by>by |not before )?(?<day>[^()]+?)(?: \((?<mark>fixed|forecast)\))?$")]
    private static partial Regex Dated();

    [GeneratedRegex(@"^as soon as possible(?:, and by (?<still>[^()]+) at the latest)? \(it was due by (?<due>[^)]+)\)$")]
    private static partial Regex Late();

    [GeneratedRegex(@"^by (?<still>[^()]+) at the latest \(it was due by (?<due>[^)]+)\)$")]
    private static partial Regex Still();
}
