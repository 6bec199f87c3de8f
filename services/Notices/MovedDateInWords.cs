using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Services.Notices;

/// <summary>A date that moved, or fell away, as a notice tells it.</summary>
public sealed record MovedDateInWords(string What, string Old, string New)
{
    internal static IReadOnlyList<MovedDateInWords> Of(Notice notice, Fact fact)
    {
        List<MovedDate> theirs = [.. MovedDates.Of(fact, notice.To, notice.Case)];
        return [.. theirs.Select(moved => Tell(notice, moved, theirs)).OfType<MovedDateInWords>().Distinct()];
    }

    private static MovedDateInWords? Tell(Notice notice, MovedDate moved, IReadOnlyList<MovedDate> all) =>
        (notice.Step(moved.Step)?.Definition ?? notice.Case.Rows.FirstOrDefault(row => row.Key == moved.Step)) is not { } row
            ? moved.Step == Steps.NextFullInspection ? NextFull(notice, moved) : null
        : !notice.IsPublished && row.Discloses ? null
        : notice.Step(moved.Step) is { } step ? new(Title(notice, step.Definition), OldDate(notice, step.Definition, moved, all), NewDate(notice, step, moved))
        : IsOneOfTwo(notice, row, all) ? null
        : new(Title(notice, row), OldDate(notice, row, moved, all), "no longer due");

    /// <summary>
    /// What a monitoring inspection's letter says of the next full inspection: that is no step of it, and nobody speaks of it before the letter is published.
    /// </summary>
    private static MovedDateInWords? NextFull(Notice notice, MovedDate moved)
    {
        if (!notice.IsPublished || notice.Case.Monitoring is not { } result)
        {
            return null;
        }

        var now = notice.LateSince is null ? moved.To : result.NextFullBy;
        return new(
            "Next full inspection, as the letter brings it forward",
            moved.From is { } from ? LondonTime.Show(from) : "not brought forward",
            now is { } by ? $"{LondonTime.Show(by)} (fixed)" : "no longer brought forward");
    }

    // Until publication both plans have one name: the one that falls away is told with the one that comes in its place.
    private static bool IsOneOfTwo(Notice notice, StepDefinition row, IReadOnlyList<MovedDate> all) =>
        !notice.IsPublished
        && row.UntilPublished is { } title
        && all.Any(other => other.To is not null && notice.Step(other.Step) is { } step && step.Definition.UntilPublished == title);

    private static string Title(Notice notice, StepDefinition row) => !notice.IsPublished && row.UntilPublished is { } title ? title : row.Title;

    // Once both plans have their own names, the date of the one that fell away is not that of the other.
    private static string OldDate(Notice notice, StepDefinition row, MovedDate moved, IReadOnlyList<MovedDate> all) =>
        moved.From is not { } date || (notice.IsPublished && Replaces(notice, row, moved, all)) ? "no date" : Notice.Day(row, date);

    private static bool Replaces(Notice notice, StepDefinition row, MovedDate moved, IReadOnlyList<MovedDate> all) =>
        row.UntilPublished is { } title
        && all.Any(other =>
            other.Step != moved.Step && other is { To: null } && other.From == moved.From
            && notice.Case.Rows.Any(one => one.Key == other.Step && one.UntilPublished == title));

    // A late notice gives the date that holds now.
    private static string NewDate(Notice notice, PlannedStep step, MovedDate moved) =>
        (notice.LateSince is null ? moved.To : step.DueDate) is not { } date ? "no date"
        : notice.IsStopped(step) ? $"{Notice.Day(step.Definition, date)} (moves when the {notice.Noun} goes on)"
        : date < notice.Today ? $"{Notice.Day(step.Definition, date)} (passed)"
        : Notice.Dated(step, date);
}
