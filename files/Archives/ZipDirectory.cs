namespace AreaSend.FileChecks.Archives;

/// <summary>
/// Reads the directory of a zip archive strictly. Programs differ in what they make of an archive that contradicts itself; here it must tile the file:
/// the first entry at the first byte, entries side by side, then the directory, then the end. So nothing is hidden, shared or read twice.
/// </summary>
internal static class ZipDirectory
{
    /// <summary>What may lie behind an entry's data: a descriptor of 12 to 24 bytes.</summary>
    private const int MostBytesBetween = 24;

    /// <summary>The records of the 64-bit format between directory and end, which some writers always add.</summary>
    private const int MostBytesBeforeEnd = 4096;

    public static List<ZipEntry> Read(Stream content, CheckScope scope)
    {
        var end = ZipEnd.Of(content);
        scope.Budget.SpendEntries(end.Entries);
        var entries = ReadRecords(content, end, scope);
        RequireTiling(entries, end);
        return entries;
    }

    private static List<ZipEntry> ReadRecords(Stream content, ZipEnd end, CheckScope scope)
    {
        if (end.DirectoryStart + end.DirectoryBytes > end.Position)
        {
            throw new RefusedException(Refusals.Damaged);
        }

        if (end.Position - end.DirectoryStart - end.DirectoryBytes > MostBytesBeforeEnd)
        {
            throw new RefusedException(Refusals.TwoKinds);
        }

        var entries = new List<ZipEntry>();
        var position = end.DirectoryStart;
        while (position < end.DirectoryStart + end.DirectoryBytes)
        {
            scope.Cancellation.ThrowIfCancellationRequested();
            var record = ZipRecord.Read(content, position);
            entries.Add(record.ToEntry(content));
            position = record.Next;
            if (entries.Count > end.Entries)
            {
                throw new RefusedException(Refusals.Damaged);
            }
        }

        return entries.Count == end.Entries ? entries : throw new RefusedException(Refusals.Damaged);
    }

    private static void RequireTiling(List<ZipEntry> entries, ZipEnd end)
    {
        long position = 0;
        foreach (var entry in entries.OrderBy(entry => entry.HeaderStart))
        {
            RequireNeighbours(position, entry.HeaderStart, isFirst: position == 0);
            position = entry.DataEnd;
        }

        RequireNeighbours(position, end.DirectoryStart, isFirst: position == 0);
    }

    private static void RequireNeighbours(long before, long after, bool isFirst)
    {
        if (after < before)
        {
            throw new RefusedException(Refusals.Overlap);
        }

        if (after - before > (isFirst ? 0 : MostBytesBetween))
        {
            throw new RefusedException(Refusals.TwoKinds);
        }
    }
}
