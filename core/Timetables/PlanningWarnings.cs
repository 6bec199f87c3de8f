using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Core.Timetables;

/// <summary>A stretch of days on which schools in an area are closed.</summary>
/// <param name="Name">For instance <c>October half term</c>.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record SchoolHoliday(string Name, LocalDate From, LocalDate To);

/// <summary>What a planner should look at twice before committing. None of it forbids to go on.</summary>
public static class PlanningWarnings
{
    // From Monday, the notification day, to Friday of week 1.
    private const int UsualDaysForAnnexA = 4;

    /// <summary>Sentences, in the order of the weeks.</summary>
    /// <param name="onSiteStarts">S, the first on-site day.</param>
    /// <param name="plan">The timetable planned for it.</param>
    /// <param name="schoolHolidays">Those of the area, as far as they are known.</param>
    public static IReadOnlyList<string> For(LocalDate onSiteStarts, Timetable plan, IEnumerable<SchoolHoliday> schoolHolidays)
    {
        if (!plan.Type.IsInspection)
        {
            // A day agreed with the area is theirs to choose.
            return [];
        }

        var warnings = OfFirstDay(onSiteStarts, plan).ToList();

        // By the on-site days themselves: they need not be those of one week.
        var end = plan.Marking(Anchor.OnSiteEnds)?.DueDate ?? onSiteStarts;
        if (plan.Type is { OnSiteDays: { } usual, OnSiteDaysAreChosen: false } && plan.Calendar.Between(onSiteStarts, end) + 1 is var days && days != usual)
        {
            warnings.Add($"Inspectors would be on site for {(days == 1 ? "1 day" : $"{days} days")}, to {LondonTime.Show(end)}; {usual} are usual.");
        }

        warnings.AddRange(
            from holiday in plan.Calendar.BankHolidays.Holidays
            where holiday.Date >= onSiteStarts && holiday.Date <= end
            select $"A bank holiday falls between the on-site days: {holiday.Show()}, {LondonTime.Show(holiday.Date)}.");

        // ¶ 74: inspections usually take place during school term time.
        var monday = Weeks.MondayOf(onSiteStarts);
        var (first, last) = (LocalDate.Min(plan.NotificationDay, monday.PlusWeeks(-2)), end);
        warnings.AddRange(
            from holiday in schoolHolidays
            where holiday.From <= last && holiday.To >= first
            orderby holiday.From
            select $"School holidays of the area fall into the inspection, which runs from {LondonTime.Show(first)} to {LondonTime.Show(last)}: "
                + $"{holiday.Name}, {LondonTime.Show(holiday.From)} to {LondonTime.Show(holiday.To)}.");
        return warnings;
    }

    /// <summary>That an inspection comes later than is usual after what it follows from (¶ 20 or 21, by its edition; and the guidance on re-visits).</summary>
    public static IEnumerable<string> OfGrounds(InspectionCase @case)
    {
        var (planned, cycle) = (@case.PlannedOnSite, @case.Edition.Cycle);
        if (@case.Grounds is RevisitGrounds { StatementFit: var fit } && planned > fit.PlusMonths(RevisitGrounds.UsualMonths))
        {
            yield return $"Re-visits usually occur within {RevisitGrounds.UsualMonths} months of the written statement of action's being declared fit for purpose: by {LondonTime.Show(fit.PlusMonths(RevisitGrounds.UsualMonths))}.";
        }

        // The grounds have the day of publication alone; the report was received some weeks before.
        if (@case.Grounds is MonitoringGrounds { FollowsReportOf: { } published } && planned > published.PlusMonths(cycle.MonthsToMonitoring))
        {
            yield return $"A monitoring inspection usually follows within {cycle.MonthsToMonitoring} months of {cycle.MonitoringCountedFrom.Show()}{cycle.Sources[CycleRule.Monitoring].Cites.InBrackets()}: by {LondonTime.Show(published.PlusMonths(cycle.MonthsToMonitoring))}{(cycle.MonitoringCountedFrom == Anchor.Published ? "" : " at the latest")}.";
        }
    }

    /// <summary>What follows from the first on-site day itself: that it is no Monday, and what that leaves the area for Annex A.</summary>
    internal static IEnumerable<string> OfFirstDay(LocalDate onSiteStarts, Timetable plan)
    {
        if (onSiteStarts.DayOfWeek != IsoDayOfWeek.Monday && !plan.Type.OnSiteDaysAreChosen)
        {
            yield return $"On-site days usually start on a Monday; {LondonTime.Show(onSiteStarts)} is not one.";
        }

        if (plan.Steps.FirstOrDefault(step => step.Definition.Due is EndOfWeek { Week: 1 }) is { DueDate: { } due, Definition.Cites: var cites }
            && plan.Calendar.Between(plan.NotificationDay, due) is var days and < UsualDaysForAnnexA)
        {
            yield return $"Annex A is squeezed: items {plan.Type.Asks.NumbersOf(Steps.FurtherInformation)} and {plan.Type.Asks.NumbersOf(Steps.TrackedChildrenInformation)} are due at the end of week 1{cites.InBrackets()}, {LondonTime.Show(due)}, "
                + $"{WorkingDayCalendar.InWords(days)} after notification on {LondonTime.Show(plan.NotificationDay)}. "
                + $"Usually it is {UsualDaysForAnnexA}.";
        }
    }
}
