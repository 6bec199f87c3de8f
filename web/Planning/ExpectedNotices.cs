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
        WhenRecorded told => !plan.Type.Steps.Any(step => told.Kinds.Contains(step.MetBy))
            || plan.Steps.Any(step => told.Kinds.Contains(step.Definition.MetBy)),
        _ => true,
    };

    private static string When(NoticeRow row, Timetable plan) => row.When switch
    {
        WorkingDaysBefore before => Before(before, plan),
        HoursBefore before => $"{before.Hours} hours before the deadline",
        WhenRecorded told when told.Kinds.Contains(typeof(Notified)) => LondonTime.Show(plan.Notification.Due!.Value),
        _ => plan.Type.Product.Say($"When {row.ExpectedWhen ?? "it has happened"}"),
    };

    private static string Before(WorkingDaysBefore before, Timetable plan)
    {
        var step = before.Steps.Select(plan.Find).OfType<PlannedStep>().Where(step => step.DueDate is not null).MinBy(step => step.DueDate);
        return step is null
            ? "Before the deadline"
            : $"{LondonTime.ShowShort(plan.Calendar.Minus(step.DueDate!.Value, before.WorkingDays))} ({(step.Certainty == Certainty.Fixed ? "fixed" : "forecast")})";
    }
}
