namespace AreaSend.Web.Lano;

/// <summary>Addresses of a nominated officer's pages.</summary>
internal static class LanoPages
{
    public const string Portal = "/lano";
    public const string SignIn = "/lano/sign-in";
    public const string Send = "/lano/send";
    public const string Receipts = "/lano/receipts";

    public const string Selection = "/lano/selection";
    public const string Help = "/lano/help";

    /// <summary>Where a form without JavaScript posts its files.</summary>
    public const string Files = "/lano/files";

    public static string Item(string key) => $"/lano/items/{key}";

    /// <summary>An empty list to fill in; the file's name says which, and in which form.</summary>
    public static string Template(string fileName) => $"/lano/templates/{fileName}";

    /// <summary>A paper as a file.</summary>
    public static string PaperFile(Guid document) => $"/lano/papers/{document}/file";

    public static string Document(Guid document) => $"/lano/documents/{document}";
}
