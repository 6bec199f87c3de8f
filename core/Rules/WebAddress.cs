namespace AreaSend.Core.Rules;

/// <summary>The address of a page on the web.</summary>
public static class WebAddress
{
    /// <summary>Whether a text is one: <c>https</c> or <c>http</c>, the name of a host, and no name or password before it.</summary>
    public static bool IsOne(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var link)
        && link.Scheme is "https" or "http"
        && link.Host.Length > 0
        && link.UserInfo.Length == 0;
}
