using NodaTime;

namespace AreaSend.Lists.Dates;

/// <summary>The day that a moment of local time stands for in a column of dates.</summary>
internal static class DayOfTime
{
    private const double Minute = 60;
    private const double Day = 86_400;

    /// <summary>
    /// The day, and whether a time of day stands behind it. Within a minute of midnight it is midnight: programs that store days as seconds
    /// since 1900 miss it by as much.
    /// </summary>
    /// <param name="day">The calendar day of the moment.</param>
    /// <param name="seconds">Seconds since its midnight.</param>
    public static (LocalDate Day, bool HasTime) Of(LocalDate day, double seconds) =>
        seconds <= Minute ? (day, false)
        : seconds < Day - Minute ? (day, true)
        : day == LocalDate.MaxIsoValue ? (day, false)
        : (day.PlusDays(1), false);

    /// <summary>The time in writing, HH:mm or HH:mm:ss with or without a fraction or a Z, in seconds; null when it is none.</summary>
    public static double? Seconds(ReadOnlySpan<char> time)
    {
        var said = time.TrimEnd('Z');
        return said.Length is 5 or >= 8 && said[2] == ':' && Two(said) is >= 0 and < 24 and var hour && Two(said[3..]) is >= 0 and < 60 and var minute
            ? SecondsOf(said[5..]) is { } seconds ? (hour * 3600) + (minute * 60) + seconds : null
            : null;
    }

    private static double? SecondsOf(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
        {
            return 0;
        }

        return
            rest[0] == ':'
            && Two(rest[1..]) is >= 0 and < 60 and var seconds
            && (rest.Length == 3 || (rest[3] is '.' or ',' && !rest[4..].ContainsAnyExceptInRange('0', '9')))
            ? seconds
            : null;
    }

    private static int Two(ReadOnlySpan<char> text) =>
        text.Length >= 2 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]) ? ((text[0] - '0') * 10) + (text[1] - '0') : -1;
}
