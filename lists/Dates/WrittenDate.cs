using NodaTime;

namespace AreaSend.Lists.Dates;

/// <summary>A date in writing: day, month and a year of four digits, as the template asks (DD/MM/YYYY), or the year first; a time of day may follow.</summary>
internal static class WrittenDate
{
    /// <summary>The date, or null: two digits for the year or a month before the day are not guessed at.</summary>
    public static LocalDate? Parse(ReadOnlySpan<char> text) => Parse(text, out _);

    /// <inheritdoc cref="Parse(ReadOnlySpan{char})"/>
    public static LocalDate? Parse(ReadOnlySpan<char> text, out bool hasTime)
    {
        hasTime = false;
        if (WithoutTime(text, out var seconds) is not { } day)
        {
            return null;
        }

        (var read, hasTime) = DayOfTime.Of(day, seconds);
        return read;
    }

    /// <summary>
    /// Whether the text is a date with the month before the day, and cannot be one with the day first. The other way round for
    /// <paramref name="dayFirst"/>: whether it is a date with the day first and cannot have the month first.
    /// </summary>
    public static bool IsOnly(ReadOnlySpan<char> text, bool dayFirst)
    {
        Span<int> parts = stackalloc int[3];
        Span<int> digits = stackalloc int[3];
        var end = text.IndexOfAny(' ', 'T');
        if (!TrySplit(end > 0 ? text[..end] : text, parts, digits) || digits is not [<= 2, <= 2, 4])
        {
            return false;
        }

        var (day, month) = dayFirst ? (parts[0], parts[1]) : (parts[1], parts[0]);
        return Valid(parts[2], month, day) is not null && day > 12;
    }

    private static LocalDate? WithoutTime(ReadOnlySpan<char> text, out double seconds)
    {
        seconds = 0;
        var end = text.IndexOfAny(' ', 'T');
        if (end <= 0)
        {
            return Day(text);
        }

        if (DayOfTime.Seconds(text[(end + 1)..].Trim()) is not { } time)
        {
            return null;
        }

        seconds = time;
        return Day(text[..end]);
    }

    private static LocalDate? Day(ReadOnlySpan<char> day)
    {
        Span<int> parts = stackalloc int[3];
        Span<int> digits = stackalloc int[3];
        if (!TrySplit(day, parts, digits))
        {
            return null;
        }

        return (digits[0], digits[1], digits[2]) switch
        {
            ( <= 2, <= 2, 4) => Valid(parts[2], parts[1], parts[0]),
            (4, <= 2, <= 2) => Valid(parts[0], parts[1], parts[2]),
            _ => null,
        };
    }

    private static LocalDate? Valid(int year, int month, int day) =>
        year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    private static bool TrySplit(ReadOnlySpan<char> text, Span<int> parts, Span<int> digits)
    {
        var part = 0;
        var separator = '\0';
        foreach (var character in text)
        {
            if (char.IsAsciiDigit(character))
            {
                if (++digits[part] > 4)
                {
                    return false;
                }

                parts[part] = (parts[part] * 10) + (character - '0');
            }
            else if (character is '/' or '-' or '.' && digits[part] > 0 && part < 2 && (part == 0 || character == separator))
            {
                separator = character;
                part++;
            }
            else
            {
                return false;
            }
        }

        return part == 2 && digits[2] > 0;
    }
}
