namespace AreaSend.FileChecks.Archives;

/// <summary>One entry of a zip archive, as its directory and the header in front of its data agree that it is.</summary>
/// <param name="Name">The name, with / between folders; data, never a path.</param>
/// <param name="IsDeflated">Packed by deflate; otherwise stored as it is.</param>
/// <param name="Crc">The checksum that the content must come to.</param>
/// <param name="PackedBytes">Bytes in the archive.</param>
/// <param name="ClaimedBytes">Bytes that the content must come to.</param>
/// <param name="HeaderStart">Where the entry's own header begins.</param>
/// <param name="DataStart">Where its data begins.</param>
/// <param name="IsLink">A link as Unix keeps them, which would lead elsewhere when unpacked.</param>
internal sealed record ZipEntry(string Name, bool IsDeflated, uint Crc, long PackedBytes, long ClaimedBytes, long HeaderStart, long DataStart, bool IsLink)
{
    public bool IsFolder => Name.EndsWith('/');

    public long DataEnd => DataStart + PackedBytes;
}
