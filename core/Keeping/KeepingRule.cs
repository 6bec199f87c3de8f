using NodaTime;

namespace AreaSend.Core.Keeping;

/// <summary>A row of the schedule of keeping and disposing: what, counted from when, for how long.</summary>
/// <param name="Key">What events and settings call it; never changed.</param>
/// <param name="Title">What it is about, in a few words.</param>
/// <param name="What">All that goes, in a sentence.</param>
/// <param name="From">What the time is counted from.</param>
/// <param name="Months">For how many months it is kept after that.</param>
/// <param name="Why">Why that long: a paragraph, or that it is a product rule.</param>
public sealed record KeepingRule(string Key, string Title, string What, KeptFrom From, int Months, string Why)
{
    /// <summary>Whether an administrator confirms before anything goes.</summary>
    public bool IsConfirmed => From != KeptFrom.LastTouched;

    /// <summary>The first day on which it may go.</summary>
    /// <param name="anchor">The London date that its time is counted from.</param>
    public LocalDate DueFrom(LocalDate anchor) => anchor.PlusMonths(Months);

    /// <summary>Whether it may go by a day.</summary>
    /// <param name="anchor">The London date that its time is counted from.</param>
    /// <param name="day">The day.</param>
    public bool IsDue(LocalDate anchor, LocalDate day) => DueFrom(anchor) <= day;

    /// <summary>How long, in words: "6 years", "18 months".</summary>
    public string Period => (Months % 12, Months / 12) switch
    {
        (0, 1) => "1 year",
        (0, var years) => $"{years} years",
        _ when Months == 1 => "1 month",
        _ => $"{Months} months",
    };
}

/// <summary>What the time that something is kept is counted from.</summary>
public enum KeptFrom
{
    /// <summary>The day on which the inspection ended: its last step was done, or it was deferred or withdrawn.</summary>
    EndOfInspection,

    /// <summary>Somebody's last day in a role of an area.</summary>
    LastDayInRole,

    /// <summary>The day on which it was last worked on.</summary>
    LastTouched,

    /// <summary>The day on which a hold of publication ended or was lifted.</summary>
    EndOfHold,

    /// <summary>The day on which it was written down.</summary>
    Written,
}
