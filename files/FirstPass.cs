using System.Security.Cryptography;
using AreaSend.FileChecks.Text;

namespace AreaSend.FileChecks;

/// <summary>
/// What one reading from the first byte to the last shows: the fingerprint, the size, how it begins, and whether it is text in UTF-8, Windows-1252, or UTF-16
/// with its mark.
/// </summary>
internal sealed record FirstPass(long Bytes, string Sha256, byte[] Start, bool IsText)
{
    /// <summary>How many bytes of the beginning are kept. PDF readers look for a header in as many.</summary>
    public const int StartBytes = 1024;

    private const int BufferBytes = 64 << 10;

    /// <summary>Reads the whole stream, which is left at its start.</summary>
    public static FirstPass Read(Stream content, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var text = new TextProbe();
        var buffer = new byte[BufferBytes];
        byte[]? start = null;
        long bytes = 0;
        content.Position = 0;
        int count;
        while ((count = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var read = buffer.AsSpan(0, count);
            start ??= read[..Math.Min(count, StartBytes)].ToArray();
            hash.AppendData(read);
            text.Take(read);
            bytes += count;
        }

        content.Position = 0;
        return new FirstPass(bytes, Convert.ToHexStringLower(hash.GetHashAndReset()), start ?? [], text.IsPlain);
    }
}
