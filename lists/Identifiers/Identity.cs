namespace AreaSend.Lists.Identifiers;

/// <summary>What tells that two rows are about one child: any of three identifiers, unless it is a placeholder that many could share.</summary>
internal static class Identity
{
    /// <summary>The columns that hold them.</summary>
    public static IReadOnlyList<ListColumn> Columns { get; } = [ListColumn.UniqueId, ListColumn.Upn, ListColumn.Uln];

    /// <summary>
    /// What may not stand in the column twice; empty where nothing is said, and where many may say the same: a code for unknown, digits that Excel has lost.
    /// </summary>
    public static ReadOnlySpan<char> OnceOnly(ListRecord row, ListColumn column)
    {
        var cell = row[column];
        return cell.IsScientific || (column != ListColumn.UniqueId && UnknownNumber.Is(cell)) ? [] : cell.TextWithoutDecimals;
    }

    /// <summary>The identifier in the column; empty where there is none, or none that could be somebody's.</summary>
    public static ReadOnlySpan<char> In(ListRecord row, ListColumn column)
    {
        var cell = row[column];
        var isSomebodys = column switch
        {
            ListColumn.Upn => Upn.HasForm(cell.Text) && Upn.HasRightCheckLetter(cell.Text),
            ListColumn.Uln => cell.WholeNumber() is var number && Uln.HasForm(number) && Uln.HasRightCheckDigit(number),
            _ => !cell.IsScientific,
        };
        return isSomebodys ? cell.TextWithoutDecimals : [];
    }
}
