namespace AreaSend.Lists.Files;

/// <summary>Counts what a file has cost so far and refuses it when it costs more than any list would.</summary>
internal sealed class RowBudget(CancellationToken cancellation)
{
    private int _rows;
    private int _cells;

    public CancellationToken Cancellation => cancellation;

    /// <exception cref="UnreadableListException">The file has too many rows.</exception>
    /// <exception cref="OperationCanceledException">The caller has lost patience.</exception>
    public void SpendRow()
    {
        cancellation.ThrowIfCancellationRequested();
        if (++_rows > ReadingLimits.Rows)
        {
            throw new UnreadableListException(ReadingLimits.TooManyRows);
        }
    }

    /// <exception cref="UnreadableListException">The file has too many cells.</exception>
    public void SpendCell()
    {
        if (++_cells > ReadingLimits.Cells)
        {
            throw new UnreadableListException(ReadingLimits.TooManyCells);
        }
    }
}
