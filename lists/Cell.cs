using NodaTime;

namespace AreaSend.Lists;

/// <summary>One cell of the row in hand. It points into the row's own memory and is gone when the next row is read.</summary>
public readonly ref struct Cell(CellKind kind, ReadOnlySpan<char> text, double number, LocalDate date)
{
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

    /// <summary>The whole number that was entered as a number or as digits; -1 when it is anything else, negative or above 15 digits.</summary>
    public long WholeNumber()
    {
        if (Kind == CellKind.Number)
        {
            return Number is >= 0 and < 1e15 && Math.Floor(Number) == Number ? (long)Number : -1;
        }

        return Kind == CellKind.Text && Text.Length <= 15 && !Text.ContainsAnyExceptInRange('0', '9') ? long.Parse(Text) : -1;
    }
}
