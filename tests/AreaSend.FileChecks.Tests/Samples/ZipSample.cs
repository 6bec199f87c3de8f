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

    public byte[] ToBytes(byte[]? before = null, int? claimedEntries = null)
    {
        var target = new MemoryStream();
        target.Write(before ?? []);
        var starts = _entries.ConvertAll(entry => WriteLocal(target, entry));
        var directory = target.Position;
        for (var index = 0; index < _entries.Count; index++)
        {
            WriteRecord(target, _entries[index], starts[index]);
        }

        WriteEnd(target, directory, claimedEntries ?? _entries.Count);
        return target.ToArray();
    }

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
        writer.Write((ushort)(0x0800 | entry.Lie.Flags));
        writer.Write(entry.Method);
        writer.Write(0u);
        writer.Write(entry.Lie.Crc ?? entry.Crc);
        writer.Write((uint)entry.Packed.Length);
        writer.Write(entry.Lie.Bytes ?? entry.Bytes);
        writer.Write((ushort)name.Length);
        writer.Write((ushort)0);
        writer.Write(name);
        writer.Write(entry.Packed);
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
        writer.Write(new byte[8]);
        writer.Write(entry.Lie.UnixMode << 16);
        writer.Write(start);
        writer.Write(name);
    }

    private static void WriteEnd(MemoryStream target, long directory, int entries)
    {
        var bytes = target.Position - directory;
        var writer = new BinaryWriter(target);
        writer.Write(0x06054B50u);
        writer.Write(0u);
        writer.Write((ushort)entries);
        writer.Write((ushort)entries);
        writer.Write((uint)bytes);
        writer.Write((uint)directory);
        writer.Write((ushort)0);
    }

    private sealed record Entry(string Name, byte[] Packed, uint Bytes, uint Crc, ZipLie Lie)
    {
        public ushort Method => Lie.Method ?? (ushort)(Lie.IsStored ? 0 : 8);
    }
}
