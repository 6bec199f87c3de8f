using System.Text;

namespace AreaSend.FileChecks.Tests.Samples;

/// <summary>Writes small compound files (OLE2): every stream in sectors of its own, 512 bytes each, one table of sectors.</summary>
internal sealed class CompoundSample
{
    private const int SectorBytes = 512;
    private const int EntriesPerSector = 4;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;
    private const uint TableSector = 0xFFFFFFFD;

    private const int Nowhere = -1;
    private const int Root = 0;

    private readonly List<(string Name, byte Type, byte[] Content, int Parent)> _entries = [("Root Entry", 5, [], Nowhere)];

    /// <summary>Adds a stream. It is filled up to 4,096 bytes, because shorter ones would go to a table of their own.</summary>
    public CompoundSample Stream(string name, params byte[] content) => Add(name, content, Root);

    /// <summary>A stream that the directory has and the tree does not show.</summary>
    public CompoundSample Orphan(string name, params byte[] content) => Add(name, content, Nowhere);

    /// <summary>A storage with one stream in it.</summary>
    public CompoundSample Storage(string name, string stream, params byte[] content)
    {
        Storage(name);
        return Add(stream, content, _entries.Count - 1);
    }

    private CompoundSample Add(string name, byte[] content, int parent)
    {
        _entries.Add((name, 2, [.. content, .. new byte[Math.Max(0, 4096 - content.Length)]], parent));
        return this;
    }

    public CompoundSample Storage(string name)
    {
        _entries.Add((name, 1, [], Root));
        return this;
    }

    /// <param name="isRing">The first stream's sectors lead back to its first.</param>
    public byte[] ToBytes(bool isRing = false)
    {
        var table = new List<uint> { TableSector };
        var directorySectors = (_entries.Count + EntriesPerSector - 1) / EntriesPerSector;
        AddChain(table, directorySectors);
        var body = new MemoryStream();
        var directory = new byte[directorySectors * SectorBytes];
        for (var index = 0; index < _entries.Count; index++)
        {
            var (name, type, content, parent) = _entries[index];
            var sectors = (content.Length + SectorBytes - 1) / SectorBytes;
            var start = sectors == 0 ? EndOfChain : (uint)table.Count;
            AddChain(table, sectors);
            if (isRing && sectors > 0)
            {
                table[^1] = start;
            }

            body.Write(content);
            body.Write(new byte[(sectors * SectorBytes) - content.Length]);
            WriteEntry(directory.AsSpan(index * 128), name, type, start, (uint)content.Length);
            BitConverter.TryWriteBytes(directory.AsSpan((index * 128) + 72), parent == Nowhere ? Free : Next(parent, after: index));
            BitConverter.TryWriteBytes(directory.AsSpan((index * 128) + 76), type == 2 ? Free : HasContent(name) ? 1u : Next(index, after: 0));
        }

        return [.. Header(), .. Table(table), .. directory, .. body.ToArray()];
    }

    /// <summary>The next entry of a storage, as the neighbour to the right.</summary>
    private uint Next(int parent, int after)
    {
        var next = _entries.FindIndex(after + 1, entry => entry.Parent == parent);
        return next < 0 ? Free : (uint)next;
    }

    /// <summary>The pool of objects counts as one that holds something.</summary>
    private static bool HasContent(string name) => name == "ObjectPool";

    private static void AddChain(List<uint> table, int sectors)
    {
        for (var left = sectors; left > 0; left--)
        {
            table.Add(left == 1 ? EndOfChain : (uint)table.Count + 1);
        }
    }

    private static void WriteEntry(Span<byte> entry, string name, byte type, uint start, uint bytes)
    {
        var raw = Encoding.Unicode.GetBytes(name);
        raw.CopyTo(entry);
        BitConverter.TryWriteBytes(entry[64..], (ushort)(raw.Length + 2));
        entry[66] = type;
        BitConverter.TryWriteBytes(entry[68..], Free);
        BitConverter.TryWriteBytes(entry[72..], Free);
        BitConverter.TryWriteBytes(entry[76..], type == 2 ? Free : 1u);
        BitConverter.TryWriteBytes(entry[116..], start);
        BitConverter.TryWriteBytes(entry[120..], bytes);
    }

    private static byte[] Table(List<uint> table)
    {
        var sector = new byte[SectorBytes];
        for (var index = 0; index < SectorBytes / 4; index++)
        {
            BitConverter.TryWriteBytes(sector.AsSpan(index * 4), index < table.Count ? table[index] : Free);
        }

        return sector;
    }

    private static byte[] Header()
    {
        var header = new byte[SectorBytes];
        ((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(header, 0);
        BitConverter.TryWriteBytes(header.AsSpan(24), (ushort)0x3E);
        BitConverter.TryWriteBytes(header.AsSpan(26), (ushort)3);
        BitConverter.TryWriteBytes(header.AsSpan(28), (ushort)0xFFFE);
        BitConverter.TryWriteBytes(header.AsSpan(30), (ushort)9);
        BitConverter.TryWriteBytes(header.AsSpan(32), (ushort)6);
        BitConverter.TryWriteBytes(header.AsSpan(44), 1u);
        BitConverter.TryWriteBytes(header.AsSpan(48), 1u);
        BitConverter.TryWriteBytes(header.AsSpan(56), 4096u);
        BitConverter.TryWriteBytes(header.AsSpan(60), EndOfChain);
        BitConverter.TryWriteBytes(header.AsSpan(68), EndOfChain);
        header.AsSpan(76).Fill(0xFF);
        BitConverter.TryWriteBytes(header.AsSpan(76), 0u);
        return header;
    }
}
