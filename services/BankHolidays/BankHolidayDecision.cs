using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Services.BankHolidays;

/// <summary>
/// What a coordinator decided about one bank holiday before GOV.UK's feed said it. In force until the feed speaks, or until it is undone; kept for ever.
/// </summary>
public sealed class BankHolidayDecision
{
    /// <summary>What the calendar says of a day that was set by hand, beside its name.</summary>
    internal const string Note = "Set by hand";

    /// <summary>Chosen by the form: sent twice, it decides once.</summary>
    public required Guid Id { get; init; }

    /// <summary>What is done.</summary>
    public required BankHolidayAct Act { get; init; }

    /// <summary>The day that is proclaimed, moved away from, or cancelled.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>The day it is moved to; null for the other acts.</summary>
    public LocalDate? NewDay { get; init; }

    /// <summary>What the bank holiday is called; areas read it.</summary>
    public required string Name { get; init; }

    /// <summary>Why, for those who work with the console.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was decided.</summary>
    public required Instant DecidedAt { get; init; }

    /// <summary>Who decided it.</summary>
    public required Recorder By { get; init; }

    /// <summary>Version of the feed's own days at that moment: what the feed says anew is seen against it.</summary>
    public required string FeedThen { get; init; }

    /// <summary>When it ended; null while it is in force.</summary>
    public Instant? EndedAt { get; set; }

    /// <summary>How it ended; null while it is in force.</summary>
    public BankHolidayEnding? Ending { get; set; }

    /// <summary>What the feed said, in a sentence; null while it is in force.</summary>
    public string? EndedBecause { get; set; }

    /// <summary>When somebody took note of how the feed ended it; it stands on the worklist until then.</summary>
    public Instant? NotedAt { get; set; }

    /// <summary>In words: "Proclaimed: Friday 8 May 2026 (Day of Thanksgiving)".</summary>
    public string InWords() => Act switch
    {
        BankHolidayAct.Proclaim => $"Proclaimed: {LondonTime.Show(Day)} ({Name})",
        BankHolidayAct.Move => $"Moved: {Name}, from {LondonTime.Show(Day)} to {LondonTime.Show(NewDay!.Value)}",
        _ => $"Cancelled: {LondonTime.Show(Day)} ({Name})",
    };

    internal BankHolidaySet ApplyTo(BankHolidaySet set) => Act switch
    {
        BankHolidayAct.Proclaim => set.With(new BankHoliday(Day, Name, Note)),
        BankHolidayAct.Move => set.Without(Day).With(new BankHoliday(NewDay!.Value, Name, Note)),
        _ => set.Without(Day),
    };
}

/// <summary>What can be done to a bank holiday by hand.</summary>
public enum BankHolidayAct
{
    /// <summary>A day becomes a bank holiday.</summary>
    Proclaim,

    /// <summary>A bank holiday ends on one day and begins on another, as Early May did in 2020.</summary>
    Move,

    /// <summary>A bank holiday becomes a working day.</summary>
    Cancel,
}

/// <summary>How a decision about a bank holiday came to its end.</summary>
public enum BankHolidayEnding
{
    /// <summary>A coordinator took it back.</summary>
    Undone,

    /// <summary>The feed says the same now.</summary>
    FeedAgreed,

    /// <summary>The feed says something else now, and that counts.</summary>
    FeedDisagreed,
}
