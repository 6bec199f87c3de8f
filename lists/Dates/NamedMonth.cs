using NodaTime;

namespace AreaSend.Lists.Dates;

/// <summary>
/// A date with its month by name, as some case systems write it: <c>24-Jul-2017</c>, <c>24 July 2017</c>, <c>Jul 24, 2017</c>. With four digits for the year it
/// has one reading.
/// </summary>
internal static class NamedMonth
{
    private const int ShortestName = 3;
    private const int Shortest = 9;
    private const int Longest = 20;

    private static readonly char[] Separators = [' ', '-', '\u2010', '\u2011', '\u2013', '/', '.', ',', '\u00A0'];

    private static readonly string[] Names =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>The date; null where the text is none of this form.</summary>
    public static LocalDate? Parse(ReadOnlySpan<char> text) =>
        text.Length is >= Shortest and <= Longest && char.IsAsciiDigit(text[^1]) && text.ContainsAnyInRange('a', 'z') ? Parse(text.ToString()) : null;

    private static LocalDate? Parse(string text) =>
        text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) switch
        {
            [{ Length: <= 2 } day, var month, { Length: 4 } year] when Month(month) is { } number => Date(year, number, day),
            [var month, { Length: <= 2 } day, { Length: 4 } year] when Month(month) is { } number => Date(year, number, day),
            [{ Length: 4 } year, var month, { Length: <= 2 } day] when Month(month) is { } number => Date(year, number, day),
            _ => null,
        };

    private static int? Month(string name) =>
        name.Equals("sept", StringComparison.OrdinalIgnoreCase) ? 9
        : name.Length >= ShortestName && Array.FindIndex(Names, month => month.StartsWith(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? at + 1
        : null;

    private static LocalDate? Date(string year, int month, string day) =>
        int.TryParse(year, out var y) && int.TryParse(day, out var d) && y >= 1 && d >= 1 && d <= CalendarSystem.Iso.GetDaysInMonth(y, month)
            ? new LocalDate(y, month, d)
            : null;
}
