using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace AreaSend.FileChecks.Tests.Samples;

/// <summary>Writes zip archives byte by byte, so that they can contradict themselves.</summary>
internal sealed class ZipSample
{
    private readonly List<Entry> _entries = [];

    public ZipSample Add(string name, string content, ZipLie? lie = null) => Add(name, Encoding.UTF8.GetBytes(content), lie);

    public ZipSample Add(string name, byte[] content, ZipLie? lie = null) =>
        AddPacked(name, lie?.IsStored == true ? content : Deflate(stream => stream.Write(content)), (uint)content.Length, Crc32.HashToUInt32(content), lie);

    /// <summary>Adds content that is deflated already, so that a large one is deflated once.</summary>
    public ZipSample AddPacked(string name, byte[] packed, uint bytes, uint crc, ZipLie? lie = null)
    {
        _entries.Add(new Entry(name, packed, bytes, crc, lie ?? ZipLie.None));
        return this;
    }

    public static byte[] Deflate(Action<Stream> write, CompressionLevel level = CompressionLevel.Fastest)
    {
        var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, level))
        {
            write(deflate);
        }

        return packed.ToArray();
    }

    public byte[] ToBytes(byte[]? before = null, int? claimedEntries = null, byte[]? beforeEnd = null, string comment = "")
    {
        var target = new MemoryStream();
        target.Write(before ?? []);
        var starts = _entries.ConvertAll(entry => WriteLocal(target, entry));
        var directory = target.Position;
        for (var index = 0; index < _entries.Count; index++)
        {
            WriteRecord(target, _entries[index], starts[index]);
        }

        var bytes = target.Position - directory;
        target.Write(beforeEnd ?? []);
        WriteEnd(target, (uint)directory, (uint)bytes, claimedEntries ?? _entries.Count, Encoding.Latin1.GetBytes(comment));
        return target.ToArray();
    }

    /// <summary>An extra field.</summary>
    public static byte[] Field(ushort number, byte[] content) => [.. BitConverter.GetBytes(number), .. BitConverter.GetBytes((ushort)content.Length), .. content];

    /// <summary>An extra field that gives an entry another name, sound in itself.</summary>
    public static byte[] UnicodePath(string name, string other) =>
        Field(0x7075, [1, .. BitConverter.GetBytes(Crc32.HashToUInt32(Encoding.UTF8.GetBytes(name))), .. Encoding.UTF8.GetBytes(other)]);

    /// <summary>The descriptor behind an entry's data.</summary>
    public static byte[] Descriptor(uint crc, uint packed, uint bytes) => [.. "PK\x07\x08"u8, .. BitConverter.GetBytes(crc), .. BitConverter.GetBytes(packed), .. BitConverter.GetBytes(bytes)];

    /// <summary>The end of an archive in 64 bits, and what points at it.</summary>
    public static byte[] WideEnd(ulong position, ulong entries, ulong bytes, ulong directory) =>
    [
        .. "PK\x06\x06"u8, .. BitConverter.GetBytes(44UL), 45, 0, 45, 0, .. new byte[8], .. BitConverter.GetBytes(entries), .. BitConverter.GetBytes(entries),
        .. BitConverter.GetBytes(bytes), .. BitConverter.GetBytes(directory), .. "PK\x06\x07"u8, .. new byte[4], .. BitConverter.GetBytes(position), 1, 0, 0, 0,
    ];

    /// <summary>A local header and its data alone, to be hidden inside another entry.</summary>
    public static byte[] Local(string name, byte[] content)
    {
        var target = new MemoryStream();
        WriteLocal(target, new Entry(name, content, (uint)content.Length, Crc32.HashToUInt32(content), new ZipLie { IsStored = true }));
        return target.ToArray();
    }

    private static uint WriteLocal(MemoryStream target, Entry entry)
    {
        if (entry.Lie.HeaderAt is { } elsewhere)
        {
            return elsewhere;
        }

        var start = (uint)target.Position;
        var writer = new BinaryWriter(target);
        var name = Encoding.UTF8.GetBytes(entry.Lie.NameInHeader ?? entry.Name);
        writer.Write(0x04034B50u);
        writer.Write((ushort)20);
        writer.Write((ushort)(0x0800 | (entry.Lie.LocalFlags ?? entry.Lie.Flags)));
        writer.Write(entry.Method);
        writer.Write(0u);
        writer.Write(entry.Lie.LocalCrc ?? entry.Lie.Crc ?? entry.Crc);
        writer.Write(entry.Lie.LocalPacked ?? (uint)entry.Packed.Length);
        writer.Write(entry.Lie.LocalBytes ?? entry.Lie.Bytes ?? entry.Bytes);
        writer.Write((ushort)name.Length);
        writer.Write((ushort)entry.Lie.LocalExtra.Length);
        writer.Write(name);
        writer.Write(entry.Lie.LocalExtra);
        writer.Write(entry.Packed);
        writer.Write(entry.Lie.Behind);
        return start;
    }

    private static void WriteRecord(MemoryStream target, Entry entry, uint start)
    {
        var writer = new BinaryWriter(target);
        var name = Encoding.UTF8.GetBytes(entry.Name);
        writer.Write(0x02014B50u);
        writer.Write((ushort)0x0314);
        writer.Write((ushort)20);
        writer.Write((ushort)(0x0800 | entry.Lie.Flags));
        writer.Write(entry.Method);
        writer.Write(0u);
        writer.Write(entry.Lie.Crc ?? entry.Crc);
        writer.Write((uint)entry.Packed.Length);
        writer.Write(entry.Lie.Bytes ?? entry.Bytes);
        writer.Write((ushort)name.Length);
        writer.Write((ushort)entry.Lie.DirectoryExtra.Length);
        writer.Write(new byte[6]);
        writer.Write((entry.Lie.UnixMode << 16) | entry.Lie.DosAttributes);
        writer.Write(start);
        writer.Write(name);
        writer.Write(entry.Lie.DirectoryExtra);
    }

    private static void WriteEnd(MemoryStream target, uint directory, uint bytes, int entries, byte[] comment)
    {
        var writer = new BinaryWriter(target);
        writer.Write(0x06054B50u);
        writer.Write(0u);
        writer.Write((ushort)entries);
        writer.Write((ushort)entries);
        writer.Write(bytes);
        writer.Write(directory);
        writer.Write((ushort)comment.Length);
        writer.Write(comment);
    }

    private sealed record Entry(string Name, byte[] Packed, uint Bytes, uint Crc, ZipLie Lie)
    {
        public ushort Method => Lie.Method ?? (ushort)(Lie.IsStored ? 0 : 8);
    }
}
