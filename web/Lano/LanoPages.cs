namespace AreaSend.Web.Lano;

/// <summary>Addresses of a nominated officer's pages.</summary>
internal static class LanoPages
{
    public const string Room = "/lano";
    public const string Enter = "/lano/enter";
    public const string SignIn = "/lano/sign-in";
    public const string Send = "/lano/send";
    public const string Receipts = "/lano/receipts";

    /// <summary>Where a form without JavaScript posts its files.</summary>
    public const string Files = "/lano/files";

    public static string Item(string key) => $"/lano/items/{key}";

    public static string Document(Guid document) => $"/lano/documents/{document}";
}
