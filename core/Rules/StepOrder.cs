using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Rules;

/// <summary>The order in which steps can be done, as the rows of the timetable tell it.</summary>
internal static class StepOrder
{
    /// <summary>Why no fact of a kind can do its step, or undo it, now; null when the order of the steps allows it.</summary>
    public static string? WhyNotNow(InspectionCase @case, Type kind) =>
        RowOf(@case, kind) is not { } row ? "This kind of inspection has no such step, so it cannot be recorded."
        : row.MetBy == kind ? Closed(@case, row) ?? Once(@case, row) ?? (row.After is { } step ? NotDone(@case, step) : null)
        : Closed(@case, row) ?? NotDone(@case, row.Key);

    /// <summary>Why a fact that does a step, or undoes it, cannot be true of the case; null when the order of the steps allows it.</summary>
    public static string? WhyNot(InspectionCase @case, Fact fact)
    {
        if (WhyNotNow(@case, fact.GetType()) is { } because)
        {
            return because;
        }

        var row = RowOf(@case, fact.GetType())!;
        return row.MetBy != fact.GetType() ? TooEarly(@case, fact, row.Key)
            : row.After is { } step ? TooEarly(@case, fact, step)
            : null;
    }

    /// <summary>Refuses what comes while a step is not done, or before the day on which it was.</summary>
    public static string? NotBefore(InspectionCase @case, Fact fact, string step) => NotDone(@case, step) ?? TooEarly(@case, fact, step);

    /// <summary>Refuses what comes while a step is not done.</summary>
    public static string? NotDone(InspectionCase @case, string step) => @case.Met.ContainsKey(step) ? null : WordsOf(@case, step).NotYet;

    private static string? TooEarly(InspectionCase @case, Fact fact, string step) =>
        @case.Met[step] is var met && fact.On < LondonTime.DateOf(met.At)
            ? $"{WordsOf(@case, step).Happened} on {Day(met)}; enter that day or a later one."
            : null;

    private static StepDefinition? RowOf(InspectionCase @case, Type kind)
    {
        var standing = @case.Rows.Where(row => row.StandsIn(@case)).ToList();
        return standing.Find(row => row.MetBy == kind) ?? standing.Find(row => row.ReopenedBy == kind);
    }

    private static string? Once(InspectionCase @case, StepDefinition row) =>
        row.Words is { } words && @case.Met.TryGetValue(row.Key, out var met) ? $"{words.Already}, on {Day(met)}." : null;

    private static string? Closed(InspectionCase @case, StepDefinition row)
    {
        if (row.ClosedBy is not { } closure || !@case.Met.TryGetValue(closure.Step, out var met))
        {
            return null;
        }

        var words = WordsOf(@case, closure.Step);
        return closure.Consequence is { } consequence ? $"{words.Happened} on {Day(met)}; {consequence}." : $"{words.Already}, on {Day(met)}.";
    }

    private static StepWords WordsOf(InspectionCase @case, string step) => @case.Rows.First(row => row.Key == step).Words
        ?? throw new InvalidOperationException($"Something comes after the step {step}, so its row needs words for a refusal.");

    private static string Day(StepMet met) => LondonTime.Show(LondonTime.DateOf(met.At));
}
