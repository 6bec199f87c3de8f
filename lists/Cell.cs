using System.Buffers;
using NodaTime;

namespace AreaSend.Lists;

/// <summary>One cell of the row in hand. It points into the row's own memory and is gone when the next row is read.</summary>
public readonly ref struct Cell(CellKind kind, ReadOnlySpan<char> text, double number, LocalDate date, CellMarks marks = CellMarks.None)
{
    private static readonly SearchValues<char> Mantissa = SearchValues.Create("0123456789.");

    /// <summary>What sort of value it is.</summary>
    public CellKind Kind { get; } = kind;

    /// <summary>The text without spaces around it; a number as the file writes it; empty for every other kind.</summary>
    public ReadOnlySpan<char> Text { get; } = text;

    /// <summary>The value of a number; 0 for every other kind.</summary>
    public double Number { get; } = number;

    /// <summary>The value of a date; without meaning for every other kind.</summary>
    public LocalDate Date { get; } = date;

    /// <summary>Whether nothing was entered.</summary>
    public bool IsBlank => Kind == CellKind.Blank;

    /// <summary>Whether there is a value to judge: something was entered, and it is no formula that gave none.</summary>
    public bool HasValue => Kind is not (CellKind.Blank or CellKind.Error or CellKind.Uncalculated);

    /// <summary>Whether an apostrophe stood before the text; it was taken off.</summary>
    public bool HadApostrophe => marks.HasFlag(CellMarks.Apostrophe);

    /// <summary>Whether the date had a time of day more than a minute from midnight.</summary>
    public bool HadTime => marks.HasFlag(CellMarks.TimeOfDay);

    /// <summary>The text; of digits with a point and noughts behind them, as in 123456.0, the digits alone.</summary>
    public ReadOnlySpan<char> TextWithoutDecimals => EndsInNoughts ? Text[..Text.IndexOf('.')] : Text;

    /// <summary>Whether a whole number is written as text with a point and noughts behind it.</summary>
    public bool EndsInNoughts =>
        Kind == CellKind.Text && Text.IndexOf('.') is > 0 and var point && point < Text.Length - 1
        && !Text[..point].ContainsAnyExceptInRange('0', '9') && !Text[(point + 1)..].ContainsAnyExcept('0');

    /// <summary>Whether the text is a number in scientific notation, as in 9.99E+09: the digits that it leaves out are lost.</summary>
    public bool IsScientific =>
        Kind == CellKind.Text && Text.IndexOf("E+", StringComparison.OrdinalIgnoreCase) is > 0 and var exponent
        && Text[..exponent].IndexOfAnyExcept(Mantissa) < 0 && exponent + 2 < Text.Length && !Text[(exponent + 2)..].ContainsAnyExceptInRange('0', '9');

    /// <summary>The whole number that was entered as a number or as digits; -1 when it is anything else, negative or above 15 digits.</summary>
    public long WholeNumber()
    {
        if (Kind == CellKind.Number)
        {
            return Number is >= 0 and < 1e15 && Math.Floor(Number) == Number ? (long)Number : -1;
        }

        var digits = TextWithoutDecimals;
        return Kind == CellKind.Text && digits.Length <= 15 && !digits.ContainsAnyExceptInRange('0', '9') ? long.Parse(digits) : -1;
    }
}
