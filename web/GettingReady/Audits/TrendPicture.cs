using System.Xml.Linq;
using AreaSend.Services.GettingReady.Audits;

namespace AreaSend.Web.GettingReady.Audits;

/// <summary>Draws how much of what applies was met, quarter by quarter: a column for each, with its number. It fits a telephone.</summary>
internal sealed class TrendPicture(IReadOnlyList<AuditQuarter> quarters)
{
    private const int QuarterWidth = 42;
    private const int Least = 4;
    private const int PlotHeight = 150;
    private const int Top = 22;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The picture as SVG.</summary>
    public string Draw()
    {
        var (width, bottom) = (Math.Max(Least, quarters.Count) * QuarterWidth, Top + PlotHeight);
        var svg = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {width} {bottom + 42}"),
            new XAttribute("width", width),
            new XAttribute("height", bottom + 42),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", "How much of what applies was met, by quarter. The table below says the same."),
            new XAttribute("class", "picture trend"),
            new XElement(
                Svg + "line",
                new XAttribute("class", "trend__base"),
                new XAttribute("x1", 0),
                new XAttribute("y1", bottom),
                new XAttribute("x2", width),
                new XAttribute("y2", bottom)));
        for (var index = 0; index < quarters.Count; index++)
        {
            svg.Add(Column(quarters[index], index * QuarterWidth, bottom, withYear: index == 0 || quarters[index].First.Month == 1));
        }

        return svg.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Column(AuditQuarter quarter, int left, int bottom, bool withYear)
    {
        var (middle, column) = (left + (QuarterWidth / 2), new XElement(Svg + "g"));
        if (quarter.Score is { } score)
        {
            var height = (int)Math.Round(score * PlotHeight);
            column.Add(
                new XElement(
                    Svg + "rect", new XAttribute("class", "trend__column"),
                    new XAttribute("x", left + 5), new XAttribute("y", bottom - height), new XAttribute("width", QuarterWidth - 10), new XAttribute("height", height)),
                Text("trend__number", middle, bottom - height - 6, AuditWords.Percent(score)));
        }

        column.Add(Text("trend__quarter", middle, bottom + 18, $"Q{((quarter.First.Month - 1) / 3) + 1}"));
        if (withYear)
        {
            column.Add(Text("trend__quarter", middle, bottom + 36, $"{quarter.First.Year}"));
        }

        return column;
    }

    private static XElement Text(string css, int x, int y, string words) =>
        new(Svg + "text", new XAttribute("class", css), new XAttribute("x", x), new XAttribute("y", y), words);
}
