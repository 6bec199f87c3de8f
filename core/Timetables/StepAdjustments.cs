using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Core.Timetables;

/// <summary>Carries the date that a row's rule gives through what has since moved it: pauses, deadlines set by hand, changed bank holidays.</summary>
internal sealed class StepAdjustments(InspectionCase @case, WorkingDayCalendar calendar, StepDefinition row, LocalDate? anchor)
{
    // Most steps have none, in thousands of plans.
    private List<string>? _sentences;
    private bool _notBefore;

    public (LocalDate? Due, bool NotBefore, IReadOnlyList<string> Sentences) Apply(LocalDate? due)
    {
        if (due is not { } date)
        {
            // What has no date by rule has none to move: a report that a complaint holds stays without one.
            return (null, false, []);
        }

        foreach (var adjustment in @case.Adjustments)
        {
            date = adjustment switch
            {
                Pause pause => GiveBack(pause, date),
                SetByHand set when set.Step == row.Key => ByHand(set, date),
                LeftAsItWas left when left.Due.TryGetValue(row.Key, out var kept) => Keep(kept, date),
                _ => date,
            };
        }

        return (Held(date), _notBefore, _sentences ?? []);
    }

    /// <summary>
    /// Publication waits for the day until which it is held; what would come later anyway is not touched.
    /// On that very day it is both the first and the last one.
    /// </summary>
    private LocalDate Held(LocalDate due)
    {
        if (row.Marks != Anchor.Published || @case.PublicationHold is not { } hold || @case.Met.ContainsKey(row.Key) || due > calendar.NextOrSame(hold.Until))
        {
            return due;
        }

        _notBefore = true;
        Say($"Publication is held until {LondonTime.Show(hold.Until)}: {hold.Reason.TrimEnd('.')}.");
        return calendar.NextOrSame(hold.Until);
    }

    /// <summary>What was open when the pause began gets the working days that it had left, counted from the day it ended (¶ 80).</summary>
    private LocalDate GiveBack(Pause pause, LocalDate due)
    {
        var (from, to) = (LondonTime.DateOf(pause.From), LondonTime.DateOf(pause.To));
        var doneBefore = @case.Met.TryGetValue(row.Key, out var met) && met.Seq < pause.Seq && met.At <= pause.From;

        // What hangs on a day after the pause has already been moved with that day; an outer limit of years is no deadline that runs.
        if (doneBefore || anchor is not { } runsFrom || runsFrom > to || row.Due is MonthsAfter || DueAt(due) <= pause.From)
        {
            return due;
        }

        var left = calendar.Between(LocalDate.Max(from, runsFrom), due);
        var given = left == 0 ? calendar.NextOrSame(to) : calendar.Plus(to, left);
        if (DueAt(given) <= pause.To)
        {
            given = calendar.Plus(given, 1);
        }

        if (given != due)
        {
            Say($"Paused from {LondonTime.Show(from)} to {LondonTime.Show(to)}: "
                + $"the {WorkingDayCalendar.InWords(left)} that were left are given back.");
        }

        return given;
    }

    /// <summary>Set by hand it stays, unless what it hangs on has since happened later than that.</summary>
    private LocalDate ByHand(SetByHand set, LocalDate due)
    {
        if (anchor is { } earliest && set.Due < earliest)
        {
            return due;
        }

        Say($"Set by hand to {LondonTime.Show(set.Due)}: {set.Reason}");
        if (calendar.WhyNotWorking(set.Due) is not { } because)
        {
            return set.Due;
        }

        // It was a working day when it was chosen: a bank holiday has been proclaimed since.
        Say($"{LondonTime.Show(set.Due)} is no working day any more ({because}), so it is the next one.");
        return calendar.NextOrSame(set.Due);
    }

    private LocalDate Keep(LocalDate kept, LocalDate due)
    {
        // What it hangs on has happened since, and later than that: a complaint resolved, for one.
        if (anchor > kept && due >= anchor)
        {
            return due;
        }

        if (kept != due)
        {
            Say("Past or done before the bank holidays changed, so it keeps its date.");
        }

        return kept;
    }

    private void Say(string sentence) => (_sentences ??= []).Add(sentence);

    private Instant DueAt(LocalDate date) => row.Due.By is { } time ? LondonTime.At(date, time) : LondonTime.EndOf(date);
}
