using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AreaSend.Services.SignInLinks;

/// <summary>The secret of a link: 256 random bits, written in the letters that an address may hold.</summary>
internal static class LinkToken
{
    private const int Bytes = 32;
    private const int Letters = 43;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of a token; null for what cannot be one: cut off, added to or made up.</summary>
    public static string? HashOf(string? token) =>
        token is { Length: Letters } && token.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)))
            : null;
}
