using AreaSend.Core.AnnexA.Lists;

namespace AreaSend.Services.AnnexA.Lists.Csv;

/// <summary>
/// Reads a text file record by record, numbered as Excel numbers its rows when it opens the file.
/// A quotation mark at a field's beginning encloses it; two within it stand for one.
/// </summary>
internal sealed class CsvReader(TextReader text, char separator)
{
    private readonly char[] _buffer = new char[1 << 14];
    private readonly char[] _field = new char[SheetRow.MaxText];
    private int _next;
    private int _end;
    private int _kept;
    private int _length;
    private int _number;

    /// <summary>Fills the row with the next record; false at the file's end.</summary>
    /// <exception cref="UnreadableListException">A field does not end.</exception>
    public bool Read(SheetRow row, RowBudget budget)
    {
        if (Peek() < 0)
        {
            return false;
        }

        row.Begin(++_number, isHidden: false);
        for (var column = 0; ; column++)
        {
            budget.SpendCell();
            var end = ReadField();
            row.SetText(column, _field.AsSpan(0, _kept));
            if (end != separator)
            {
                return true;
            }
        }
    }

    /// <summary>Reads one field, and the character that ended it: the separator, a line's end or -1.</summary>
    private int ReadField()
    {
        _kept = 0;
        _length = 0;
        if (Peek() == '"')
        {
            ReadQuoted();
        }

        while (true)
        {
            var character = Take();
            if (character < 0 || character == separator || character == '\n')
            {
                return character;
            }

            if (character == '\r')
            {
                return Peek() == '\n' ? Take() : '\n';
            }

            Keep((char)character);
        }
    }

    private void ReadQuoted()
    {
        Take();
        while (true)
        {
            var character = Take();
            if (character < 0)
            {
                return;
            }

            if (character == '"')
            {
                if (Peek() != '"')
                {
                    return;
                }

                Take();
            }

            Keep((char)character);
        }
    }

    private void Keep(char character)
    {
        if (_kept < _field.Length)
        {
            _field[_kept++] = character;
        }

        if (++_length > ReadingLimits.FieldCharacters)
        {
            throw new UnreadableListException($"A field in row {_number} does not end: a quotation mark is opened and never closed.");
        }
    }

    private int Peek()
    {
        if (_next == _end)
        {
            _end = text.Read(_buffer);
            _next = 0;
        }

        return _end == 0 ? -1 : _buffer[_next];
    }

    private int Take()
    {
        var character = Peek();
        _next += character < 0 ? 0 : 1;
        return character;
    }
}
