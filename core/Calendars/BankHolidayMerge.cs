using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Core.Calendars;

/// <summary>
/// Takes what the feed says over the bank holidays held. GOV.UK drops its oldest years from time to time, so the years before the feed's
/// first stay as they are held; from there on the feed's days count. What has already passed cannot be taken back.
/// </summary>
public static class BankHolidayMerge
{
    private const int OrdinaryYear = 8;

    // A day may have been proclaimed, and have passed, while nobody could ask the feed.
    private const int DaysUnasked = 28;

    /// <summary>
    /// Why the feed cannot be relied on, in a sentence; null when it can. A later day that moved or vanished was proclaimed, and is no reason.
    /// </summary>
    /// <param name="held">The bank holidays held.</param>
    /// <param name="feed">What the feed says now.</param>
    /// <param name="today">The London date: days up to this one have happened as they are held.</param>
    public static string? WhyNot(BankHolidaySet held, BankHolidaySet feed, LocalDate today) =>
        LosesItsLastYears(held, feed)
        ?? LeavesAGap(held, feed)
        ?? LosesThePast(held, feed, today)
        ?? AddsToThePast(held, feed, today)
        ?? AddsAYearCutShort(held, feed);

    /// <summary>The days held before the feed's first year, and all of the feed's.</summary>
    public static BankHolidaySet Merge(BankHolidaySet held, BankHolidaySet feed) =>
        new([.. held.Holidays.Where(holiday => holiday.Date.Year < feed.FirstYear), .. feed.Holidays]);

    private static string? LosesItsLastYears(BankHolidaySet held, BankHolidaySet feed) => feed.LastYear < held.LastYear
        ? $"The feed now covers {feed.FirstYear} to {feed.LastYear}; the bank holidays held go on to {held.LastYear}. They are kept."
        : null;

    private static string? LeavesAGap(BankHolidaySet held, BankHolidaySet feed) =>
        feed.FirstYear > held.LastYear + 1
            ? $"The feed now begins with {feed.FirstYear}; the bank holidays held end with {held.LastYear}, so the years between would not be known. The ones held are kept."
            : null;

    private static string? LosesThePast(BankHolidaySet held, BankHolidaySet feed, LocalDate today)
    {
        List<BankHoliday> lost =
        [
            .. held.Holidays.Where(holiday => holiday.Date.Year >= feed.FirstYear && holiday.Date <= today && feed.On(holiday.Date) is null),
        ];
        return lost.Count == 0
            ? null
            : $"The feed no longer names {LondonTime.Show(lost[0].Date)} ({lost[0].Name}){Others(lost.Count - 1)}, which {(lost.Count == 1 ? "has" : "have")} already been. The bank holidays held are kept.";
    }

    private static string? AddsToThePast(BankHolidaySet held, BankHolidaySet feed, LocalDate today) =>
        feed.Holidays.Where(holiday =>
                holiday.Date.Year >= held.FirstYear
                && holiday.Date.Year <= held.LastYear
                && holiday.Date < today.PlusDays(-DaysUnasked)
                && held.On(holiday.Date) is null)
            .Select(holiday =>
                $"The feed now names {LondonTime.Show(holiday.Date)} ({holiday.Name}), which was no bank holiday when it came. The bank holidays held are kept.")
            .FirstOrDefault();

    // A year that is held may have had a day taken away; one that is new has none to miss.
    private static string? AddsAYearCutShort(BankHolidaySet held, BankHolidaySet feed) => feed.Holidays
        .Where(holiday => holiday.Date.Year > held.LastYear || holiday.Date.Year < held.FirstYear)
        .CountBy(holiday => holiday.Date.Year)
        .Where(year => year.Value < OrdinaryYear)
        .Select(year => $"The feed names {year.Value} bank holidays for {year.Key}, where a year has {OrdinaryYear}. The ones held are kept.")
        .FirstOrDefault();

    private static string Others(int count) => count switch
    {
        0 => "",
        1 => " and 1 other day",
        _ => $" and {count} other days",
    };
}
