namespace AreaSend.FileChecks.Archives;

/// <summary>
/// Reads the directory of a zip archive strictly. Programs differ in what they make of an archive that contradicts itself; here it must tile the file:
/// the first entry at the first byte, entries side by side, then the directory, then the end. So nothing is hidden, shared or read twice.
/// </summary>
internal static class ZipDirectory
{
    public static List<ZipEntry> Read(Stream content, CheckScope scope)
    {
        var end = ZipEnd.Of(content);
        scope.Budget.SpendEntries(end.Entries);
        var entries = ReadRecords(content, end, scope);
        RequireTiling(content, entries, end);
        if (entries.Any(entry => entry.IsFolder && !entry.IsEmptyFolder(content)))
        {
            throw new RefusedException(Refusals.TwoReadings);
        }

        EntryNames.Require(entries);
        return entries;
    }

    private static List<ZipEntry> ReadRecords(Stream content, ZipEnd end, CheckScope scope)
    {
        var directoryEnd = end.DirectoryStart + end.DirectoryBytes;
        if (directoryEnd != end.Position)
        {
            throw new RefusedException(directoryEnd > end.Position ? Refusals.Damaged : Refusals.TwoKinds);
        }

        var entries = new List<ZipEntry>();
        var position = end.DirectoryStart;
        while (position < directoryEnd && entries.Count < end.Entries)
        {
            scope.Cancellation.ThrowIfCancellationRequested();
            var record = ZipRecord.Read(content, position);
            entries.Add(record.ToEntry(content));
            position = record.Next;
        }

        return entries.Count == end.Entries && position == directoryEnd ? entries : throw new RefusedException(Refusals.Damaged);
    }

    private static void RequireTiling(Stream content, List<ZipEntry> entries, ZipEnd end)
    {
        var inOrder = entries.OrderBy(entry => entry.HeaderStart).ToList();
        if ((inOrder.FirstOrDefault()?.HeaderStart ?? end.DirectoryStart) > 0)
        {
            throw new RefusedException(Refusals.TwoKinds);
        }

        for (var index = 0; index < inOrder.Count; index++)
        {
            var entry = inOrder[index];
            var next = index + 1 < inOrder.Count ? inOrder[index + 1].HeaderStart : end.DirectoryStart;
            if (next < entry.DataEnd)
            {
                throw new RefusedException(Refusals.Overlap);
            }

            if (!entry.IsFollowedBy(content, next - entry.DataEnd))
            {
                throw new RefusedException(Refusals.TwoReadings);
            }
        }
    }
}
