using System.Buffers;
using System.Buffers.Binary;

namespace AreaSend.FileChecks.Pictures;

/// <summary>Walks the segments of a JPEG picture to where its pixels begin, and looks for its end mark at the end of the file.</summary>
internal static class JpegCheck
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    /// <summary>What cameras pad with.</summary>
    private static readonly SearchValues<byte> Padding = SearchValues.Create([0x00, 0xFF, 0x0A, 0x0D]);

    private const int MostSegments = 10_000;

    /// <summary>Cameras pad a picture's end; anything longer is another file behind it.</summary>
    private const int MostPadding = 256;

    public static FileKind KindOf(Stream content, UploadLimits limits)
    {
        RequireSegments(content, limits);
        RequireEnd(content);
        return FileKind.Jpeg;
    }

    private static void RequireSegments(Stream content, UploadLimits limits)
    {
        Span<byte> head = stackalloc byte[9];
        content.Position = 2;
        for (var segment = 0; segment < MostSegments; segment++)
        {
            if (content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
            {
                throw new RefusedException(Refusals.Truncated);
            }

            if (head[0] != 0xFF)
            {
                throw new RefusedException(Refusals.Damaged);
            }

            if (head[1] == StartOfScan)
            {
                return;
            }

            if (IsFrame(head[1]) && (long)BinaryPrimitives.ReadUInt16BigEndian(head[5..]) * BinaryPrimitives.ReadUInt16BigEndian(head[7..]) > limits.Pixels)
            {
                throw new RefusedException(Refusals.TooManyPixels);
            }

            var isFill = head[1] == 0xFF;
            content.Position += (isFill ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(head[2..])) - head.Length;
        }

        throw new RefusedException(Refusals.Damaged);
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static void RequireEnd(Stream content)
    {
        var tail = new byte[Math.Min(content.Length, MostPadding + 2)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf([(byte)0xFF, EndOfImage]);
        if (end < 0)
        {
            throw new RefusedException(Refusals.Truncated);
        }

        if (tail.AsSpan(end + 2).ContainsAnyExcept(Padding))
        {
            throw new RefusedException(Refusals.TwoKinds);
        }
    }
}
