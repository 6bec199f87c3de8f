using System.Text.RegularExpressions;

namespace AreaSend.Web.Sandbox;

/// <summary>The links of an e-mail that lead to this site: by following one, somebody at the sandbox becomes its recipient.</summary>
internal static partial class MailLinks
{
    /// <summary>Paths with their queries, each once, in the order of the text.</summary>
    /// <param name="text">The plain text of an e-mail.</param>
    /// <param name="site">The host that the browser asked.</param>
    public static IReadOnlyList<string> OfThisSite(string text, HostString site) =>
    [
        .. Address().Matches(text)
            .Select(match => Uri.TryCreate(match.Value.TrimEnd('.', ',', ')', '>'), UriKind.Absolute, out var address) ? address : null)
            .OfType<Uri>().Where(address => address.Port == (site.Port ?? address.Port) && address.IsLoopback)
            .Select(address => address.PathAndQuery).Distinct(),
    ];

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Address();
}
