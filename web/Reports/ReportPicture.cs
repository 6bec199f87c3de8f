using System.Globalization;
using System.Xml.Linq;

namespace AreaSend.Web.Reports;

/// <summary>Draws a report as bars, one a row, cut into parts: each part has its colour, its pattern of dashes and, where there is room, its number.</summary>
internal sealed class ReportPicture(ReportTable table)
{
    private const int Width = 760;
    private const int RowHeight = 44;
    private const int BarHeight = 18;
    private const int LegendHeight = 30;
    private const int NumberRoom = 60;
    private const int LeastForNumber = 26;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The picture as SVG.</summary>
    public string Draw()
    {
        var height = LegendHeight + (table.Rows.Count * RowHeight);
        var most = Math.Max(1, table.Rows.Max(Total));
        var svg = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Width} {height}"), new XAttribute("width", Width), new XAttribute("height", height), new XAttribute("role", "img"),
            new XAttribute("aria-label", $"{table.Title}. The table below says the same."), new XAttribute("class", "picture report"));
        svg.Add(Legend());
        svg.Add(table.Rows.Select((row, index) => Bar(row, LegendHeight + (index * RowHeight), most)));
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    private IEnumerable<XElement> Legend()
    {
        var x = 0;
        foreach (var part in table.Parts)
        {
            yield return Rectangle(part.Look, x, 4, 14, 14);
            yield return Text("report__legend", x + 20, 16, part.Words);
            x += 36 + (part.Words.Length * 8);
        }
    }

    private XElement Bar(IReadOnlyList<object> row, int top, int most)
    {
        var group = new XElement(Svg + "g", Text("report__name", 0, top + 14, row[0].ToString()!));
        var (x, scale) = (0, (Width - NumberRoom) / (double)most);
        foreach (var part in table.Parts)
        {
            var (value, width) = ((int)row[part.Column], (int)Math.Round((int)row[part.Column] * scale));
            if (value == 0)
            {
                continue;
            }

            width = Math.Max(2, width);
            group.Add(Rectangle(part.Look, x, top + 20, width, BarHeight));
            if (width >= LeastForNumber)
            {
                group.Add(Text($"report__number report__number--{part.Look}", x + 5, top + 34, Number(value)));
            }

            x += width;
        }

        group.Add(Text("report__total", x + 8, top + 34, Number(Total(row))));
        return group;
    }

    private int Total(IReadOnlyList<object> row) => table.Parts.Sum(part => (int)row[part.Column]);

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static XElement Rectangle(string look, int x, int y, int width, int height) => new(
        Svg + "rect", new XAttribute("class", $"report__part report__part--{look}"), new XAttribute("x", x), new XAttribute("y", y), new XAttribute("width", width), new XAttribute("height", height));

    private static XElement Text(string css, int x, int y, string words) =>
        new(Svg + "text", new XAttribute("class", css), new XAttribute("x", x), new XAttribute("y", y), words);
}
