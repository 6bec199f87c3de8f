using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Services.Notices;

/// <summary>A date that moved, as a notice tells it.</summary>
public sealed record MovedDateInWords(string What, string Old, string New)
{
    internal static IReadOnlyList<MovedDateInWords> Of(Notice notice, Fact fact) =>
    [
        .. (from moved in MovedDates.Of(fact, notice.To, notice.Case)
            let step = notice.Step(moved.Step)
            where step is not null && (notice.IsPublished || !step.Definition.Discloses)
            select new MovedDateInWords(Title(notice, step), OldDate(step, moved), NewDate(notice, step, moved))).Distinct(),
    ];

    private static string Title(Notice notice, PlannedStep step) =>
        !notice.IsPublished && step.Definition.UntilPublished is { } title ? title : step.Definition.Title;

    private static string OldDate(PlannedStep step, MovedDate moved) => moved.From is { } date ? Notice.Day(step, date) : "no date";

    // A late notice gives the date that holds now.
    private static string NewDate(Notice notice, PlannedStep step, MovedDate moved) =>
        (notice.LateSince is null ? moved.To : step.DueDate) is not { } date ? "no date"
        : notice.IsStopped(step) ? $"{Notice.Day(step, date)} (moves when the {notice.Noun} goes on)"
        : date < notice.Today ? $"{Notice.Day(step, date)} (passed)"
        : Notice.Dated(step, date);
}
