using System.IO.Hashing;
using System.Text;

namespace AreaSend.FileChecks.Tests.Samples;

/// <summary>
/// A zip archive whose only entry is the archive itself, after Russ Cox, "Zip Files All The Way Down" (2010). The packed data is a program of two commands, each five bytes long:
/// print the next bytes, and repeat the last bytes printed.
/// </summary>
internal static class QuineZip
{
    private const string Name = "r.zip";
    private const int UnitBytes = 5;

    /// <summary>Lengths for which a command to repeat the head, or the tail, takes exactly five bytes.</summary>
    private const int HeadBytes = 65 - UnitBytes;
    private const int TailBytes = 258 - UnitBytes;

    private static readonly byte[] RepeatHead = Repeat([new(Code: 276, 7, Extra: 65 - 59, 3)], new(Code: 12, 5, Extra: 65 - 65, 5), isPadded: true);
    private static readonly byte[] RepeatTail = Repeat([new(Code: 285, 8, Extra: 0, 0)], new(Code: 16, 5, Extra: 258 - 257, 7), isPadded: true);
    private static readonly byte[] Repeat4 = Repeat([new(Code: 264, 7, Extra: 0, 0), new(Code: 264, 7, Extra: 0, 0)], new(Code: 8, 5, Extra: 20 - 17, 3), isPadded: false);

    public static byte[] Bytes()
    {
        for (byte filler = 0; ; filler++)
        {
            if (ChecksumThatFits(filler) is { } checksum)
            {
                return Build(checksum, filler);
            }
        }
    }

    private static byte[] Build(uint checksum, byte filler)
    {
        var size = Assemble(Head(0, 0, filler), Tail(0, 0, 0, filler)).Length;
        var packed = size - HeadBytes - (TailBytes - UnitBytes);
        return Assemble(Head(checksum, size, filler, packed), Tail(checksum, size, size - (TailBytes - UnitBytes), filler, packed));
    }

    private static byte[] Assemble(byte[] head, byte[] tail) =>
    [
        .. head,
        .. Print(HeadBytes + UnitBytes), .. head, .. Print(HeadBytes + UnitBytes),
        .. RepeatHead,
        .. Units(1), .. RepeatHead,
        .. Units(1), .. Units(1),
        .. Units(4), .. RepeatHead, .. Units(1), .. Units(1), .. Units(4),
        .. Repeat4,
        .. Units(4), .. Repeat4, .. Units(4), .. Repeat4, .. Units(4),
        .. Repeat4,
        .. Units(4), .. Repeat4, .. Units(0), .. Units(0), .. Print(TailBytes + UnitBytes),
        .. Repeat4,
        .. Units(0),
        .. Units(0),
        .. Print(TailBytes + UnitBytes), .. RepeatTail, .. tail,
        .. RepeatTail,
        .. tail,
    ];

    private static byte[] Head(uint checksum, int size, byte filler, int packed = 0) => Write(writer =>
    {
        writer.Write(0x04034B50u);
        WriteFacts(writer, checksum, size, packed);
        writer.Write((ushort)Name.Length);
        writer.Write((ushort)(HeadBytes - 30 - Name.Length));
        writer.Write(Encoding.ASCII.GetBytes(Name));
        writer.Write((ushort)0x5A5A);
        writer.Write((ushort)(HeadBytes - 30 - Name.Length - 4));
        writer.Write([filler, .. new byte[HeadBytes - 30 - Name.Length - 5]]);
    });

    private static byte[] Tail(uint checksum, int size, int directory, byte filler, int packed = 0) => Write(writer =>
    {
        var comment = TailBytes - UnitBytes - 46 - Name.Length - 22;
        writer.Write([1, 0, 0, 0xFF, 0xFF]);
        writer.Write(0x02014B50u);
        writer.Write((ushort)20);
        WriteFacts(writer, checksum, size, packed);
        writer.Write((ushort)Name.Length);
        writer.Write(new byte[16]);
        writer.Write(Encoding.ASCII.GetBytes(Name));
        writer.Write(0x06054B50u);
        writer.Write(0u);
        writer.Write((ushort)1);
        writer.Write((ushort)1);
        writer.Write(46 + Name.Length);
        writer.Write(directory);
        writer.Write((ushort)comment);
        writer.Write([filler, .. new byte[comment - 1]]);
    });

    private static void WriteFacts(BinaryWriter writer, uint checksum, int size, int packed)
    {
        writer.Write((ushort)20);
        writer.Write((ushort)0);
        writer.Write((ushort)8);
        writer.Write(0u);
        writer.Write(checksum);
        writer.Write(packed);
        writer.Write(size);
    }

    /// <summary>The file holds its own checksum. Checksums are linear, so the one that fits solves 32 equations of 32 unknowns; null when they have no single solution.</summary>
    private static uint? ChecksumThatFits(byte filler)
    {
        var atZero = Crc32.HashToUInt32(Build(0, filler));
        var rows = new ulong[32];
        for (var unknown = 0; unknown < 32; unknown++)
        {
            var effect = Crc32.HashToUInt32(Build(1u << unknown, filler)) ^ atZero ^ (1u << unknown);
            for (var row = 0; row < 32; row++)
            {
                rows[row] |= (ulong)(effect >> row & 1) << unknown;
            }
        }

        for (var row = 0; row < 32; row++)
        {
            rows[row] |= (ulong)(atZero >> row & 1) << 32;
        }

        return Solve(rows);
    }

    private static uint? Solve(ulong[] rows)
    {
        for (var column = 0; column < 32; column++)
        {
            var pivot = Array.FindIndex(rows, column, row => (row >> column & 1) == 1);
            if (pivot < 0)
            {
                return null;
            }

            (rows[column], rows[pivot]) = (rows[pivot], rows[column]);
            for (var row = 0; row < 32; row++)
            {
                if (row != column && (rows[row] >> column & 1) == 1)
                {
                    rows[row] ^= rows[column];
                }
            }
        }

        return rows.Select((row, index) => (uint)(row >> 32 & 1) << index).Aggregate((sum, bit) => sum | bit);
    }

    /// <summary>The command to print as many units as follow.</summary>
    private static byte[] Units(int count) => Print(count * UnitBytes);

    private static byte[] Print(int bytes) => [0, (byte)bytes, (byte)(bytes >> 8), (byte)~bytes, (byte)(~bytes >> 8)];

    /// <summary>The command to repeat: a block with fixed codes, if need be followed by an empty one, so that it takes forty bits.</summary>
    private static byte[] Repeat(Symbol[] lengths, Symbol distance, bool isPadded)
    {
        var bits = new List<int> { 0, 1, 0 };
        foreach (var length in lengths)
        {
            AddCode(bits, length.Bits == 7 ? length.Code - 256 : length.Code - 280 + 0b11000000, length.Bits);
            AddNumber(bits, length.Extra, length.ExtraBits);
            AddCode(bits, distance.Code, distance.Bits);
            AddNumber(bits, distance.Extra, distance.ExtraBits);
        }

        AddCode(bits, 0, 7);
        if (isPadded)
        {
            bits.AddRange([0, 1, 0]);
            AddCode(bits, 0, 7);
        }

        var bytes = new byte[UnitBytes];
        for (var index = 0; index < bits.Count; index++)
        {
            bytes[index / 8] |= (byte)(bits[index] << (index % 8));
        }

        return bits.Count == UnitBytes * 8 ? bytes : throw new InvalidOperationException($"The command takes {bits.Count} bits.");
    }

    private static void AddCode(List<int> bits, int code, int count) => bits.AddRange(Enumerable.Range(1, count).Select(place => code >> (count - place) & 1));

    private static void AddNumber(List<int> bits, int number, int count) => bits.AddRange(Enumerable.Range(0, count).Select(place => number >> place & 1));

    private static byte[] Write(Action<BinaryWriter> write)
    {
        var target = new MemoryStream();
        write(new BinaryWriter(target));
        return target.ToArray();
    }

    private readonly record struct Symbol(int Code, int Bits, int Extra, int ExtraBits);
}
