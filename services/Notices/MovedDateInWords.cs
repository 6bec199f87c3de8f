using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Timetables;

namespace AreaSend.Services.Notices;

/// <summary>A date that moved, as a notice tells it.</summary>
public sealed record MovedDateInWords(string What, string Old, string New)
{
    private static readonly string[] Plans = [Steps.StrategicPlan, Steps.PriorityActionPlan];
    private static readonly string[] GiveOutcomeAway = [Steps.PlanReview, Steps.PlanPublication, Steps.MonitoringInspection, Steps.NextFullInspection];

    internal static IReadOnlyList<MovedDateInWords> Of(Notice notice, Fact fact) =>
    [
        .. (from moved in MovedDates.Of(fact, notice.To)
            let step = notice.Step(moved.Step)
            where step is not null && (notice.IsPublished || !GiveOutcomeAway.Contains(moved.Step))
            select new MovedDateInWords(Title(notice, step), OldDate(step, moved), NewDate(step, moved))).Distinct(),
    ];

    private static string Title(Notice notice, PlannedStep step) =>
        !notice.IsPublished && Plans.Contains(step.Key) ? "The plan that the report asks for" : step.Definition.Title;

    private static string OldDate(PlannedStep step, MovedDate moved) => moved.From is { } date ? Notice.Day(step, date) : "no date";

    private static string NewDate(PlannedStep step, MovedDate moved) => moved.To is { } date ? $"{Notice.Day(step, date)} ({Notice.Certain(step)})" : "no date";
}
