using System.Xml.Linq;
using AreaSend.Services.GettingReady.Audits;

namespace AreaSend.Web.GettingReady.Audits;

/// <summary>Draws the criteria that plans meet least: a bar for each under its name, with its number. It fits a telephone.</summary>
internal sealed class WeakestPicture(IReadOnlyList<CriterionResult> criteria)
{
    private const int Width = 340;
    private const int BarWidth = 285;
    private const int RowHeight = 46;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The picture as SVG.</summary>
    public string Draw()
    {
        var svg = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Width} {criteria.Count * RowHeight}"),
            new XAttribute("width", Width),
            new XAttribute("height", criteria.Count * RowHeight),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", "The criteria that plans meet least. The table below says the same."),
            new XAttribute("class", "picture weakest"));
        svg.Add(criteria.Select(Bar));
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Bar(CriterionResult result, int index)
    {
        var top = index * RowHeight;
        return new(
            Svg + "g",
            Text("weakest__name", 0, top + 16, result.Criterion.Short),
            Rectangle("weakest__whole", top, BarWidth),
            Rectangle("weakest__part", top, (int)Math.Round(result.Score * BarWidth)),
            Text("weakest__number", BarWidth + 8, top + 36, AuditWords.Percent(result.Score)));
    }

    private static XElement Rectangle(string css, int top, int width) => new(
        Svg + "rect", new XAttribute("class", css), new XAttribute("x", 0), new XAttribute("y", top + 24), new XAttribute("width", width), new XAttribute("height", 14));

    private static XElement Text(string css, int x, int y, string words) =>
        new(Svg + "text", new XAttribute("class", css), new XAttribute("x", x), new XAttribute("y", y), words);
}
