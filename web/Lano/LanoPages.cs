namespace AreaSend.Web.Lano;

/// <summary>Addresses of a nominated officer's pages.</summary>
internal static class LanoPages
{
    public const string Room = "/lano";
    public const string Enter = "/lano/enter";
    public const string SignIn = "/lano/sign-in";
}
