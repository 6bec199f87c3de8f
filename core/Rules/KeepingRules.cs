using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Keeping;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Rules;

/// <summary>When something of an inspection may be disposed of, and what exempts it (¶ 142).</summary>
public static class KeepingRules
{
    /// <summary>The London date on which the inspection ended, which periods are counted from; null while it goes on.</summary>
    public static LocalDate? EndOf(InspectionCase @case) => @case switch
    {
        { EndedBy: { } end } => end.On,
        { IsComplete: true } => @case.Rows.Where(row => row.Completes && @case.Met.ContainsKey(row.Key)).Max(row => LondonTime.DateOf(@case.Met[row.Key].At)),
        _ => null,
    };

    /// <summary>The decisions to keep it for longer that stand, in order.</summary>
    public static IReadOnlyList<KeptForLonger> Holds(InspectionCase @case)
    {
        var lifted = @case.Events.Select(recorded => recorded.Event).OfType<KeptNoLonger>().Select(one => one.Hold).ToHashSet();
        return [.. @case.Events.Select(recorded => recorded.Event).OfType<KeptForLonger>().Where(hold => !lifted.Contains(hold.Hold))];
    }

    /// <summary>Whether it has been disposed of under a rule.</summary>
    public static bool IsDisposedOf(InspectionCase @case, string rule) =>
        @case.Events.Any(recorded => recorded.Event is DisposedOf disposed && disposed.Rule == rule);

    /// <summary>Why nothing of an inspection may go under this rule today, in a sentence; null when it may.</summary>
    public static string? WhyKept(InspectionCase @case, KeepingRule rule, LocalDate today) =>
        EndOf(@case) is not { } end ? $"This {@case.Type.Noun} has not ended, so all of it is kept."
        : rule.DueFrom(end) > today ? $"It is kept until {LondonTime.Show(rule.DueFrom(end))}: {rule.Period} from {LondonTime.Show(end)}."
        : Held(@case);

    internal static string? WhyNot(InspectionCase @case, Fact fact) => fact switch
    {
        DisposedOf when EndOf(@case) is null => $"This {@case.Type.Noun} has not ended, so all of it is kept.",
        DisposedOf disposed when IsDisposedOf(@case, disposed.Rule) => "That has been disposed of already.",
        DisposedOf => Held(@case),
        KeptForLonger held when @case.Events.Any(recorded => recorded.Event is KeptForLonger earlier && earlier.Hold == held.Hold) =>
            "It is kept for longer already, so nothing was recorded a second time.",
        KeptForLonger { Reason: var reason } => NeedsReason(reason),
        KeptNoLonger lifted when Holds(@case).All(hold => hold.Hold != lifted.Hold) => "That is not in force any more, so it cannot be lifted.",
        KeptNoLonger { Reason: var reason } => NeedsReason(reason),
        _ => null,
    };

    private static string? Held(InspectionCase @case) => Holds(@case) is [{ } hold, ..]
        ? $"It has been kept for longer since {LondonTime.Show(hold.On)}, for {(hold.Why == KeepingPurpose.Research ? "research" : "litigation")}. "
            + "Lift that first."
        : null;

    private static string? NeedsReason(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? "Give a reason. It stays in the history for good, so name nobody." : null;
}
