using System.Text.Unicode;
using CsvHelper;

namespace AreaSend.Lists.Files.Csv;

/// <summary>Reads a text file row by row, numbered as Excel numbers its rows when it opens the file.</summary>
internal sealed class CsvRows(TextReader text, char separator) : IDisposable
{
    private readonly CsvReader _reader = CsvReader.Create(text, new CsvReaderOptions
    {
        Separator = separator,
        HasHeader = false,
        SkipEmptyLines = false,
        MaxRecordSize = ReadingLimits.CsvRowBytes,
    });

    private readonly char[] _text = new char[SheetRow.MaxText];
    private int _number;

    /// <summary>Fills the row with the next one of the file; false at the file's end.</summary>
    /// <exception cref="UnreadableListException">A row does not end.</exception>
    public bool Read(SheetRow row, RowBudget budget)
    {
        _number++;
        if (!Advance())
        {
            return false;
        }

        row.Begin(_number, isHidden: false);
        for (var column = 0; column < _reader.FieldCount; column++)
        {
            Utf8.ToUtf16(_reader.GetSpan(column), _text, out _, out var length);
            row.SetText(column, _text.AsSpan(0, length));
            if (length > 0)
            {
                budget.SpendCell();
            }
        }

        return true;
    }

    public void Dispose() => _reader.Dispose();

    private bool Advance()
    {
        try
        {
            return _reader.Read();
        }
        catch (CsvFormatException)
        {
            throw new UnreadableListException(
                $"Row {_number} does not end: either the file has no ends of lines, or a quotation mark is opened and never closed. Open it in Excel, save it as .xlsx and send that.");
        }
    }
}
