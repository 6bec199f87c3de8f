using AreaSend.Core.Inspections;
using AreaSend.Core.Keeping;
using AreaSend.Services.Keeping;

namespace AreaSend.Web.Reading;

/// <summary>Keeping and disposing in words.</summary>
internal static class KeepingWords
{
    /// <summary>What a rule is about, in the middle of a sentence; its key where a later version made it.</summary>
    public static string TitleOf(string rule) => Shipped(rule)?.Title.ToLowerInvariant() ?? rule;

    /// <summary>All that goes under a rule, in a sentence.</summary>
    public static string WhatOf(string rule) => Shipped(rule)?.What ?? "";

    /// <summary>What an inspection is kept for, in the middle of a sentence.</summary>
    public static string Show(this KeepingPurpose purpose) => purpose switch
    {
        KeepingPurpose.Research => "research",
        KeepingPurpose.Litigation => "litigation",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "No such purpose."),
    };

    /// <summary>What a period is counted from.</summary>
    public static string Show(this KeptFrom from) => from switch
    {
        KeptFrom.EndOfInspection => "The end of the inspection",
        KeptFrom.LastDayInRole => "The last day in the role",
        KeptFrom.LastTouched => "The day it was last worked on",
        KeptFrom.EndOfHold => "The end of the hold",
        KeptFrom.Written => "The day it was written",
        _ => throw new ArgumentOutOfRangeException(nameof(from), from, "No such beginning."),
    };

    /// <summary>What has become of an item of a batch.</summary>
    public static string Show(this DisposalState state) => state switch
    {
        DisposalState.Proposed => "Waiting",
        DisposalState.Kept => "Kept after all",
        DisposalState.Removing => "Being removed from storage",
        DisposalState.Done => "Disposed of",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    /// <summary>A number of inspections or contacts in words. What belongs to neither is proposed together, up to a day.</summary>
    public static string Count(string rule, int count) => rule switch
    {
        KeepingSchedule.HoldReasons or KeepingSchedule.OtherAccess => "All up to a day",
        KeepingSchedule.FormerContacts => count == 1 ? "1 contact" : $"{count} contacts",
        _ => count == 1 ? "1 inspection" : $"{count} inspections",
    };

    /// <summary>The headings of a batch's table: what an item is, and the day that its time is counted from.</summary>
    public static (string What, string From) Headings(this KeptFrom from) => from switch
    {
        KeptFrom.LastDayInRole => ("Contact of", "Last day"),
        KeptFrom.EndOfHold or KeptFrom.Written => ("What", "Up to"),
        _ => ("Inspection", "Ended"),
    };

    private static KeepingRule? Shipped(string rule) => KeepingSchedule.Shipped.FirstOrDefault(known => known.Key == rule);
}
