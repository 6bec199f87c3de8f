using System.Text.RegularExpressions;

namespace AreaSend.FileChecks.Packages;

/// <summary>Tells where an address leads, as office programs would follow it.</summary>
internal static partial class Addresses
{
    /// <summary>
    /// Whether a program would have to ask another machine: a page, a share, anything with a scheme but a file on a drive or a picture in the same e-mail.
    /// </summary>
    public static bool IsRemote(string address) => Remote().IsMatch(address);

    [GeneratedRegex(
        """^[\s"'\u201C\u201D\u00A0]*(?:(?!file:|cid:|data:)[a-z][a-z0-9+.\-]+:|file:(?![/\\]*[a-z]:(?!.*\.\.))|[\\/]{2,}(?![a-z]:))""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Remote();
}
