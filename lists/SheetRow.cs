using System.Globalization;
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

    private readonly bool[] _hiddenColumns = new bool[MaxColumns];
    private readonly Slot[] _slots = new Slot[MaxColumns];
    private char[] _text = new char[4096];
    private int _textLength;

    /// <summary>The row's number as Excel shows it, counted from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Whether the workbook hides the row.</summary>
    public bool IsHidden { get; private set; }

    /// <summary>
    /// Whether a cell of the row is out of the ordinary: an error, a formula without a result, an apostrophe before the text, noughts behind a point.
    /// </summary>
    public bool HasOddCells { get; private set; }

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
            return new Cell(slot.Kind, _text.AsSpan(slot.Start, slot.Length), slot.Number, slot.Date, slot.Marks);
        }
    }

    /// <summary>Whether the sheet hides the column, counted from 0.</summary>
    public bool HidesColumn(int column) => (uint)column < MaxColumns && _hiddenColumns[column];

    /// <summary>Forgets which columns the sheet before hid.</summary>
    public void BeginSheet() => Array.Clear(_hiddenColumns);

    /// <summary>Remembers that the sheet hides columns, counted from 0; the last one counts too.</summary>
    public void HideColumns(int first, int last)
    {
        for (var column = Math.Max(first, 0); column <= Math.Min(last, MaxColumns - 1); column++)
        {
            _hiddenColumns[column] = true;
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
        HasOddCells = false;
    }

    /// <summary>Gives the row in hand another number: a row that is repeated is read once.</summary>
    public void MoveTo(int number) => Number = number;

    /// <summary>Puts text in the column; spaces around it and one apostrophe before it are dropped, and text of nothing else is a blank.</summary>
    public void SetText(int column, ReadOnlySpan<char> value)
    {
        var trimmed = value.Trim();
        var hasApostrophe = trimmed is ['\'', ..];
        var text = hasApostrophe ? trimmed[1..].TrimStart() : trimmed;
        if (!text.IsEmpty && column < MaxColumns)
        {
            Set(column, CellKind.Text, text).Marks = hasApostrophe ? CellMarks.Apostrophe : CellMarks.None;
            HasOddCells |= hasApostrophe || (text[^1] == '0' && text.Contains('.'));
        }
    }

    /// <summary>
    /// Puts a number in the column, with the digits that the file writes it in; a whole number that is written as 9.99E9 or 9.0 gets plain digits.
    /// </summary>
    public void SetNumber(int column, double value, ReadOnlySpan<char> written)
    {
        if (column >= MaxColumns)
        {
            return;
        }

        Span<char> plain = stackalloc char[20];
        var isWhole = written.ContainsAny('.', 'E', 'e') && value is > -1e15 and < 1e15 && Math.Floor(value) == value;
        var text = isWhole && ((long)value).TryFormat(plain, out var length, default, CultureInfo.InvariantCulture) ? plain[..length] : written;
        Set(column, CellKind.Number, text).Number = value;
    }

    /// <summary>Puts a day in the column, and whether a time of day stood behind it.</summary>
    public void SetDate(int column, LocalDate value, bool hadTime = false)
    {
        if (column < MaxColumns)
        {
            ref var slot = ref Set(column, CellKind.Date, []);
            slot.Date = value;
            slot.Marks = hadTime ? CellMarks.TimeOfDay : CellMarks.None;
        }
    }

    /// <summary>Puts TRUE or FALSE in the column; no rule asks which.</summary>
    public void SetBoolean(int column) => SetKind(column, CellKind.Boolean);

    /// <summary>Puts an error of a formula in the column.</summary>
    public void SetError(int column) => SetKind(column, CellKind.Error);

    /// <summary>Puts a formula without a saved result in the column.</summary>
    public void SetUncalculated(int column) => SetKind(column, CellKind.Uncalculated);

    private void SetKind(int column, CellKind kind)
    {
        if (column < MaxColumns)
        {
            Set(column, kind, []);
            HasOddCells |= kind is CellKind.Error or CellKind.Uncalculated;
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
        public CellMarks Marks;
    }
}
