namespace AreaSend.Lists.Findings;

/// <summary>One rule of the checks: what it finds and how to mend it, in sentences that a LANO can act on.</summary>
/// <param name="Name">Our name for it.</param>
/// <param name="Severity">How much a finding of it weighs.</param>
/// <param name="What">What is wrong, in a sentence.</param>
/// <param name="Mend">What would satisfy the rule, in a sentence.</param>
/// <param name="InList1">The number that the field's own tool gives the rule in list 1, where it has one.</param>
/// <param name="InList2">The same in list 2.</param>
public sealed record Rule(string Name, Severity Severity, string What, string Mend, string? InList1 = null, string? InList2 = null)
{
    /// <summary>The rule whose finding puts every date of its column in doubt, and so every age that was counted from them.</summary>
    public static Rule MonthFirst { get; } = new("dates-month-first", Severity.Error,
        "The dates of this column have the month before the day.", "None of them was relied on; export the column as DD/MM/YYYY, or as dates, and send the list again.");

    /// <summary>Whether the row that has the same stands in the other list.</summary>
    public bool IsAcrossLists { get; init; }

    /// <summary>What the rule is called in a report on the list: the field tool's number where it has one, else our name.</summary>
    public string Code(PersonList list) => (list == PersonList.One ? InList1 : InList2) ?? Name;
}
