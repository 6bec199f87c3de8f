using System.Buffers.Binary;
using System.Text;

namespace AreaSend.FileChecks.Archives;

/// <summary>One record of a zip archive's directory, and its agreement with the header in front of the data.</summary>
internal sealed class ZipRecord
{
    private const int FixedBytes = 46;
    private const int HeaderBytes = 30;
    private const int LongestName = 1024;
    private const int EncryptedFlags = 0x0001 | 0x0040 | 0x2000;
    private const int Utf8Flag = 0x0800;
    private const int UnixLink = 0xA000;
    private const int Stored = 0;
    private const int Deflated = 8;
    private const uint In64BitField = uint.MaxValue;

    /// <summary>The characters of names that are not marked as UTF-8; Windows writes names so.</summary>
    private static readonly Encoding _oem = CodePagesEncodingProvider.Instance.GetEncoding(437)!;

    private readonly byte[] _fixed = new byte[FixedBytes];
    private readonly byte[] _name;
    private readonly byte[] _extra;

    private ZipRecord(Stream content, long position)
    {
        content.Position = position;
        content.ReadExactly(_fixed);
        if (!_fixed.AsSpan(0, 4).SequenceEqual("PK\x01\x02"u8))
        {
            throw new RefusedException(Refusals.Damaged);
        }

        if (Short(28) > LongestName)
        {
            throw new RefusedException(Refusals.NameInArchive);
        }

        _name = new byte[Short(28)];
        _extra = new byte[Short(30)];
        content.ReadExactly(_name);
        content.ReadExactly(_extra);
        Next = content.Position + Short(32);
    }

    /// <summary>Where the next record begins.</summary>
    public long Next { get; }

    public static ZipRecord Read(Stream content, long position) => new(content, position);

    public ZipEntry ToEntry(Stream content)
    {
        if ((Short(8) & EncryptedFlags) != 0)
        {
            throw new RefusedException(Refusals.Encrypted);
        }

        if (Short(10) is not (Stored or Deflated))
        {
            throw new RefusedException(Refusals.Packing);
        }

        var (claimed, packed, header) = Sizes();
        var isLink = (Long(38) >> 16 & 0xF000) == UnixLink;
        return new ZipEntry(Name(), Short(10) == Deflated, Long(16), packed, claimed, header, DataStart(content, header), isLink);
    }

    /// <summary>The header must tell the same name and packing as the directory: programs that unpack from the front believe the header.</summary>
    private long DataStart(Stream content, long header)
    {
        var local = new byte[HeaderBytes + _name.Length];
        content.Position = header;
        content.ReadExactly(local);
        var agrees = local.AsSpan(0, 4).SequenceEqual("PK\x03\x04"u8)
            && BinaryPrimitives.ReadUInt16LittleEndian(local.AsSpan(8)) == Short(10)
            && (BinaryPrimitives.ReadUInt16LittleEndian(local.AsSpan(6)) & EncryptedFlags) == 0
            && BinaryPrimitives.ReadUInt16LittleEndian(local.AsSpan(26)) == _name.Length
            && local.AsSpan(HeaderBytes).SequenceEqual(_name);
        return agrees
            ? header + local.Length + BinaryPrimitives.ReadUInt16LittleEndian(local.AsSpan(28))
            : throw new RefusedException(Refusals.Damaged);
    }

    private string Name()
    {
        var isUtf8 = (Short(8) & Utf8Flag) != 0;
        return (isUtf8 ? Encoding.UTF8 : _oem).GetString(_name).Replace('\\', '/');
    }

    private (long Claimed, long Packed, long Header) Sizes()
    {
        long claimed = Long(24), packed = Long(20), header = Long(42);
        var wide = WideFields();
        return (Wide(claimed, ref wide), Wide(packed, ref wide), Wide(header, ref wide));
    }

    /// <summary>The 64-bit fields hold, in this order, only those figures that do not fit in 32 bits.</summary>
    private static long Wide(long narrow, ref ReadOnlySpan<byte> wide)
    {
        if (narrow != In64BitField)
        {
            return narrow;
        }

        var value = wide.Length >= sizeof(long) ? BinaryPrimitives.ReadInt64LittleEndian(wide) : -1;
        if (value < 0)
        {
            throw new RefusedException(Refusals.Damaged);
        }

        wide = wide[sizeof(long)..];
        return value;
    }

    private ReadOnlySpan<byte> WideFields()
    {
        ReadOnlySpan<byte> rest = _extra;
        while (rest.Length >= 4)
        {
            var length = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(rest[2..]), rest.Length - 4);
            if (BinaryPrimitives.ReadUInt16LittleEndian(rest) == 1)
            {
                return rest.Slice(4, length);
            }

            rest = rest[(4 + length)..];
        }

        return [];
    }

    private int Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_fixed.AsSpan(at));

    private uint Long(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_fixed.AsSpan(at));
}
