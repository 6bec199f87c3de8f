namespace AreaSend.Web.SignIn;

/// <summary>An address to go back to is taken only if it stays in this console.</summary>
internal static class LocalAddress
{
    public static string OrHome(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : "/";
}
