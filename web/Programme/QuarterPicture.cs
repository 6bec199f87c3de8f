using System.Globalization;
using System.Xml.Linq;

namespace AreaSend.Web.Programme;

/// <summary>Draws what is due by region and by quarter: a square for each, the darker the more, with the number in it.</summary>
internal sealed class QuarterPicture(QuarterTable table)
{
    private const int NamesWidth = 230;
    private const int CellWidth = 62;
    private const int CellHeight = 38;
    private const int HeaderHeight = 62;
    private const int Shades = 4;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The picture as SVG.</summary>
    public string Draw()
    {
        var (width, height) = (NamesWidth + (table.Columns.Count * CellWidth), HeaderHeight + (table.Rows.Count * CellHeight) + 4);
        var most = Math.Max(1, table.Rows.SelectMany(row => row.Cells).Max(cell => cell.Due));
        var svg = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {width} {height}"),
            new XAttribute("width", width),
            new XAttribute("height", height),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", "Inspections due by region and by quarter. The table below says the same."),
            new XAttribute("class", "picture quarters"));
        svg.Add(table.Columns.Select(Head));
        svg.Add(table.Rows.Select((row, index) => Row(row, index, most)));
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    // "Jan to Mar 2027" in three lines: the months, and the year.
    private static XElement Head(QuarterColumn column, int index)
    {
        var (words, middle) = (column.Title.Split(' '), NamesWidth + (index * CellWidth) + (CellWidth / 2));
        return words.Length == 1
            ? Text("quarters__head", middle, HeaderHeight - 12, column.Title)
            : new(
                Svg + "g",
                Text("quarters__head", middle, HeaderHeight - 30, $"{words[0]}–{words[2]}"),
                Text("quarters__head", middle, HeaderHeight - 12, words[3]));
    }

    private XElement Row(QuarterRow row, int index, int most)
    {
        var top = HeaderHeight + (index * CellHeight);
        var group = new XElement(Svg + "g", Text("quarters__region", 0, top + 24, row.Region));
        for (var column = 0; column < row.Cells.Count; column++)
        {
            var (cell, left) = (row.Cells[column], NamesWidth + (column * CellWidth));
            var shade = cell.Due == 0 ? 0 : Math.Max(1, (int)Math.Ceiling(cell.Due * Shades / (double)most));
            var overdue = table.Columns[column].IsOverdue && cell.Due > 0;
            group.Add(new XElement(
                Svg + "rect",
                new XAttribute("class", $"quarters__cell quarters__cell--{(overdue ? "overdue" : shade)}"),
                new XAttribute("x", left + 2), new XAttribute("y", top + 2), new XAttribute("width", CellWidth - 4), new XAttribute("height", CellHeight - 4)));
            if (cell.Due > 0)
            {
                group.Add(
                    Text(
                        overdue || shade > 2 ? "quarters__number quarters__number--light" : "quarters__number",
                        left + (CellWidth / 2),
                        top + 24,
                        cell.Due.ToString(CultureInfo.InvariantCulture)));
            }
        }

        return group;
    }

    private static XElement Text(string css, int x, int y, string words) =>
        new(Svg + "text", new XAttribute("class", css), new XAttribute("x", x), new XAttribute("y", y), words);
}
