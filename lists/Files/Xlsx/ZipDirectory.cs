using System.Buffers.Binary;

namespace AreaSend.Lists.Files.Xlsx;

/// <summary>Looks at where a zip archive's directory lies before the archive is opened, because opening reads the whole directory into memory.</summary>
internal static class ZipDirectory
{
    private const int EndRecordLength = 22;
    private const int LongestComment = ushort.MaxValue;

    /// <exception cref="UnreadableListException">The directory is larger than a workbook's, or there is none.</exception>
    public static void RequireSmall(Stream content)
    {
        var length = (int)Math.Min(content.Length, EndRecordLength + LongestComment);
        var tail = new byte[length];
        content.Position = content.Length - length;
        content.ReadExactly(tail);
        content.Position = 0;

        var end = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || end + EndRecordLength > length)
        {
            throw new UnreadableListException(ReadingLimits.Damaged);
        }

        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (content.Length - start > ReadingLimits.ZipDirectoryBytes + LongestComment)
        {
            throw new UnreadableListException(ReadingLimits.TooLarge);
        }
    }
}
