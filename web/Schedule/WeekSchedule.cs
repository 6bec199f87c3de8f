using AreaSend.Core.Calendars;
using AreaSend.Core.Programme;
using AreaSend.Core.Timetables;
using AreaSend.Services.Programme;
using NodaTime;

namespace AreaSend.Web.Schedule;

/// <summary>Weeks × inspections.</summary>
/// <param name="AsOf">Today.</param>
/// <param name="Weeks">Its weeks, in order.</param>
/// <param name="Rows">The inspections that are notified, on site or drafted in one of them, in order of their first day.</param>
public sealed record WeekSchedule(LocalDate AsOf, IReadOnlyList<ScheduleWeek> Weeks, IReadOnlyList<ScheduleRow> Rows)
{
    /// <summary>A quarter of a year.</summary>
    public const int WeeksShown = 13;

    public static WeekSchedule Of(LoadView view, ScheduleQuery query)
    {
        var first = Core.Calendars.Weeks.MondayOf(query.From ?? view.AsOf);
        var clashes = view.Clashes.ToLookup(one => one.Area.Code, one => one.Clash);
        return new(
            view.AsOf,
            [
                .. from index in Enumerable.Range(0, WeeksShown)
                let monday = first.PlusWeeks(index)
                select new ScheduleWeek(
                    monday,
                    monday == Core.Calendars.Weeks.MondayOf(view.AsOf),
                    [.. view.BankHolidays.Where(holiday => Core.Calendars.Weeks.MondayOf(holiday.Date) == monday)]),
            ],
            [
                .. from one in view.Inspections.Where(query.Shows)
                let stages = one.Activity.StagesOn(view.AsOf)
                where stages[0].From < first.PlusWeeks(WeeksShown) && stages[^1].To >= first
                select new ScheduleRow(
                    one,
                    stages,
                    [.. clashes[one.Area.Code].Where(clash => IsOf(clash, one.Activity))],
                    [.. view.SchoolHolidays[one.Area.Code]]),
            ]);
    }

    /// <summary>How many are on site in a week.</summary>
    public int OnSiteIn(ScheduleWeek week) => Rows.Count(row => row.StageIn(week) == ScheduleStage.OnSite);

    // Too many visits are a clash of a whole year, and of visits alone.
    private static bool IsOf(Clash clash, HeldActivity activity) =>
        clash.From <= activity.Ends && clash.To >= activity.Starts && (clash.Kind != ClashKind.TooManyVisits || activity.Kind.IsMonitoring());
}

/// <summary>A week.</summary>
/// <param name="Monday">Its Monday.</param>
/// <param name="IsThisWeek">Today lies in it.</param>
/// <param name="BankHolidays">Its bank holidays.</param>
public sealed record ScheduleWeek(LocalDate Monday, bool IsThisWeek, IReadOnlyList<BankHoliday> BankHolidays);

/// <summary>An inspection.</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Stages">What people are at, in order.</param>
/// <param name="Clashes">What its days on site clash with.</param>
/// <param name="SchoolHolidays">Those of its area.</param>
public sealed record ScheduleRow(
    Scheduled Inspection,
    IReadOnlyList<StageSpan> Stages,
    IReadOnlyList<Clash> Clashes,
    IReadOnlyList<SchoolHoliday> SchoolHolidays)
{
    /// <summary>What people are at in a week; of two, what counts more.</summary>
    public ScheduleStage? StageIn(ScheduleWeek week) =>
        Stages.Where(stage => stage.IsInWeekOf(week.Monday)).Select(stage => (ScheduleStage?)stage.Stage).Min();

    /// <summary>Whether the schools of its area are closed on a day of the week, Monday to Friday.</summary>
    public bool HasSchoolHolidayIn(ScheduleWeek week) => SchoolHolidays.Any(holiday => holiday.From <= week.Monday.PlusDays(4) && holiday.To >= week.Monday);

    /// <summary>Whether its days on site clash with something in the week.</summary>
    public bool ClashesIn(ScheduleWeek week) => Clashes.Count > 0 && StageIn(week) == ScheduleStage.OnSite;

    /// <summary>School holidays between its first day of notification and its last on site.</summary>
    public IEnumerable<SchoolHoliday> SchoolHolidaysMet =>
        SchoolHolidays.Where(holiday => holiday.From <= Inspection.Activity.Ends && holiday.To >= Inspection.Activity.Notified);

    /// <summary>The days of a stage; null where it has none.</summary>
    public StageSpan? Span(ScheduleStage stage) => Stages.FirstOrDefault(one => one.Stage == stage);
}
