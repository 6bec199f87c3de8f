using AreaSend.Core.Calendars;
using NodaTime;

namespace AreaSend.Web.Inspections.Picture;

/// <summary>Where each day of a picture stands: working days wide, the other days narrow.</summary>
internal sealed class DayScale
{
    private const string Weekend = "weekend";

    private readonly Dictionary<LocalDate, Column> _columns = [];

    public DayScale(LocalDate from, LocalDate to, WorkingDayCalendar calendar, double left, double workingDay, double otherDay)
    {
        var x = left;
        for (var date = from; date <= to; date = date.PlusDays(1))
        {
            var why = WhyNotWorking(date, calendar);
            var column = new Column(date, x, why == Weekend ? otherDay : workingDay, why);
            _columns.Add(date, column);
            x += column.Width;
        }

        (Left, Right) = (left, x);
    }

    // A date within calendar months of another may lie beyond the years whose bank holidays are known: of those days only the weekends are.
    private static string? WhyNotWorking(LocalDate date, WorkingDayCalendar calendar) =>
        date.Year >= calendar.FirstYear && date.Year <= calendar.LastYear ? calendar.WhyNotWorking(date)
        : date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? Weekend
        : null;

    public double Left { get; }

    public double Right { get; }

    public IEnumerable<Column> Columns => _columns.Values;

    public Column? this[LocalDate date] => _columns.GetValueOrDefault(date);

    /// <summary>One day.</summary>
    /// <param name="Off"><c>weekend</c>, the name of the bank holiday, or null for a working day.</param>
    internal sealed record Column(LocalDate Date, double X, double Width, string? Off)
    {
        public double Middle => X + (Width / 2);
    }
}
