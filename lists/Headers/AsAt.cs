using AreaSend.Lists.Dates;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Lists.Headers;

/// <summary>The date that a list represents, where a title row above the header says it: "Data as at 2 September 2024" (¶ 199).</summary>
internal static class AsAt
{
    private static readonly string[] Phrases = ["as at", "as of", "correct at", "snapshot date", "data date", "date of data"];

    private static readonly LocalDatePattern[] WordPatterns =
    [
        LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu"),
        LocalDatePattern.CreateWithInvariantCulture("d MMM uuuu"),
    ];

    /// <summary>The date that the row says, after the words or in a cell to their right; null when it says none.</summary>
    public static LocalDate? In(SheetRow row)
    {
        for (var place = 0; place < row.Width; place++)
        {
            var text = row[place].Text;
            foreach (var phrase in Phrases)
            {
                var at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
                if (at >= 0 && (InText(text[(at + phrase.Length)..]) ?? InCells(row, place + 1)) is { } date)
                {
                    return date;
                }
            }
        }

        return null;
    }

    private static LocalDate? InCells(SheetRow row, int from)
    {
        for (var place = from; place < row.Width; place++)
        {
            var cell = row[place];
            if (cell.Kind == CellKind.Date)
            {
                return cell.Date;
            }

            if (InText(cell.Text) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static LocalDate? InText(ReadOnlySpan<char> text)
    {
        var said = text.Trim(" :.-–()");
        return WrittenDate.Parse(said) ?? InWords(said.ToString());
    }

    private static LocalDate? InWords(string text) =>
        WordPatterns.Select(pattern => pattern.Parse(text)).FirstOrDefault(result => result.Success)?.Value;
}
