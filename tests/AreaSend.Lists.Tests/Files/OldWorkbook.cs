using System.Buffers.Binary;
using System.Text;

namespace AreaSend.Lists.Tests.Files;

/// <summary>
/// A workbook of Excel 97 to 2003 with one sheet, written record by record ([MS-XLS]) into a compound file ([MS-CFB]):
/// text, numbers and dates, which is all that a list needs.
/// </summary>
internal static class OldWorkbook
{
    private const int SectorBytes = 512;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint FatSector = 0xFFFFFFFD;
    private const uint Free = 0xFFFFFFFF;
    private const ushort DateStyle = 1;

    public static byte[] Write(string sheet, IEnumerable<IReadOnlyList<object?>> rows, bool isHidden = false) =>
        CompoundFile(Workbook(sheet, [.. rows], isHidden));

    private static byte[] Workbook(string sheet, IReadOnlyList<IReadOnlyList<object?>> rows, bool isHidden)
    {
        var globals = new MemoryStream();
        Record(globals, 0x0809, [0x00, 0x06, 0x05, 0x00, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        Record(globals, 0x0042, [0xB0, 0x04]);
        Record(globals, 0x00E0, Style(0));
        Record(globals, 0x00E0, Style(14));
        var name = Encoding.Latin1.GetBytes(sheet);
        var start = (uint)(globals.Length + 4 + 8 + name.Length + 4);
        Record(globals, 0x0085, [.. Little(start), (byte)(isHidden ? 1 : 0), 0, (byte)name.Length, 0, .. name]);
        Record(globals, 0x000A, []);

        Record(globals, 0x0809, [0x00, 0x06, 0x10, 0x00, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        Record(globals, 0x0200, [0, 0, 0, 0, .. Little((uint)rows.Count), 0, 0, 30, 0, 0, 0]);
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[row].Count; column++)
            {
                WriteCell(globals, (ushort)row, (ushort)column, rows[row][column]);
            }
        }

        Record(globals, 0x000A, []);
        return globals.ToArray();
    }

    private static void WriteCell(MemoryStream target, ushort row, ushort column, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                var characters = Encoding.Unicode.GetBytes(text);
                Record(target, 0x0204, [.. Little(row), .. Little(column), 0, 0, .. Little((ushort)text.Length), 1, .. characters]);
                break;
            case LocalDate date:
                Number(target, row, column, DateStyle, Period.DaysBetween(new LocalDate(1899, 12, 30), date));
                break;
            default:
                Number(target, row, column, 0, Convert.ToDouble(value));
                break;
        }
    }

    private static void Number(MemoryStream target, ushort row, ushort column, ushort style, double value) =>
        Record(target, 0x0203, [.. Little(row), .. Little(column), .. Little(style), .. BitConverter.GetBytes(value)]);

    private static byte[] Style(ushort format) => [0, 0, .. Little(format), .. new byte[16]];

    private static void Record(MemoryStream target, ushort type, byte[] content)
    {
        target.Write(Little(type));
        target.Write(Little((ushort)content.Length));
        target.Write(content);
    }

    /// <summary>Header, one directory sector, the stream, and as many sectors of allocation table as those need.</summary>
    private static byte[] CompoundFile(byte[] stream)
    {
        var sectors = Math.Max(8, (stream.Length + SectorBytes - 1) / SectorBytes);
        var tables = 1;
        while (tables * (SectorBytes / 4) < sectors + 1 + tables)
        {
            tables++;
        }

        var file = new byte[SectorBytes * (2 + sectors + tables)];
        Header(file, directory: 0, firstTable: 1 + sectors, tables);
        Entry(file.AsSpan(SectorBytes), "Root Entry", type: 5, child: 1, EndOfChain, 0);
        Entry(file.AsSpan(SectorBytes + 128), "Workbook", type: 2, child: Free, 1, (uint)Math.Max(4096, stream.Length));
        stream.CopyTo(file.AsSpan(SectorBytes * 2));

        var table = file.AsSpan(SectorBytes * (2 + sectors));
        for (var i = 0; i < tables * SectorBytes / 4; i++)
        {
            var next = i == 0 || i == sectors ? EndOfChain : i < sectors ? (uint)(i + 1) : i < 1 + sectors + tables ? FatSector : Free;
            BinaryPrimitives.WriteUInt32LittleEndian(table[(i * 4)..], next);
        }

        return file;
    }

    private static void Header(Span<byte> file, uint directory, int firstTable, int tables)
    {
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        ((ReadOnlySpan<byte>)[0x3E, 0, 0x03, 0, 0xFE, 0xFF, 0x09, 0, 0x06, 0]).CopyTo(file[24..]);
        BinaryPrimitives.WriteInt32LittleEndian(file[44..], tables);
        BinaryPrimitives.WriteUInt32LittleEndian(file[48..], directory);
        BinaryPrimitives.WriteUInt32LittleEndian(file[56..], 4096);
        BinaryPrimitives.WriteUInt32LittleEndian(file[60..], EndOfChain);
        BinaryPrimitives.WriteUInt32LittleEndian(file[68..], EndOfChain);
        for (var i = 0; i < 109; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file[(76 + (i * 4))..], i < tables ? (uint)(firstTable + i) : Free);
        }
    }

    private static void Entry(Span<byte> entry, string name, byte type, uint child, uint start, uint size)
    {
        Encoding.Unicode.GetBytes(name, entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
        entry[66] = type;
        entry[67] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(entry[68..], Free);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[72..], Free);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[76..], child);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], start);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[120..], size);
    }

    private static byte[] Little(ushort value) => [(byte)value, (byte)(value >> 8)];

    private static byte[] Little(uint value) => BitConverter.GetBytes(value);
}
