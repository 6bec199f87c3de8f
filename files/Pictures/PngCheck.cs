using System.Buffers.Binary;

namespace AreaSend.FileChecks.Pictures;

/// <summary>Walks the chunks of a PNG picture from its header to its end, after which there must be nothing.</summary>
internal static class PngCheck
{
    private const int SignatureBytes = 8;
    private const int ChunkHeadBytes = 8;
    private const int ChecksumBytes = 4;

    public static FileKind KindOf(Stream content, UploadLimits limits)
    {
        Span<byte> head = stackalloc byte[ChunkHeadBytes];
        content.Position = SignatureBytes;
        var isFirst = true;
        while (content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            var type = head[4..];
            if (isFirst)
            {
                RequireSize(content, type, limits);
                isFirst = false;
            }

            var next = content.Position + length + ChecksumBytes;
            if (type.SequenceEqual("IEND"u8))
            {
                return next == content.Length ? FileKind.Png : throw new RefusedException(next < content.Length ? Refusals.TwoKinds : Refusals.Truncated);
            }

            content.Position = next;
        }

        throw new RefusedException(Refusals.Truncated);
    }

    private static void RequireSize(Stream content, ReadOnlySpan<byte> type, UploadLimits limits)
    {
        Span<byte> size = stackalloc byte[8];
        if (!type.SequenceEqual("IHDR"u8) || content.ReadAtLeast(size, size.Length, throwOnEndOfStream: false) < size.Length)
        {
            throw new RefusedException(Refusals.Damaged);
        }

        content.Position -= size.Length;
        if (
            (long)BinaryPrimitives.ReadUInt32BigEndian(size) * BinaryPrimitives.ReadUInt32BigEndian(size[4..]) is var pixels
            && (pixels < 0 || pixels > limits.Pixels))
        {
            throw new RefusedException(Refusals.TooManyPixels);
        }
    }
}
