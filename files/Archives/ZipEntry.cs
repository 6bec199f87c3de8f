using System.Buffers.Binary;

namespace AreaSend.FileChecks.Archives;

/// <summary>One entry of a zip archive, as its directory and the header in front of its data agree that it is.</summary>
/// <param name="Name">The name, with / between folders; data, never a path.</param>
/// <param name="Header">How it is packed, its sizes and its checksum.</param>
/// <param name="HeaderStart">Where the entry's own header begins.</param>
/// <param name="DataStart">Where its data begins.</param>
/// <param name="IsOneThing">A plain file or a plain folder: no link, no device, no file that is marked as a folder.</param>
internal sealed record ZipEntry(string Name, ZipHeader Header, long HeaderStart, long DataStart, bool IsOneThing)
{
    private const int WideFrom = 20;

    public bool IsFolder => Name.EndsWith('/');

    public bool IsDeflated => Header.Method == ZipHeader.Deflated;

    public uint Crc => Header.Crc;

    public long PackedBytes => Header.PackedBytes;

    public long ClaimedBytes => Header.ClaimedBytes;

    public long DataEnd => DataStart + PackedBytes;

    /// <summary>A folder has no content; Java packs that nothing into two bytes.</summary>
    public bool IsEmptyFolder(Stream content)
    {
        if (ClaimedBytes != 0 || Crc != 0 || PackedBytes is not (0 or 2))
        {
            return false;
        }

        Span<byte> packed = stackalloc byte[(int)PackedBytes];
        content.Position = DataStart;
        content.ReadExactly(packed);
        return packed is [] || (IsDeflated && packed is [3, 0]);
    }

    /// <summary>Whether what lies between the data and the next header is this entry's descriptor, and says what the directory says.</summary>
    public bool IsFollowedBy(Stream content, long bytes)
    {
        if (!Header.HasSizesBehind || bytes == 0)
        {
            return bytes == 0 && !Header.HasSizesBehind;
        }

        if (bytes is not (12 or 16 or 20 or 24))
        {
            return false;
        }

        Span<byte> descriptor = stackalloc byte[(int)bytes];
        content.Position = DataEnd;
        content.ReadExactly(descriptor);
        if (bytes is 16 or 24 && !descriptor[..4].SequenceEqual("PK\x07\x08"u8))
        {
            return false;
        }

        var figures = bytes is 16 or 24 ? descriptor[4..] : descriptor;
        return BinaryPrimitives.ReadUInt32LittleEndian(figures) == Crc && Sizes(figures[4..], bytes >= WideFrom) == (PackedBytes, ClaimedBytes);
    }

    private static (long Packed, long Claimed) Sizes(ReadOnlySpan<byte> figures, bool areWide) => areWide
        ? (BinaryPrimitives.ReadInt64LittleEndian(figures), BinaryPrimitives.ReadInt64LittleEndian(figures[8..]))
        : (BinaryPrimitives.ReadUInt32LittleEndian(figures), BinaryPrimitives.ReadUInt32LittleEndian(figures[4..]));
}
