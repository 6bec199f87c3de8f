using System.Buffers.Binary;

namespace AreaSend.FileChecks.Archives;

/// <summary>The record at the end of a zip archive, which says where its directory is.</summary>
/// <param name="Position">Where the record begins, or the 64-bit one in front of it.</param>
/// <param name="Entries">How many entries the directory claims to have.</param>
/// <param name="DirectoryBytes">The directory's size.</param>
/// <param name="DirectoryStart">Where the directory claims to begin.</param>
internal sealed record ZipEnd(long Position, int Entries, long DirectoryBytes, long DirectoryStart)
{
    private const int RecordBytes = 22;
    private const int LongestComment = ushort.MaxValue;

    /// <summary>The end of an archive: its comment must reach to the end of the file, or the file would end elsewhere for another program.</summary>
    /// <exception cref="RefusedException">There is none, or more than one, or it contradicts itself.</exception>
    public static ZipEnd Of(Stream content)
    {
        var tail = Tail(content);
        var all = Positions(tail).ToList();
        var ends = all.Where(at => at + RecordBytes + Short(tail, at + 20) == tail.Length).ToList();
        return ends switch
        {
            [] => throw new RefusedException(Refusals.Truncated),
            [var at] when at == all[0] && IsAlone(tail, at) => Zip64End.Agree(content, Record(tail, at, content.Length)),
            _ => throw new RefusedException(Refusals.TwoKinds),
        };
    }

    /// <summary>Whether a program that looks for an archive from the end of this file would find one.</summary>
    public static bool IsBehind(Stream content)
    {
        var tail = Tail(content);
        return Positions(tail).Any(at => HasDirectory(content, Record(tail, at, content.Length)));
    }

    /// <summary>One disk, as many entries on it as in all, and no record in the comment.</summary>
    private static bool IsAlone(byte[] tail, int at) =>
        tail.AsSpan(at + 4, 4).IndexOfAnyExcept((byte)0) < 0
        && Short(tail, at + 8) == Short(tail, at + 10)
        && !ZipSignatures.AreIn(tail.AsSpan(at + RecordBytes));

    private static bool HasDirectory(Stream content, ZipEnd end)
    {
        var start = end.Position - end.DirectoryBytes;
        if (end.DirectoryBytes < 46 || start < 0)
        {
            return false;
        }

        Span<byte> signature = stackalloc byte[4];
        content.Position = start;
        content.ReadExactly(signature);
        return signature.SequenceEqual("PK\x01\x02"u8);
    }

    private static ZipEnd Record(byte[] tail, int at, long length)
    {
        var record = tail.AsSpan(at);
        return new ZipEnd(
            length - tail.Length + at,
            BinaryPrimitives.ReadUInt16LittleEndian(record[10..]),
            BinaryPrimitives.ReadUInt32LittleEndian(record[12..]),
            BinaryPrimitives.ReadUInt32LittleEndian(record[16..]));
    }

    private static byte[] Tail(Stream content)
    {
        var tail = new byte[Math.Min(content.Length, RecordBytes + LongestComment)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        return tail;
    }

    private static IEnumerable<int> Positions(byte[] tail)
    {
        for (var at = tail.Length - RecordBytes; at >= 0; at--)
        {
            if (tail.AsSpan(at, 4).SequenceEqual("PK\x05\x06"u8))
            {
                yield return at;
            }
        }
    }

    private static int Short(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
}
