using AreaSend.Core.Calendars;
using NodaTime;

namespace AreaSend.Core.Programme;

/// <summary>The room that a proposal has.</summary>
/// <param name="From">No on-site day before this one.</param>
/// <param name="To">No on-site day after this one.</param>
/// <param name="PerWeek">Inspections on site in one week, at most.</param>
/// <param name="PerRegion">In one week in one region, at most; null for no such limit.</param>
/// <param name="WeeksLeftOut">Days of weeks in which nothing is planned; any day stands for its week.</param>
/// <param name="Seed">Decides between inspections due on the same day, so that no order of areas can be foretold; the same seed gives the same
/// proposal.</param>
public sealed record ProposalRequest(
    LocalDate From, LocalDate To, int PerWeek, int? PerRegion = null, IReadOnlyCollection<LocalDate>? WeeksLeftOut = null, int Seed = 1)
{
    /// <summary>
    /// Weeks from a monitoring inspection of an area to its full one, at least (product rule).
    /// The letter of the one is published 38 working days after its last day (¶ 176),
    /// before leaders are notified of the other, 10 working days before its first (¶ 80).
    /// </summary>
    public const int WeeksToFullInspection = 10;

    /// <summary>The day on which it is asked: whoever is to be inspected is notified after it (¶ 80). Null where nobody asks about that.</summary>
    public LocalDate? AsOf { get; init; }

    /// <summary>Working days between notification and the first on-site day (¶ 80).</summary>
    public int NoticeInWorkingDays { get; init; } = 10;

    /// <summary>What is planned already and takes its place in the capacity: the Monday of its week, and its region.</summary>
    public IReadOnlyCollection<(LocalDate Monday, string Region)> Taken { get; init; } = [];

    /// <summary>
    /// The Mondays of the weeks that can be used: whole within the span, not left out, five working days (¶ 80;
    /// product rule: no bank holiday on site), and with a notification day that is still to come.
    /// </summary>
    /// <exception cref="OutsideCalendarException">The span leaves the years that the calendar knows.</exception>
    public IReadOnlyList<LocalDate> Weeks(WorkingDayCalendar calendar)
    {
        var leftOut = (WeeksLeftOut ?? []).Select(Calendars.Weeks.MondayOf).ToHashSet();
        var weeks = new List<LocalDate>();
        for (var monday = From.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Monday)); monday.PlusDays(4) <= To; monday = monday.PlusWeeks(1))
        {
            if (!leftOut.Contains(monday) && calendar.Between(monday.PlusDays(-1), monday.PlusDays(4)) == 5 && CanBeNotified(monday, calendar))
            {
                weeks.Add(monday);
            }
        }

        return weeks;
    }

    private bool CanBeNotified(LocalDate monday, WorkingDayCalendar calendar) => AsOf is not { } asked || calendar.Minus(monday, NoticeInWorkingDays) > asked;
}
