using System.Buffers.Binary;

namespace AreaSend.FileChecks.Archives;

/// <summary>
/// The end of an archive in 64 bits, which some writers always add in front of the usual one: a record of 56 bytes and 20 that point at it.
/// Some programs believe it and some never look, so it must say the same.
/// </summary>
internal static class Zip64End
{
    private const int RecordBytes = 56;
    private const int LocatorBytes = 20;
    private const int BytesAfterSize = 44;

    /// <summary>The end with the figures of the 64-bit record, or as it is when there is none.</summary>
    public static ZipEnd Agree(Stream content, ZipEnd end)
    {
        var start = end.Position - RecordBytes - LocatorBytes;
        if (start < 0)
        {
            return end;
        }

        var raw = new byte[RecordBytes + LocatorBytes];
        content.Position = start;
        content.ReadExactly(raw);
        var locator = raw.AsSpan(RecordBytes);
        if (!locator.StartsWith("PK\x06\x07"u8))
        {
            return end;
        }

        var wide = new ZipEnd(start, (int)Math.Min(int.MaxValue, Long(raw, 32)), (long)Long(raw, 40), (long)Long(raw, 48));
        var isSound = raw.AsSpan().StartsWith("PK\x06\x06"u8)
            && Long(raw, 4) == BytesAfterSize
            && Long(raw, 16) == 0
            && Long(raw, 24) == Long(raw, 32)
            && Long(raw, 40) <= (ulong)start
            && Long(raw, 48) <= (ulong)start
            && BinaryPrimitives.ReadUInt32LittleEndian(locator[4..]) == 0
            && BinaryPrimitives.ReadUInt64LittleEndian(locator[8..]) == (ulong)start
            && BinaryPrimitives.ReadUInt32LittleEndian(locator[16..]) == 1
            && (end.Entries == ushort.MaxValue || end.Entries == wide.Entries)
            && (end.DirectoryBytes == uint.MaxValue || end.DirectoryBytes == wide.DirectoryBytes)
            && (end.DirectoryStart == uint.MaxValue || end.DirectoryStart == wide.DirectoryStart);
        return isSound ? wide : throw new RefusedException(Refusals.TwoReadings);
    }

    private static ulong Long(byte[] raw, int at) => BinaryPrimitives.ReadUInt64LittleEndian(raw.AsSpan(at));
}
