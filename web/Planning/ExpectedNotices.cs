using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Web.Planning;

/// <summary>A notice that an inspection will send if all goes as planned.</summary>
/// <param name="Template">Which notice.</param>
/// <param name="To">The role it goes to.</param>
/// <param name="When">When, in words.</param>
public sealed record ExpectedNotice(string Template, RecipientRole To, string When);

/// <summary>Reads the matrix of notices for an inspection that is only planned.</summary>
internal static class ExpectedNotices
{
    /// <summary>In the order of the matrix, each notice once for each role: a reminder that is repeated stands with its first.</summary>
    public static IReadOnlyList<ExpectedNotice> Of(InspectionCase @case, Timetable plan) =>
    [
        .. (from row in NoticeMatrix.Of(@case)
            where !row.OnlyIf && Comes(row, plan)
            from role in row.To
            where role != RecipientRole.PrincipalAuthority
            select new ExpectedNotice(row.Template, role, When(row, plan))).DistinctBy(notice => (notice.Template, notice.To)),
    ];

    // What a monitoring inspection has not asked for, nobody is reminded of.
    private static bool Comes(NoticeRow row, Timetable plan) => row.When switch
    {
        AboutDeadlines about => about.Steps.Any(step => plan.Find(step) is not null),
        WhenRecorded { Of: var fact } => !plan.Type.Steps.Any(step => IsMetBy(step, fact)) || plan.Steps.Any(step => IsMetBy(step.Definition, fact)),
        _ => true,
    };

    private static bool IsMetBy(StepDefinition step, string fact) => step.MetBy is { } kind && InspectionEvent.KindOf(kind) == fact;

    private static string When(NoticeRow row, Timetable plan) => row.When switch
    {
        WorkingDaysBefore before => Before(before, plan),
        HoursBefore before => $"{before.Hours} hours before the deadline",
        WhenRecorded { Of: var fact } when fact == Notification => LondonTime.Show(plan.Notification.Due!.Value),
        WhenRecorded { Of: var fact } => plan.Type.Product.Say(AfterFact.GetValueOrDefault(fact, "When it has happened")),
        _ => "When it has happened",
    };

    private const string Notification = "notified";

    private static readonly Dictionary<string, string> AfterFact = new()
    {
        ["lano-nominated"] = "When the officer has been named",
        ["children-selected"] = "When the children have been selected",
        ["on-site-ended"] = "When the on-site days have ended",
        ["draft-shared"] = "When the draft has been shared",
        ["final-shared"] = "When the final report has been shared",
        ["published"] = "When the report has been published",
    };

    private static string Before(WorkingDaysBefore before, Timetable plan)
    {
        var step = before.Steps.Select(plan.Find).OfType<PlannedStep>().Where(step => step.DueDate is not null).MinBy(step => step.DueDate);
        return step is null
            ? "Before the deadline"
            : $"{LondonTime.ShowShort(plan.Calendar.Minus(step.DueDate!.Value, before.WorkingDays))} ({(step.Certainty == Certainty.Fixed ? "fixed" : "forecast")})";
    }
}
