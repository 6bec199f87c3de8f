namespace AreaSend.FileChecks.Archives;

/// <summary>What one upload may still inflate to, over all that is packed in it at any depth.</summary>
internal sealed class InflationBudget(UploadLimits limits)
{
    private long _bytesLeft = limits.InflatedBytes;
    private int _entriesLeft = limits.Entries;

    public void SpendEntries(int count)
    {
        _entriesLeft -= count;
        if (_entriesLeft < 0)
        {
            throw new RefusedException(Refusals.TooManyEntries);
        }
    }

    /// <param name="count">Bytes that have just been inflated.</param>
    /// <param name="inflated">Bytes of the same entry so far, these included.</param>
    /// <param name="packed">Bytes that the entry takes in the file.</param>
    public void SpendBytes(int count, long inflated, long packed)
    {
        _bytesLeft -= count;
        if (_bytesLeft < 0 || (inflated > limits.RatioFreeBytes && inflated / limits.Ratio > packed))
        {
            throw new RefusedException(Refusals.UnpacksTooLarge);
        }
    }
}
