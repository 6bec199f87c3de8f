using AreaSend.Lists.Findings;

namespace AreaSend.Lists.Rules;

/// <summary>A rule that one row alone can break.</summary>
internal sealed record RowRule(Rule Rule, ListColumn Column, Func<ListRecord, bool> IsBrokenBy)
{
    /// <summary>Whether it is told once for the column, at the first row: what a whole column has in common is one thing to mend.</summary>
    public bool IsOnceAColumn { get; init; }

    /// <summary>Whether only a row with a cell out of the ordinary can break it, so that no other row need be asked.</summary>
    public bool IsOfOddCells { get; init; }

    public static RowRule OnceAColumn(string name, ListColumn column, Func<ListRecord, bool> when, string what, string mend) =>
        Query(name, column, when, what, mend) with { IsOnceAColumn = true };

    public static RowRule Error(
        string name,
        ListColumn column,
        Func<ListRecord, bool> when,
        string what,
        string mend,
        string? list1 = null,
        string? list2 = null) => new(new Rule(name, Severity.Error, what, mend, list1, list2), column, when);

    public static RowRule Query(
        string name,
        ListColumn column,
        Func<ListRecord, bool> when,
        string what,
        string mend,
        string? list1 = null,
        string? list2 = null) => new(new Rule(name, Severity.Query, what, mend, list1, list2), column, when);
}
