using NodaTime;

namespace AreaSend.Lists.Dates;

/// <summary>A date in writing: day, month and a year of four digits, as the template asks (DD/MM/YYYY), or the year first; midnight may follow.</summary>
internal static class WrittenDate
{
    /// <summary>The date, or null: two digits for the year, a month by name or a month before the day are not guessed at.</summary>
    public static LocalDate? Parse(ReadOnlySpan<char> text)
    {
        var day = WithoutMidnight(text);
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

    private static ReadOnlySpan<char> WithoutMidnight(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(' ', 'T');
        return end > 0 && text[(end + 1)..] is "00:00" or "00:00:00" or "00:00:00.000" or "00:00:00Z" ? text[..end] : text;
    }

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
