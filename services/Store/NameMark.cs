using System.Security.Cryptography;
using System.Text;

namespace AreaSend.Services.Store;

/// <summary>
/// A mark of a name or an address that checkpoints hold in its place. It goes by a random salt that stands in the same row and is disposed of together with
/// the name: from then on nobody can try out whose name or address it was, in checkpoints that cannot be removed either.
/// </summary>
public static class NameMark
{
    private const int Kept = 16;

    /// <summary>A salt for a row.</summary>
    public static string NewSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Kept));

    internal static string OfDocument(Guid document, string fileName, string? salt) => Of($"document\n{document:D}\n{fileName}\n{salt}");

    internal static string OfNotice(Guid inspection, string key, string address, string? salt) => Of($"notice\n{inspection:D}\n{key}\n{address}\n{salt}");

    private static string Of(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Kept));
}
