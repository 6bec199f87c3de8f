namespace AreaSend.Lists.Files;

/// <summary>Counts what a file has cost so far and refuses it when it costs more than any list would.</summary>
internal sealed class RowBudget(CancellationToken cancellation)
{
    private int _rows;
    private int _cells;

    public CancellationToken Cancellation => cancellation;

    /// <summary>Counts a row, if a value stands in it: a sheet may be formatted down to its last row.</summary>
    /// <exception cref="UnreadableListException">The file has too many rows.</exception>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public void SpendRow(SheetRow row)
    {
        cancellation.ThrowIfCancellationRequested();
        if (row.Width > 0 && ++_rows > ReadingLimits.Rows)
        {
            throw new UnreadableListException(ReadingLimits.TooManyRows);
        }
    }

    /// <summary>Counts a cell with a value.</summary>
    /// <exception cref="UnreadableListException">The file has too many cells.</exception>
    public void SpendCell() => SpendCells(1);

    /// <summary>Counts cells with a value.</summary>
    /// <exception cref="UnreadableListException">The file has too many cells.</exception>
    public void SpendCells(int count)
    {
        _cells += count;
        if (_cells > ReadingLimits.Cells)
        {
            throw new UnreadableListException(ReadingLimits.TooManyCells);
        }
    }
}
