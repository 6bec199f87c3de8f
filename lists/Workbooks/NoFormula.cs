namespace AreaSend.Lists.Workbooks;

/// <summary>
/// Text from outside on its way into a table that a spreadsheet program will open. Text that such a program could take for a formula,
/// now or after somebody saves the table as CSV, gets an apostrophe before it.
/// </summary>
public static class NoFormula
{
    /// <summary>The text, made harmless where it was not.</summary>
    public static string Of(string text) =>
        text.AsSpan().TrimStart() is ['=' or '+' or '-' or '@' or '|' or '%' or '＝' or '＋' or '－' or '＠', ..] || text is ['\t' or '\r' or '\n', ..]
            ? "'" + text
            : text;
}
