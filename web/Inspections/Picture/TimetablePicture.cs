using System.Globalization;
using System.Xml.Linq;
using AreaSend.Core;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Web.Inspections.Picture;

/// <summary>Draws steps along working days, a row each: holidays shaded, today marked, each step's shape and date beside its name.</summary>
internal sealed class TimetablePicture(InspectionCase @case, IReadOnlyList<PlannedStep> steps, WorkingDayCalendar calendar, Instant now, PictureLayout layout)
{
    private const double HeaderHeight = 54;
    private const double NameHeight = 20;
    private const double AboveDates = HeaderHeight - 26; // Where the dates above the days begin and end: their feet stand 12 above the days.
    private const double BelowDates = HeaderHeight - 7;
    private const double DayInWorkingDays = 4; // A day of a weekend is this much narrower than a working day.

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly LocalDatePattern DayAndMonth = LocalDatePattern.Create("ddd d MMM", CultureInfo.InvariantCulture);
    private static readonly LocalDatePattern MondayOf = LocalDatePattern.Create("d MMM", CultureInfo.InvariantCulture);

    private readonly List<(PlannedStep Step, StepMark Mark, LocalDate Date)> _rows =
    [
        .. from step in steps
           let mark = StepMarks.Of(step, @case, now)
           let date = DateOf(step) ?? (WaitsNow(step, mark, @case) ? LondonTime.DateOf(now) : null)
           where date is not null
           select (step, mark, date.Value),
    ];

    /// <summary>The picture as SVG.</summary>
    /// <param name="title">What it shows, for those who cannot see it; the table beneath says the same in full.</param>
    public string Draw(string title)
    {
        if (_rows.Count == 0)
        {
            return "";
        }

        var scale = Scale();
        var height = HeaderHeight + (_rows.Count * layout.RowHeight) + 8;
        var width = scale.Right + layout.DateWidth;
        var svg = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Number(width)} {Number(height)}"),
            new XAttribute("width", Number(width)),
            new XAttribute("height", Number(height)),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", $"{title}. The table below says the same."),
            new XAttribute("class", $"picture picture--{layout.Css}"));
        svg.Add(Days(scale, height));
        svg.Add(Today(scale, height));
        svg.Add(_rows.Select((_, row) => Row(row, scale)));
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    private DayScale Scale()
    {
        var dates = _rows.SelectMany(row => new[] { row.Date, row.Step.DueDate ?? row.Date }).ToList();
        var from = Weeks.MondayOf(dates.Min());
        var to = dates.Max().With(DateAdjusters.NextOrSame(IsoDayOfWeek.Sunday));
        var weeks = Period.DaysBetween(from, to.PlusDays(1)) / 7.0;
        var workingDay = Math.Min(layout.WidestDay, layout.DaysWidth / (weeks * (5 + (2 / DayInWorkingDays))));
        return new DayScale(from, to, calendar, layout.DaysFrom, workingDay, workingDay / DayInWorkingDays);
    }

    private IEnumerable<XElement> Days(DayScale scale, double height)
    {
        foreach (var day in scale.Columns.Where(day => day.Off is not null))
        {
            yield return Rectangle(
                day.Off == "weekend" ? "picture__weekend" : "picture__holiday",
                day.X,
                HeaderHeight,
                day.Width,
                height - HeaderHeight,
                day.Off == "weekend" ? null : $"{day.Off}, {LondonTime.Show(day.Date)}");
        }

        var mondays = scale.Columns.Where(day => day.Date.DayOfWeek == IsoDayOfWeek.Monday).ToList();
        var every = Math.Max(1, (int)Math.Ceiling(52 / (mondays.Count > 1 ? mondays[1].X - mondays[0].X : 52)));
        foreach (var (monday, index) in mondays.Select((day, index) => (day, index)))
        {
            yield return Line("picture__week", monday.X, HeaderHeight - 6, monday.X, height);
            if (index % every == 0 && (monday.X + 45 <= scale.Right || !layout.NamesAbove))
            {
                yield return Text("picture__date", monday.X + 3, HeaderHeight - 12, MondayOf.Format(monday.Date));
            }
        }
    }

    private XElement Row(int row, DayScale scale)
    {
        var (step, mark, date) = _rows[row];
        var (top, bottom) = (HeaderHeight + (row * layout.RowHeight), HeaderHeight + ((row + 1) * layout.RowHeight));
        var middle = (layout.NamesAbove ? top + NameHeight + bottom : top + bottom) / 2;
        var at = scale[date]!.Middle;
        var group = new XElement(Svg + "g", new XAttribute("class", $"picture__step picture__step--{mark.Css()}"));
        group.Add(Line("picture__row", 0, bottom, scale.Right + layout.DateWidth, bottom));
        group.Add(Text("picture__label", 0, layout.NamesAbove ? top + NameHeight - 4 : middle + 5, Short(step.Definition.Title)));
        if (step.Met is not null && step.DueDate is { } due && due < date)
        {
            group.Add(Line("picture__due", scale[due]!.Middle, middle - 8, scale[due]!.Middle, middle + 8));
            group.Add(Line("picture__lag", scale[due]!.Middle, middle, at, middle));
        }

        var onTheLeft = layout.NamesAbove && at > scale.Right / 2;
        group.Add(StepShape.Draw(Svg, mark, at, middle));
        group.Add(Text("picture__when", onTheLeft ? at - 15 : at + 15, middle + 5, When(step, mark), onTheLeft ? "end" : "start"));
        return group;
    }

    private IEnumerable<XElement> Today(DayScale scale, double height)
    {
        if (scale[LondonTime.DateOf(now)] is { } today)
        {
            // The line leaves out the dates above the days, and names that stand above their rows: it would run through the words.
            var segments = layout.NamesAbove
                ? _rows.Select((_, row) => (From: HeaderHeight + (row * layout.RowHeight) + NameHeight, To: HeaderHeight + ((row + 1) * layout.RowHeight)))
                    .Prepend((From: BelowDates, To: HeaderHeight))
                : [(From: BelowDates, To: height)];
            foreach (var (from, to) in segments.Prepend((From: 22, To: AboveDates)))
            {
                yield return Line("picture__today", today.Middle, from, today.Middle, to);
            }

            yield return Text("picture__today-label", today.Middle, 18, "Today", anchor: "middle");
        }
    }

    private string When(PlannedStep step, StepMark mark)
    {
        if (DateOf(step) is not { } date)
        {
            return mark.Show();
        }

        var clock = step.Met is null && !layout.NamesAbove && step.Definition.Due.By is { } by ? $", {LondonTime.Show(by)}" : "";
        var word = mark switch
        {
            StepMark.Met or StepMark.Fixed => "",
            StepMark.Forecast => " forecast",
            _ => $" {mark.Show().Small()}",
        };
        return DayAndMonth.Format(date) + clock + word;
    }

    private string Short(string title) => title.Length <= layout.LongestName ? title : string.Concat(title.AsSpan(0, layout.LongestName - 1).TrimEnd(), "…");

    private static LocalDate? DateOf(PlannedStep step) => step.Met is { } met ? LondonTime.DateOf(met.At) : step.DueDate;

    // What has no date stands under today while somebody has to do something about it: a complaint to resolve, a plan to confirm.
    private static bool WaitsNow(PlannedStep step, StepMark mark, InspectionCase @case) =>
        mark == StepMark.Held || (mark == StepMark.Waiting && step.Definition.After is { } before && @case.Met.ContainsKey(before));

    private static XElement Rectangle(string css, double x, double y, double width, double height, string? title) => new(
        Svg + "rect",
        new XAttribute("class", css),
        new XAttribute("x", Number(x)),
        new XAttribute("y", Number(y)),
        new XAttribute("width", Number(width)),
        new XAttribute("height", Number(height)),
        title is null ? null : new XElement(Svg + "title", title));

    private static XElement Line(string css, double x1, double y1, double x2, double y2) => new(
        Svg + "line",
        new XAttribute("class", css),
        new XAttribute("x1", Number(x1)),
        new XAttribute("y1", Number(y1)),
        new XAttribute("x2", Number(x2)),
        new XAttribute("y2", Number(y2)));

    private static XElement Text(string css, double x, double y, string text, string anchor = "start") => new(
        Svg + "text",
        new XAttribute("class", css),
        new XAttribute("x", Number(x)),
        new XAttribute("y", Number(y)),
        new XAttribute("text-anchor", anchor),
        text);

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
