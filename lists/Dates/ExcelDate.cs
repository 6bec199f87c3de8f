using NodaTime;

namespace AreaSend.Lists.Dates;

/// <summary>Days as Excel counts them.</summary>
public static class ExcelDate
{
    private const double LastSerial = 2_958_465;
    private const double Minute = 1.0 / 1440;
    private static readonly LocalDate DayZero = new(1899, 12, 30);
    private static readonly LocalDate DayZeroBeforeMarch1900 = new(1899, 12, 31);
    private static readonly LocalDate DayZeroOf1904 = new(1904, 1, 1);

    /// <summary>
    /// The day that a serial number stands for. Within a minute of midnight it is that midnight's day; another hour is dropped. Null when Excel shows
    /// no date for it. Excel believes in 29 February 1900: its serial 60 is read as 28 February.
    /// </summary>
    public static LocalDate? FromSerial(double serial, bool uses1904) => DayOf(Rounded(serial), uses1904);

    /// <summary>Whether the serial number has a time of day more than a minute from midnight.</summary>
    public static bool HasTime(double serial) => serial - Math.Floor(serial) is > Minute and < 1 - Minute;

    // A fraction of a day that is a minute off 1 is the next day; double precision itself is off by less than a second.
    private static double Rounded(double serial) => serial - Math.Floor(serial) >= 1 - Minute ? Math.Ceiling(serial) : Math.Floor(serial);

    private static LocalDate? DayOf(double serial, bool uses1904)
    {
        if (!(serial >= 0 && serial <= LastSerial))
        {
            return null;
        }

        var days = (int)serial;
        return uses1904 ? (days <= LastSerial - 1462 ? DayZeroOf1904.PlusDays(days) : null)
            : days == 0 ? null
            : days < 60 ? DayZeroBeforeMarch1900.PlusDays(days)
            : DayZero.PlusDays(days);
    }

    /// <summary>Whether a number that is not shown as a date could be one: a day from 1920 to 2099.</summary>
    public static bool IsLikelySerial(double number, bool uses1904) =>
        Math.Floor(number) == number && FromSerial(number, uses1904) is { Year: >= 1920 and < 2100 };
}
