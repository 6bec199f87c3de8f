using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Core.Calendars;

/// <summary>
/// The one place that names the time zone. Deadlines are local dates and clock times in London; stored moments are instants.
/// No deadline falls into the hour that a clock change skips or repeats (1am to 2am on a Sunday), and if one did the earlier moment counts.
/// </summary>
public static class LondonTime
{
    /// <summary>Europe/London.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/London"];

    private static readonly LocalDatePattern LongDate = LocalDatePattern.Create("dddd d MMMM uuuu", CultureInfo.InvariantCulture);
    private static readonly LocalDatePattern ShortDate = LocalDatePattern.Create("ddd d MMM uuuu", CultureInfo.InvariantCulture);
    private static readonly LocalTimePattern FullHour = LocalTimePattern.Create("%h", CultureInfo.InvariantCulture);
    private static readonly LocalTimePattern HourAndMinute = LocalTimePattern.Create("h:mm", CultureInfo.InvariantCulture);

    // Hours and minutes of the offset, always: NodaTime's GeneralIso writes +01 and Z, which many readers of RFC 3339 refuse or take for UTC.
    private static readonly OffsetDateTimePattern IsoWithOffset =
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss;FFFFFFFFFo<+HH:mm>");

    /// <summary>The London date of a moment.</summary>
    public static LocalDate DateOf(Instant moment) => moment.InZone(Zone).Date;

    /// <summary>The moment at which the clocks in London show this date and time.</summary>
    public static Instant At(LocalDate date, LocalTime time) => Zone.AtLeniently(date + time).ToInstant();

    /// <summary>The moment at which a day begins in London.</summary>
    public static Instant StartOf(LocalDate date) => Zone.AtStartOfDay(date).ToInstant();

    /// <summary>The moment at which a day has ended in London: the next midnight. A deadline without a clock time is met before it.</summary>
    public static Instant EndOf(LocalDate date) => StartOf(date.PlusDays(1));

    /// <summary>With the offset London has at that moment, for machine-readable output: <c>2025-09-09T11:00:00+01:00</c>.</summary>
    public static OffsetDateTime WithOffset(Instant moment) => moment.InZone(Zone).ToOffsetDateTime();

    /// <summary>ISO 8601 with London's offset: <c>2025-09-09T11:00:00+01:00</c>.</summary>
    public static string Iso(Instant moment) => IsoWithOffset.Format(WithOffset(moment));

    /// <summary><c>Tuesday 6 January 2026</c>.</summary>
    public static string Show(LocalDate date) => LongDate.Format(date);

    /// <summary><c>Tue 6 Jan 2026</c>, for tables.</summary>
    public static string ShowShort(LocalDate date) => ShortDate.Format(date);

    /// <summary><c>11am</c>, <c>5:30pm</c>.</summary>
    public static string Show(LocalTime time) =>
        (time.Minute == 0 ? FullHour : HourAndMinute).Format(time) + (time.Hour < 12 ? "am" : "pm");

    /// <summary><c>Tuesday 6 January 2026, 11am</c>.</summary>
    public static string Show(Instant moment)
    {
        var local = moment.InZone(Zone);
        return $"{Show(local.Date)}, {Show(local.TimeOfDay)}";
    }
}
