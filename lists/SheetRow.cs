using NodaTime;

namespace AreaSend.Lists;

/// <summary>
/// One row of a sheet, refilled for every row so that a list of any length takes the memory of one row.
/// Columns are counted from 0; what lies beyond <see cref="MaxColumns"/> is not kept.
/// </summary>
public sealed class SheetRow
{
    /// <summary>Columns beyond this many are not looked at: a list has 21.</summary>
    public const int MaxColumns = 256;

    /// <summary>No more of a cell's text is kept: the longest thing a rule reads is a column's name.</summary>
    public const int MaxText = 1000;

    private readonly Slot[] _slots = new Slot[MaxColumns];
    private char[] _text = new char[4096];
    private int _textLength;

    /// <summary>The row's number as Excel shows it, counted from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Whether the workbook hides the row.</summary>
    public bool IsHidden { get; private set; }

    /// <summary>One more than the last column that holds something; 0 for a blank row.</summary>
    public int Width { get; private set; }

    /// <summary>Whether the workbook counts days from 1904, as books made on an old Macintosh do.</summary>
    public bool Uses1904 { get; set; }

    /// <summary>The cell in the column, counted from 0; blank where the row has none.</summary>
    public Cell this[int column]
    {
        get
        {
            if ((uint)column >= (uint)Width)
            {
                return default;
            }

            ref readonly var slot = ref _slots[column];
            return new Cell(slot.Kind, _text.AsSpan(slot.Start, slot.Length), slot.Number, slot.Date);
        }
    }

    /// <summary>Forgets the row in hand and begins another.</summary>
    public void Begin(int number, bool isHidden)
    {
        Array.Clear(_slots, 0, Width);
        _textLength = 0;
        Number = number;
        IsHidden = isHidden;
        Width = 0;
    }

    /// <summary>Puts text in the column; spaces around it are dropped, and text of nothing but spaces is a blank.</summary>
    public void SetText(int column, ReadOnlySpan<char> value)
    {
        var trimmed = value.Trim();
        if (!trimmed.IsEmpty && column < MaxColumns)
        {
            Set(column, CellKind.Text, trimmed);
        }
    }

    /// <summary>Puts a number in the column, with the digits that the file writes it in.</summary>
    public void SetNumber(int column, double value, ReadOnlySpan<char> written)
    {
        if (column < MaxColumns)
        {
            Set(column, CellKind.Number, written).Number = value;
        }
    }

    /// <summary>Puts a date in the column.</summary>
    public void SetDate(int column, LocalDate value)
    {
        if (column < MaxColumns)
        {
            Set(column, CellKind.Date, []).Date = value;
        }
    }

    /// <summary>Puts TRUE or FALSE in the column; no rule asks which.</summary>
    public void SetBoolean(int column) => SetKind(column, CellKind.Boolean);

    /// <summary>Puts an error of a formula in the column.</summary>
    public void SetError(int column) => SetKind(column, CellKind.Error);

    private void SetKind(int column, CellKind kind)
    {
        if (column < MaxColumns)
        {
            Set(column, kind, []);
        }
    }

    private ref Slot Set(int column, CellKind kind, ReadOnlySpan<char> text)
    {
        var kept = text.Length > MaxText ? text[..MaxText] : text;
        if (_textLength + kept.Length > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _textLength + kept.Length));
        }

        kept.CopyTo(_text.AsSpan(_textLength));
        ref var slot = ref _slots[column];
        slot = new Slot { Kind = kind, Start = _textLength, Length = kept.Length };
        _textLength += kept.Length;
        Width = Math.Max(Width, column + 1);
        return ref slot;
    }

    private struct Slot
    {
        public CellKind Kind;
        public int Start;
        public int Length;
        public double Number;
        public LocalDate Date;
    }
}
