using System.Buffers.Text;
using System.Security.Cryptography;

namespace AreaSend.Services.Lanos;

/// <summary>The secret of a link: 256 random bits, written in the letters that an address may hold.</summary>
internal static class LanoToken
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of a token; null for what cannot be one.</summary>
    public static string? HashOf(string? token)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        // 43 letters hold 256 bits: anything else was cut off, added to or guessed.
        return token is { Length: 43 } && Base64Url.TryDecodeFromChars(token, bytes, out var written) && written == Bytes
            ? Convert.ToHexStringLower(SHA256.HashData(bytes))
            : null;
    }
}
