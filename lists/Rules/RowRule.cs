using AreaSend.Lists.Findings;

namespace AreaSend.Lists.Rules;

/// <summary>A rule that one row alone can break.</summary>
internal sealed record RowRule(Rule Rule, ListColumn Column, Func<ListRecord, bool> IsBrokenBy)
{
    public static RowRule Error(string name, ListColumn column, Func<ListRecord, bool> when, string what, string mend, string? list1 = null, string? list2 = null) =>
        new(new Rule(name, Severity.Error, what, mend, list1, list2), column, when);

    public static RowRule Query(string name, ListColumn column, Func<ListRecord, bool> when, string what, string mend, string? list1 = null, string? list2 = null) =>
        new(new Rule(name, Severity.Query, what, mend, list1, list2), column, when);
}
