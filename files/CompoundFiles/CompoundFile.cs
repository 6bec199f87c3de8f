using System.Buffers.Binary;
using System.Text;

namespace AreaSend.FileChecks.CompoundFiles;

/// <summary>
/// Reads the directory and streams of a compound file (OLE2), the wrapping of Office files before 2007 and of encrypted ones since.
/// Every chain of sectors is bounded by the file's own length, so that a ring of them ends.
/// </summary>
internal sealed class CompoundFile
{
    private const int HeaderBytes = 512;
    private const int EntryBytes = 128;
    private const int MiniSectorBytes = 64;
    private const uint LastSector = 0xFFFFFFFA;
    private const int HeaderFatSectors = 109;
    private const int MostEntries = 20_000;
    private const int LargestMiniStream = 4096;

    private readonly Stream _content;
    private readonly byte[] _header = new byte[HeaderBytes];
    private readonly int _sectorBytes;
    private readonly uint[] _fat;
    private readonly List<CompoundEntry?> _directory;
    private readonly uint[] _miniFat;
    private readonly long[] _miniStream;

    public CompoundFile(Stream content)
    {
        _content = content;
        content.Position = 0;
        content.ReadExactly(_header);
        _sectorBytes = (Field16(26), Field16(30)) switch { (3, 9) => 512, (4, 12) => 4096, _ => throw new RefusedException(Refusals.Damaged) };
        RequireUsualSizes();
        _fat = ReadFat();
        _directory = ReadDirectory();
        Entries = [.. _directory.OfType<CompoundEntry>()];
        InRoot = ReadRoot();
        var miniFat = Sectors(Field(60));
        RequireNoMore(miniFat.Length, (content.Length / MiniSectorBytes / PerSector) + 2);
        _miniFat = ReadSectors(miniFat);
        _miniStream = Entries is [{ Type: EntryType.Root } root, ..] ? Sectors(root.Start) : throw new RefusedException(Refusals.Damaged);
    }

    /// <summary>Every storage and stream, also those that the tree no longer shows; the root comes first.</summary>
    public IReadOnlyList<CompoundEntry> Entries { get; }

    /// <summary>What lies in the root, as the tree shows it: what programs find when they ask for a stream by its name.</summary>
    public IReadOnlyList<CompoundEntry> InRoot { get; }

    /// <summary>The stream of an entry.</summary>
    public Stream Open(CompoundEntry entry)
    {
        if (entry.Bytes >= Field(56))
        {
            return new CompoundStream(_content, Sectors(entry.Start), _sectorBytes, entry.Bytes);
        }

        var perSector = _sectorBytes / MiniSectorBytes;
        var minis = Chain(entry.Start, _miniFat)
            .Select(mini => mini / perSector < _miniStream.Length
                ? _miniStream[mini / perSector] + (mini % perSector * MiniSectorBytes)
                : throw new RefusedException(Refusals.Damaged));
        return new CompoundStream(_content, [.. minis], MiniSectorBytes, entry.Bytes);
    }

    private uint[] ReadFat()
    {
        var fatSectors = new List<uint>();
        for (var index = 0; index < HeaderFatSectors; index++)
        {
            fatSectors.Add(Field(76 + (index * 4)));
        }

        var next = Field(68);
        while (next < LastSector)
        {
            var sector = ReadSectors([Offset(next)]);
            fatSectors.AddRange(sector[..^1]);
            next = sector[^1];
            RequireNoMore(fatSectors.Count, HeaderFatSectors + (2 * PerSector) + (SectorsInFile / PerSector));
        }

        var used = fatSectors.Where(sector => sector < LastSector).Select(Offset).ToArray();
        RequireNoMore(used.Length, (SectorsInFile / PerSector) + 2);
        return ReadSectors(used);
    }

    /// <summary>Each place of the directory; null where nothing is.</summary>
    private List<CompoundEntry?> ReadDirectory()
    {
        var directory = new List<CompoundEntry?>();
        var raw = new byte[EntryBytes];
        foreach (var sector in Sectors(Field(48)))
        {
            for (var at = 0; at < _sectorBytes; at += EntryBytes)
            {
                _content.Position = sector + at;
                _content.ReadExactly(raw);
                directory.Add(raw[66] == 0 ? null : Entry(raw, isFirst: directory.Count == 0));
            }

            if (directory.Count > MostEntries)
            {
                throw new RefusedException(Refusals.TooManyEntries);
            }
        }

        return directory;
    }

    private CompoundEntry Entry(byte[] raw, bool isFirst)
    {
        int nameBytes = BinaryPrimitives.ReadUInt16LittleEndian(raw.AsSpan(64));
        var type = (EntryType)raw[66];
        var isSound =
            type is EntryType.Storage or EntryType.Stream or EntryType.Root
            && isFirst == (type is EntryType.Root)
            && nameBytes is >= 2 and <= 64
            && nameBytes % 2 == 0;
        var name = isSound ? Encoding.Unicode.GetString(raw, 0, nameBytes - 2) : "";
        if (!isSound || name.Contains('\0'))
        {
            throw new RefusedException(Refusals.Damaged);
        }

        var bytes = _sectorBytes == 512 ? BinaryPrimitives.ReadUInt32LittleEndian(raw.AsSpan(120)) : BinaryPrimitives.ReadInt64LittleEndian(raw.AsSpan(120));
        return new CompoundEntry(name, type, Long(raw, 68), Long(raw, 72), Long(raw, 76), Long(raw, 116), bytes);
    }

    /// <summary>Walks the neighbours in the root. One that is met twice, or that is not there, is no tree.</summary>
    private List<CompoundEntry> ReadRoot()
    {
        var found = new List<CompoundEntry>();
        var met = new HashSet<uint>();
        var left = new Stack<uint>();
        left.Push(_directory is [{ Type: EntryType.Root } root, ..] ? root.Child : throw new RefusedException(Refusals.Damaged));
        while (left.TryPop(out var place))
        {
            if (place == CompoundEntry.None)
            {
                continue;
            }

            if (place == 0 || place >= _directory.Count || !met.Add(place) || _directory[(int)place] is not { } entry)
            {
                throw new RefusedException(Refusals.Damaged);
            }

            found.Add(entry);
            left.Push(entry.Left);
            left.Push(entry.Right);
        }

        return found;
    }

    /// <summary>Programs take for granted what the header could say otherwise.</summary>
    private void RequireUsualSizes()
    {
        if (Field16(28) != 0xFFFE || Field16(32) != 6 || Field(56) != LargestMiniStream)
        {
            throw new RefusedException(Refusals.Damaged);
        }
    }

    private long[] Sectors(uint start) => [.. Chain(start, _fat).Select(Offset)];

    private static IEnumerable<uint> Chain(uint start, uint[] table)
    {
        var sector = start;
        for (var count = 0; sector < LastSector; count++)
        {
            if (sector >= table.Length || count > table.Length)
            {
                throw new RefusedException(Refusals.Damaged);
            }

            yield return sector;
            sector = table[sector];
        }
    }

    private uint[] ReadSectors(long[] offsets)
    {
        var raw = new byte[_sectorBytes];
        var values = new uint[offsets.Length * (_sectorBytes / sizeof(uint))];
        var index = 0;
        foreach (var offset in offsets)
        {
            _content.Position = offset;
            _content.ReadExactly(raw);
            for (var at = 0; at < raw.Length; at += sizeof(uint))
            {
                values[index++] = BinaryPrimitives.ReadUInt32LittleEndian(raw.AsSpan(at));
            }
        }

        return values;
    }

    /// <summary>A table has an entry for each sector; one that is longer than its file is there to fill memory.</summary>
    private static void RequireNoMore(int count, long most)
    {
        if (count > most)
        {
            throw new RefusedException(Refusals.Damaged);
        }
    }

    private int PerSector => _sectorBytes / sizeof(uint);

    private int SectorsInFile => (int)(_content.Length / _sectorBytes);

    private long Offset(uint sector) => (sector + 1L) * _sectorBytes;

    private static uint Long(byte[] raw, int at) => BinaryPrimitives.ReadUInt32LittleEndian(raw.AsSpan(at));

    private uint Field(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_header.AsSpan(at));

    private int Field16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_header.AsSpan(at));
}
