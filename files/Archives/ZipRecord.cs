using System.Buffers.Binary;
using System.Text;

namespace AreaSend.FileChecks.Archives;

/// <summary>One record of a zip archive's directory, and its agreement with the header in front of the data.</summary>
internal sealed class ZipRecord
{
    private const int FixedBytes = 46;
    private const int LocalBytes = 30;
    private const int LongestName = 1024;

    /// <summary>The edition of the format that 64-bit sizes came with; a program that does not know a later one does not unpack.</summary>
    private const int LatestEdition = 45;

    private const int FolderOfDos = 0x10;
    private const int LabelOfDos = 0x08;
    private const int KindOfUnix = 0xF000;
    private const int FolderOfUnix = 0x4000;
    private const int FileOfUnix = 0x8000;

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

        if (Short(_fixed, 28) > LongestName)
        {
            throw new RefusedException(Refusals.NameInArchive);
        }

        _name = new byte[Short(_fixed, 28)];
        _extra = new byte[Short(_fixed, 30)];
        content.ReadExactly(_name);
        content.ReadExactly(_extra);
        Next = content.Position + Short(_fixed, 32);
    }

    /// <summary>Where the next record begins.</summary>
    public long Next { get; }

    public static ZipRecord Read(Stream content, long position) => new(content, position);

    public ZipEntry ToEntry(Stream content)
    {
        ReadOnlySpan<byte> wide = ZipExtras.WideFields(_extra, _name);
        var claimed = ZipHeader.Wide(Long(_fixed, 24), ref wide);
        var packed = ZipHeader.Wide(Long(_fixed, 20), ref wide);
        var start = ZipHeader.Wide(Long(_fixed, 42), ref wide);
        var header = new ZipHeader(Short(_fixed, 8), Short(_fixed, 10), Long(_fixed, 16), packed, claimed);
        header.RequirePlainPacking();
        RequireEdition(Short(_fixed, 6));
        var dataStart = DataStart(content, start, header);
        if (Short(_fixed, 34) != 0 || wide.Length > 0)
        {
            throw new RefusedException(Refusals.TwoReadings);
        }

        var name = ZipNames.Read(_name, header.IsUtf8);
        return new ZipEntry(name, header, start, dataStart, IsOneThing(isFolder: name.EndsWith('/')));
    }

    private long DataStart(Stream content, long start, ZipHeader header)
    {
        if (start > content.Length)
        {
            throw new RefusedException(Refusals.Damaged);
        }

        var local = new byte[LocalBytes + _name.Length];
        content.Position = start;
        content.ReadExactly(local);
        if (!local.AsSpan(0, 4).SequenceEqual("PK\x03\x04"u8))
        {
            throw new RefusedException(Refusals.Damaged);
        }

        RequireEdition(Short(local, 4));
        var extra = new byte[Short(local, 28)];
        if (Short(local, 26) != _name.Length || !local.AsSpan(LocalBytes).SequenceEqual(_name))
        {
            throw new RefusedException(Refusals.TwoReadings);
        }

        content.ReadExactly(extra);
        ReadOnlySpan<byte> wide = ZipExtras.WideFields(extra, _name);
        var claimed = ZipHeader.Wide(Long(local, 22), ref wide);
        var packed = ZipHeader.Wide(Long(local, 18), ref wide);
        return header.Agrees(new ZipHeader(Short(local, 6), Short(local, 8), Long(local, 14), packed, claimed), Ascii.IsValid(_name))
            ? content.Position
            : throw new RefusedException(Refusals.TwoReadings);
    }

    private static void RequireEdition(int needed)
    {
        if ((needed & 0xFF) > LatestEdition)
        {
            throw new RefusedException(Refusals.Packing);
        }
    }

    /// <summary>Links, devices, labels of a disk and files that are marked as folders are one thing to one program and another to the next.</summary>
    private bool IsOneThing(bool isFolder)
    {
        var attributes = Long(_fixed, 38);
        var kind = (int)(attributes >> 16) & KindOfUnix;
        var saysFolder = kind == FolderOfUnix || (attributes & FolderOfDos) != 0;
        return (attributes & LabelOfDos) == 0 && kind is 0 or FolderOfUnix or FileOfUnix && (isFolder || !saysFolder);
    }

    private static int Short(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint Long(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
