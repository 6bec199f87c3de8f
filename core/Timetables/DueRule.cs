using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Core.Timetables;

/// <summary>How the due date of a step follows from its anchor.</summary>
/// <param name="Anchor">What it hangs on.</param>
/// <param name="By">London clock time at which the deadline ends; null when it ends with its day.</param>
public abstract record DueRule(Anchor Anchor, LocalTime? By)
{
    private string? _words;

    /// <summary>A copy is another rule, with words of its own.</summary>
    protected DueRule(DueRule original) => (Anchor, By) = (original.Anchor, original.By);

    /// <summary>In words, for "Why this date?"; written once, because every timetable shows them.</summary>
    public string Words => _words ??= Show();

    /// <summary>The words.</summary>
    protected abstract string Show();
}

/// <summary>The <paramref name="Count"/>-th working day after the anchor; before it when negative; the anchor's own day when 0.</summary>
public sealed record WorkingDaysAfter(Anchor Anchor, int Count, LocalTime? By = null) : DueRule(Anchor, By)
{
    /// <inheritdoc/>
    protected override string Show() => Count == 0
        ? $"On {Anchor.Show()}"
        : $"{WorkingDayCalendar.InWords(Math.Abs(Count))} {(Count > 0 ? "after" : "before")} {Anchor.Show()}";
}

/// <summary>
/// The last working day of week 1 or 2, the Monday-to-Friday weeks before the week in which inspectors come on site (¶ 192): Friday, unless
/// that is a bank holiday.
/// </summary>
/// <param name="Week">1 or 2; the on-site week is week 3.</param>
/// <param name="By">London clock time at which the deadline ends.</param>
public sealed record EndOfWeek(int Week, LocalTime? By) : DueRule(Anchor.OnSiteStarts, By)
{
    /// <inheritdoc/>
    protected override string Show() =>
        $"Friday of week {Week}: the last working day of the week {(Week == 1 ? "two weeks before" : "before")} the on-site week";
}

/// <summary>The first on-site day as planned; the period of notice is kept if notification went late or the calendar changed.</summary>
/// <param name="Notice">The period of notice, in working days.</param>
public sealed record OnSiteDay(int Notice) : DueRule(Anchor.NotificationDay, null)
{
    /// <inheritdoc/>
    protected override string Show() => $"{Notice} working days after notification day, as planned";
}

/// <summary>Within calendar months of the anchor, to the same day of the month.</summary>
public sealed record MonthsAfter(Anchor Anchor, int Months) : DueRule(Anchor, null)
{
    /// <inheritdoc/>
    protected override string Show() =>
        Months == 1 ? $"Within one calendar month of {Anchor.Show()}"
        : Months % 12 == 0 ? $"Within {Months / 12} years of {Anchor.Show()}"
        : $"Within {Months} months of {Anchor.Show()}";
}

/// <summary>What says it sets no date: shown as waiting, with its age.</summary>
/// <param name="Anchor">What it hangs on.</param>
/// <param name="Waiting">What waits for it, for the worklist: what is to be done.</param>
public sealed record NoDate(Anchor Anchor, string Waiting) : DueRule(Anchor, null)
{
    /// <inheritdoc/>
    protected override string Show() => "No date is set; shown as waiting, with its age";
}

/// <summary>A day that inspectors set when they asked (¶ 87).</summary>
/// <param name="Asked">The day on which they asked.</param>
/// <param name="Due">The day it is due.</param>
/// <param name="By">London clock time at which the deadline ends.</param>
public sealed record SetWhenAsked(LocalDate Asked, LocalDate Due, LocalTime? By) : DueRule(Anchor.NotificationDay, By)
{
    /// <inheritdoc/>
    protected override string Show() => "Set by the inspectors when they asked for it";
}
