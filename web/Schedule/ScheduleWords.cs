using System.Globalization;
using AreaSend.Services.Programme;
using AreaSend.Web.Programme;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Web.Schedule;

/// <summary>The schedule in words.</summary>
internal static class ScheduleWords
{
    private static readonly LocalDatePattern DayAndMonth = LocalDatePattern.Create("d MMM", CultureInfo.InvariantCulture);
    private static readonly LocalDatePattern ShortMonth = LocalDatePattern.Create("MMM uuuu", CultureInfo.InvariantCulture);
    private static readonly LocalDatePattern MonthAndYear = LocalDatePattern.Create("MMMM uuuu", CultureInfo.InvariantCulture);

    /// <summary><c>On site</c>; <c>Meeting</c> for a meeting.</summary>
    public static string Show(this ScheduleStage stage, ActivityKind kind) => stage switch
    {
        ScheduleStage.OnSite => kind == ActivityKind.Engagement ? "Meeting" : "On site",
        ScheduleStage.Notified => "Notified",
        ScheduleStage.Drafting => "Drafting",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };

    /// <summary>What a cell of the weeks says, a word or two a line.</summary>
    public static IEnumerable<string> Words(this ScheduleRow row, ScheduleWeek week)
    {
        if (row.StageIn(week) is { } stage)
        {
            yield return stage.Show(row.Inspection.Activity.Kind);
        }

        if (row.ClashesIn(week))
        {
            yield return "Clash";
        }

        if (row.HasSchoolHolidayIn(week))
        {
            yield return "School holiday";
        }
    }

    /// <summary>Who leads it, or that nobody is named.</summary>
    public static string ShowLead(this Scheduled inspection) => inspection.Leads.Names ?? "No lead inspector named";

    /// <summary><c>5 Jan</c>.</summary>
    public static string ShowDay(LocalDate day) => DayAndMonth.Format(day);

    /// <summary><c>Jan 2027</c>.</summary>
    public static string ShowMonthShort(LocalDate month) => ShortMonth.Format(month);

    /// <summary><c>January 2027</c>.</summary>
    public static string ShowMonth(LocalDate month) => MonthAndYear.Format(month);

    /// <summary>The days of a stage, <c>Mon 4 Jan 2027 to Fri 8 Jan 2027</c>; nothing where there is none.</summary>
    public static string ShowDays(this StageSpan? span) => span is null ? "" : ProgrammeWords.ShowDays(span.From, span.To, null);
}
