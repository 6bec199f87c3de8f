using NodaTime;

namespace AreaSend.Lists.Dates;

/// <summary>How a cell of a date column was understood.</summary>
internal enum DateForm : byte
{
    /// <summary>Nothing was entered, or an error of a formula, which has a rule of its own.</summary>
    None,

    /// <summary>A date.</summary>
    Date,

    /// <summary>Text that reads as a date.</summary>
    Text,

    /// <summary>A bare number that counts days as Excel does.</summary>
    Serial,

    /// <summary>Something that is no date.</summary>
    Unreadable,
}

/// <summary>A cell of a date column, understood.</summary>
/// <param name="Form">How it was understood.</param>
/// <param name="Date">The day.</param>
/// <param name="HasTime">Whether a time of day stood behind it.</param>
internal readonly record struct DateReading(DateForm Form, LocalDate Date, bool HasTime = false)
{
    public bool IsKnown => Form is DateForm.Date or DateForm.Text or DateForm.Serial;

    public static DateReading Of(Cell cell, bool uses1904) => cell.Kind switch
    {
        CellKind.Blank or CellKind.Error or CellKind.Uncalculated => default,
        CellKind.Date => new(DateForm.Date, cell.Date, cell.HadTime),
        CellKind.Text => OfText(cell.Text, uses1904),
        CellKind.Number => OfNumber(cell.Number, uses1904),
        _ => new(DateForm.Unreadable, default),
    };

    private static DateReading OfNumber(double number, bool uses1904) =>
        ExcelDate.IsLikelySerial(number, uses1904) && ExcelDate.FromSerial(number, uses1904) is { } date
            ? new(DateForm.Serial, date)
            : new(DateForm.Unreadable, default);

    private static DateReading OfText(ReadOnlySpan<char> text, bool uses1904)
    {
        if ((WrittenDate.Parse(text, out var hasTime) ?? NamedMonth.Parse(text)) is { } date)
        {
            return new(DateForm.Text, date, hasTime);
        }

        return text.Length == 5 && !text.ContainsAnyExceptInRange('0', '9')
            ? OfNumber(int.Parse(text), uses1904)
            : new(DateForm.Unreadable, default);
    }
}
