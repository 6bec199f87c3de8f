using AreaSend.Core.Calendars;
using AreaSend.Core.Tests.Calendars;

namespace AreaSend.Core.Tests.Timetables;

/// <summary>
/// The rows of timetable.md worked out by walking the calendar day by day, with the days on which things happened where they have.
/// Written from that page and not from the code, so that the two can disagree.
/// </summary>
internal sealed class NaiveTimetable(LocalDate plannedOnSite, WorkingDayCalendar calendar)
{
    private readonly DayWalk _walk = new(calendar.BankHolidays);

    public LocalDate? Draft { get; init; }

    public LocalDate? Final { get; init; }

    public LocalDate? Publication { get; init; }

    public LocalDate? PlanConfirmed { get; init; }

    /// <summary>1 to 3, or 0 while unknown: then every row stands, and the longer term for the next full inspection.</summary>
    public int Outcome { get; init; }

    public Dictionary<string, LocalDate?> Dates()
    {
        // Planned for a day that is a bank holiday by now, they come on the next working day.
        var s = _walk.IsWorkingDay(plannedOnSite) ? plannedOnSite : Wd(plannedOnSite, 1);
        var n = Wd(s, -10);
        var e = Wd(s, 4);
        var d = Draft ?? Wd(e, 14);
        var r = Final ?? Wd(e, 30);
        var window = Wd(r, 5);
        var p = Publication ?? Wd(window, 3);
        var dates = new Dictionary<string, LocalDate?>
        {
            ["notify-dcs"] = n,
            ["notify-icb"] = n,
            ["notify-pcf"] = n,
            ["annex-a-request"] = n,
            ["surveys-open"] = n,
            ["lano-nominated"] = Wd(n, 1),
            ["set-up-discussion"] = Wd(n, 1),
            ["person-level-lists"] = Wd(n, 1),
            ["providers-list"] = Wd(n, 1),
            ["arrangements"] = Wd(n, 1),
            ["tracked-children"] = Wd(n, 1),
            ["further-information"] = LastWorkingDayOfWeek1(s),
            ["tracked-children-information"] = LastWorkingDayOfWeek1(s),
            ["surveys-close"] = Wd(n, 6),
            ["fieldwork"] = Wd(n, 8),
            ["on-site"] = s,
            ["leaders-meeting"] = s,
            ["feedback-meeting"] = e,
            ["concerns-call"] = Wd(e, 1),
            ["draft-report"] = Wd(e, 14),
            ["draft-comments"] = Wd(d, 10),
            ["final-report"] = Wd(e, 30),
            ["complaint"] = window,
            ["publication"] = Wd(window, 3),
            ["dissemination"] = p,
            ["pcf-copy"] = r,
            ["area-publishes"] = p,
            ["strategic-plan"] = Wd(r, 35),
            ["priority-action-plan"] = Wd(r, 35),
            ["plan-review"] = null,
            ["plan-publication"] = PlanConfirmed is { } c ? Wd(c, 5) : null,
            ["monitoring-inspection"] = p.PlusMonths(18),
            ["next-full-inspection"] = e.PlusYears(Outcome is 2 or 3 ? 3 : 5),
        };
        foreach (var key in Outcome switch
        {
            0 => [],
            3 => ["strategic-plan"],
            _ => (string[])["priority-action-plan", "plan-review", "plan-publication", "monitoring-inspection"],
        })
        {
            dates.Remove(key);
        }

        return dates;
    }

    private LocalDate Wd(LocalDate from, int count) => _walk.Plus(from, count);

    // The Monday-to-Friday week two weeks before that of S; its last day that is worked.
    private LocalDate LastWorkingDayOfWeek1(LocalDate s)
    {
        var day = s;
        while (day.DayOfWeek != IsoDayOfWeek.Monday)
        {
            day = day.PlusDays(-1);
        }

        day = day.PlusDays(-10);
        while (!_walk.IsWorkingDay(day))
        {
            day = day.PlusDays(-1);
        }

        return day;
    }
}
