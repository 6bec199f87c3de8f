namespace AreaSend.Lists.Workbooks;

/// <summary>Columns by letter, as Excel shows them.</summary>
public static class ColumnLetter
{
    /// <summary>The letters of the column counted from 0: 0 is A, 25 is Z, 26 is AA.</summary>
    public static string Of(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Of((column / 26) - 1) + (char)('A' + (column % 26));
}
