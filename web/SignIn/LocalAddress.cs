namespace AreaSend.Web.SignIn;

/// <summary>An address to go back to is taken only if it stays in this console, and can stand in a header as it is.</summary>
internal static class LocalAddress
{
    public static string OrHome(string? address) =>
        address is ['/', ..]
        && address.All(letter => letter is > ' ' and <= '~' and not '\\')
        && Uri.TryCreate($"http://here{address}", UriKind.Absolute, out var read)
        && read is { Host: "here", AbsolutePath: ['/'] or ['/', not '/', ..] } ? address : "/";
}
