using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Programme;

/// <summary>What does not go well together in an area, or for who leads it. It forbids nothing: somebody decides.</summary>
/// <param name="Kind">Of which kind it is.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Because">What clashes, in a sentence.</param>
public sealed record Clash(ClashKind Kind, LocalDate From, LocalDate To, string Because)
{
    /// <summary>The two activities that clash with one another; empty where one clashes with something else, as with a bank holiday.</summary>
    public IReadOnlyList<AreaVisit> Between { get; init; } = [];

    /// <summary>The clashes of what is planned in one area, in order of their first day.</summary>
    /// <param name="visits">All that has taken place and is planned in it, in any order.</param>
    /// <param name="calendar">The bank holidays; a visit beyond its years is not looked at for them.</param>
    /// <param name="holidays">The school holidays of the area, as far as they are known.</param>
    /// <param name="rules">The numbers of the cycle.</param>
    public static IReadOnlyList<Clash> Of(
        IEnumerable<AreaVisit> visits,
        WorkingDayCalendar calendar,
        IReadOnlyCollection<SchoolHoliday> holidays,
        CycleRules rules)
    {
        List<AreaVisit> ordered = [.. visits.OrderBy(visit => visit.First).ThenBy(visit => visit.Last).ThenBy(visit => visit.What, StringComparer.Ordinal)];
        var planned = ordered.Where(visit => visit.IsPlanned).ToList();
        return
        [
            .. TwoInOneWeek(ordered)
                .Concat(planned.SelectMany(visit => OnBankHolidays(visit, calendar)))
                .Concat(planned.SelectMany(visit => InSchoolHolidays(visit, holidays)))
                .Concat(TooManyVisits([.. ordered.Where(visit => visit.IsMonitoring)], rules))
                .OrderBy(clash => clash.From).ThenBy(clash => clash.Kind),
        ];
    }

    /// <summary>That one more monitoring visit would be more than there usually are within 12 months (¶ 22); null where it would not.</summary>
    /// <param name="planned">The visit that is thought of.</param>
    /// <param name="visits">All that has taken place and is planned in the area, in any order.</param>
    /// <param name="rules">The numbers of the cycle.</param>
    public static Clash? OfOneMore(AreaVisit planned, IEnumerable<AreaVisit> visits, CycleRules rules) =>
        TooManyVisits([.. visits.Append(planned).Where(visit => visit.IsMonitoring).OrderBy(visit => visit.First).ThenBy(visit => visit.Last)], rules)
            .FirstOrDefault(clash => planned.First >= clash.From && planned.Last <= clash.To);

    /// <summary>The clashes of what one person leads, wherever that is: two in one week.</summary>
    /// <param name="lead">The person's name.</param>
    /// <param name="visits">What the person leads, in any order; each says which area it is in.</param>
    public static IEnumerable<Clash> OfLead(string lead, IEnumerable<AreaVisit> visits) =>
        from pair in InOneWeek([.. visits.OrderBy(visit => visit.First).ThenBy(visit => visit.What, StringComparer.Ordinal)])
        select pair.As(ClashKind.OneLead, $"{lead} leads two activities in one week");

    private static IEnumerable<Clash> TwoInOneWeek(List<AreaVisit> ordered) =>
        from pair in InOneWeek(ordered)
        select pair.As(ClashKind.TwoInOneWeek, "Two activities in one week");

    private static IEnumerable<Pair> InOneWeek(List<AreaVisit> ordered) =>
        from index in Enumerable.Range(0, ordered.Count)
        let one = ordered[index]
        from other in ordered.Skip(index + 1)
        where (one.IsPlanned || other.IsPlanned) && Weeks.MondayOf(other.First) <= Weeks.MondayOf(one.Last)
        select new Pair(one, other);

    private static IEnumerable<Clash> OnBankHolidays(AreaVisit visit, WorkingDayCalendar calendar) =>
        from holiday in calendar.BankHolidays.Holidays
        where holiday.Date >= visit.First && holiday.Date <= visit.Last
        select new Clash(
            ClashKind.BankHoliday,
            visit.First,
            visit.Last,
            $"A bank holiday between the days of the {visit.What}: {holiday.Show()}, {LondonTime.Show(holiday.Date)}.");

    // ¶ 74: inspections usually take place during school term time.
    private static IEnumerable<Clash> InSchoolHolidays(AreaVisit visit, IEnumerable<SchoolHoliday> holidays) =>
        from holiday in holidays
        where holiday.From <= visit.Last && holiday.To >= visit.First
        select new Clash(
            ClashKind.SchoolHoliday, visit.First, visit.Last,
            $"School holidays during the {visit.What}, {Days(visit)}: {holiday.Name}, {LondonTime.Show(holiday.From)} to {LondonTime.Show(holiday.To)} (paragraph 74).");

    private static IEnumerable<Clash> TooManyVisits(List<AreaVisit> visits, CycleRules rules)
    {
        for (var first = 0; first + rules.MonitoringVisitsAYear < visits.Count; first++)
        {
            var last = first + rules.MonitoringVisitsAYear;
            if (visits[last].First < visits[first].First.PlusYears(1))
            {
                yield return new(
                    ClashKind.TooManyVisits, visits[first].First, visits[last].Last,
                    $"{rules.MonitoringVisitsAYear + 1} monitoring visits within 12 months, from {LondonTime.Show(visits[first].First)} to {LondonTime.Show(visits[last].Last)}: "
                        + $"usually there are no more than {rules.MonitoringVisitsAYear} over both frameworks{rules.Sources[CycleRule.MonitoringVisits].Cites.InBrackets()}.");
            }
        }
    }

    private static string Days(AreaVisit visit) =>
        visit.First == visit.Last ? LondonTime.ShowShort(visit.First) : $"{LondonTime.ShowShort(visit.First)} to {LondonTime.ShowShort(visit.Last)}";

    private sealed record Pair(AreaVisit One, AreaVisit Other)
    {
        public Clash As(ClashKind kind, string what) =>
            new(kind, One.First, LocalDate.Max(One.Last, Other.Last), $"{what}: {One.What}, {Days(One)}, and {Other.What}, {Days(Other)}.") { Between = [One, Other] };
    }
}

/// <summary>Kinds of clash.</summary>
public enum ClashKind
{
    /// <summary>Two activities of an area in one week.</summary>
    TwoInOneWeek,

    /// <summary>Two activities that one person leads in one week.</summary>
    OneLead,

    /// <summary>A bank holiday between on-site days.</summary>
    BankHoliday,

    /// <summary>On-site days in the school holidays of the area (¶ 74).</summary>
    SchoolHoliday,

    /// <summary>More monitoring visits over both frameworks within 12 months than there usually are (¶ 22).</summary>
    TooManyVisits,
}
