using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Services.BankHolidays;

/// <summary>What the feed says of a decision made by hand. A feed that says about the day what it always said has not spoken yet.</summary>
/// <param name="Ending">That it agrees or disagrees; null while it has not spoken.</param>
/// <param name="Sentence">What it says, for the calendar's page and the worklist; empty while there is nothing to say.</param>
internal sealed record FeedVerdict(BankHolidayEnding? Ending, string Sentence)
{
    // A bank holiday proclaimed for another day than the one foreseen lies near it: the State Funeral's was expected on a Sunday, the Coronation's in the week
    // after.
    private const int NearInDays = 28;

    public static FeedVerdict Of(BankHolidayDecision decision, BankHolidaySet then, BankHolidaySet now, LocalDate today) => decision.Act switch
    {
        BankHolidayAct.Proclaim => Proclaimed(decision, then, now, today),
        BankHolidayAct.Move => Moved(decision, now, today),
        _ => now.On(decision.Day) is null ? Agrees(decision, today) : Silent(decision, decision.Day, today),
    };

    private static FeedVerdict Proclaimed(BankHolidayDecision decision, BankHolidaySet then, BankHolidaySet now, LocalDate today)
    {
        if (now.On(decision.Day) is not null)
        {
            return Agrees(decision, today);
        }

        var instead = now.Holidays.FirstOrDefault(holiday =>
            then.On(holiday.Date) is null && holiday.Date.Year <= then.LastYear && Math.Abs(Period.DaysBetween(decision.Day, holiday.Date)) <= NearInDays);
        return instead is null ? Silent(decision, decision.Day, today) : Disagrees(decision, today, $"it names {Show(instead)} instead");
    }

    private static FeedVerdict Moved(BankHolidayDecision decision, BankHolidaySet now, LocalDate today) =>
        (now.On(decision.Day), now.On(decision.NewDay!.Value)) switch
        {
            (null, not null) => Agrees(decision, today),
            (null, null) => Disagrees(
                decision,
                today,
                $"{LondonTime.Show(decision.Day)} is no bank holiday any more, and neither is {LondonTime.Show(decision.NewDay.Value)}"),
            (not null, not null) => Disagrees(decision, today, $"both {LondonTime.Show(decision.Day)} and {LondonTime.Show(decision.NewDay.Value)} are bank holidays"),
            _ => Silent(decision, LocalDate.Min(decision.Day, decision.NewDay.Value), today),
        };

    private static FeedVerdict Agrees(BankHolidayDecision decision, LocalDate today) =>
        new(BankHolidayEnding.FeedAgreed, $"On {LondonTime.Show(today)} GOV.UK said the same as what was set by hand. {decision.InWords()}.");

    private static FeedVerdict Disagrees(BankHolidayDecision decision, LocalDate today, string how) =>
        new(
            BankHolidayEnding.FeedDisagreed,
            $"On {LondonTime.Show(today)} GOV.UK said otherwise: {how}. GOV.UK’s day counted from then on, and what was set by hand ended. {decision.InWords()}.");

    // A deadline is never shortened because a feed is late: what has come stays in force until somebody says otherwise.
    private static FeedVerdict Silent(BankHolidayDecision decision, LocalDate first, LocalDate today) => new(
        null,
        first <= today ? $"The day has come and GOV.UK still does not say so. It stays in force; undo it if it was a mistake. {decision.InWords()}." : "");

    private static string Show(BankHoliday holiday) => $"{LondonTime.Show(holiday.Date)} ({holiday.Name})";
}
