using System.Globalization;
using System.Xml.Linq;
using AreaSend.Core.Calendars;
using AreaSend.Services.Programme;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Web.Programme;

/// <summary>Draws how many inspections are on site in each of the next weeks: a column a week, with its number.</summary>
internal sealed class WeekPicture(LoadView load)
{
    private const int WeeksShown = 40;
    private const int WeekWidth = 26;
    private const int PlotHeight = 130;
    private const int Top = 22;
    private const int LabelEvery = 4;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly LocalDatePattern DayAndMonth = LocalDatePattern.Create("d MMM", CultureInfo.InvariantCulture);

    /// <summary>The picture as SVG.</summary>
    public string Draw()
    {
        var first = Weeks.MondayOf(load.AsOf);
        var counts = load.Weeks.ToDictionary(week => week.Monday, week => week.OnSite.Count);
        var most = Math.Max(4, counts.Values.DefaultIfEmpty().Max());
        var (width, bottom) = ((WeeksShown * WeekWidth) + 30, Top + PlotHeight);
        var svg = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {width} {bottom + 26}"),
            new XAttribute("width", width),
            new XAttribute("height", bottom + 26),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", $"Inspections on site in each of the next {WeeksShown} weeks. The table below says the same."),
            new XAttribute("class", "picture weeks"),
            Line("weeks__base", 0, bottom, width, bottom));
        foreach (var (monday, index) in Enumerable.Range(0, WeeksShown).Select(week => (first.PlusWeeks(week), week)))
        {
            var (left, count) = (index * WeekWidth, counts.GetValueOrDefault(monday));
            var height = PlotHeight * count / most;
            if (count > 0)
            {
                svg.Add(new XElement(
                    Svg + "rect", new XAttribute("class", "weeks__column"),
                    new XAttribute("x", left + 3), new XAttribute("y", bottom - height), new XAttribute("width", WeekWidth - 6), new XAttribute("height", height)));
                svg.Add(Text("weeks__number", left + (WeekWidth / 2), bottom - height - 5, count.ToString(CultureInfo.InvariantCulture)));
            }

            if (index % LabelEvery == 0)
            {
                svg.Add(Line("picture__week", left, bottom, left, bottom + 6), Text("picture__date", left + 3, bottom + 20, DayAndMonth.Format(monday)));
            }
        }

        return svg.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Line(string css, int x1, int y1, int x2, int y2) => new(
        Svg + "line", new XAttribute("class", css), new XAttribute("x1", x1), new XAttribute("y1", y1), new XAttribute("x2", x2), new XAttribute("y2", y2));

    private static XElement Text(string css, int x, int y, string words) =>
        new(Svg + "text", new XAttribute("class", css), new XAttribute("x", x), new XAttribute("y", y), words);
}
