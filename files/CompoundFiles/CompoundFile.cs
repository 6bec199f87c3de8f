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

    private readonly Stream _content;
    private readonly byte[] _header = new byte[HeaderBytes];
    private readonly int _sectorBytes;
    private readonly uint[] _fat;
    private readonly uint[] _miniFat;
    private readonly long[] _miniStream;

    public CompoundFile(Stream content)
    {
        _content = content;
        content.Position = 0;
        content.ReadExactly(_header);
        _sectorBytes = Field16(30) switch { 9 => 512, 12 => 4096, _ => throw new RefusedException(Refusals.Damaged) };
        _fat = ReadFat();
        Entries = ReadEntries();
        var miniFat = Sectors(Field(60));
        RequireNoMore(miniFat.Length, (content.Length / MiniSectorBytes / PerSector) + 2);
        _miniFat = ReadSectors(miniFat);
        _miniStream = Entries is [{ Type: EntryType.Root } root, ..] ? Sectors(root.Start) : throw new RefusedException(Refusals.Damaged);
    }

    /// <summary>Every storage and stream, also those that the tree no longer shows; the root comes first.</summary>
    public IReadOnlyList<CompoundEntry> Entries { get; }

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

    private List<CompoundEntry> ReadEntries()
    {
        var entries = new List<CompoundEntry>();
        var raw = new byte[EntryBytes];
        foreach (var sector in Sectors(Field(48)))
        {
            for (var at = 0; at < _sectorBytes; at += EntryBytes)
            {
                _content.Position = sector + at;
                _content.ReadExactly(raw);
                if (raw[66] != 0)
                {
                    entries.Add(Entry(raw));
                }
            }

            if (entries.Count > MostEntries)
            {
                throw new RefusedException(Refusals.TooManyEntries);
            }
        }

        return entries;
    }

    private CompoundEntry Entry(byte[] raw)
    {
        var nameBytes = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(raw.AsSpan(64)) - 2, 0, 62);
        var bytes = _sectorBytes == 512 ? BinaryPrimitives.ReadUInt32LittleEndian(raw.AsSpan(120)) : BinaryPrimitives.ReadInt64LittleEndian(raw.AsSpan(120));
        return new CompoundEntry(
            Encoding.Unicode.GetString(raw, 0, nameBytes),
            (EntryType)raw[66],
            HasChildren: BinaryPrimitives.ReadUInt32LittleEndian(raw.AsSpan(76)) != uint.MaxValue,
            BinaryPrimitives.ReadUInt32LittleEndian(raw.AsSpan(116)),
            bytes);
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

    private uint Field(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_header.AsSpan(at));

    private int Field16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_header.AsSpan(at));
}
