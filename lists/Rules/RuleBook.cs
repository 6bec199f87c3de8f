using AreaSend.Lists.Findings;

namespace AreaSend.Lists.Rules;

/// <summary>Every rule that a list is checked by.</summary>
public static class RuleBook
{
    private static readonly RowRule[] Rows =
    [
        .. MissingRules.All,
        .. AgeRules.All,
        .. DateRules.All,
        .. IdentifierRules.All,
        .. CodeRules.All,
        .. EstablishmentRules.All,
        .. FigureRules.All,
        .. SocialCareRules.All,
        .. CellRules.All,
    ];

    /// <summary>Every rule once, for a page or a test that lists them.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. Rows.Select(row => row.Rule).DistinctBy(rule => rule.Name),
        .. RepetitionRules.All.Select(row => row.Rule),
        RepetitionRules.InBothLists,
        Rule.MonthFirst,
        SheetRules.ColumnMissing, SheetRules.ColumnRepeated, SheetRules.ColumnUnknown, SheetRules.ListEmpty,
        SheetRules.SheetHidden, SheetRules.RowHidden, SheetRules.ColumnHidden, SheetRules.RowBlank, SheetRules.AsAtInFuture,
    ];

    /// <summary>The rules on single rows whose column the list has.</summary>
    internal static RowRule[] RowRules(PersonList list)
    {
        var columns = ListTemplate.Columns(list);
        return [.. Rows.Where(rule => columns.Contains(rule.Column))];
    }
}
