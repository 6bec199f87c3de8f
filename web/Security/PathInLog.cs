namespace AreaSend.Web.Security;

/// <summary>
/// A request's path as a log may hold it. Addresses that let somebody in are secrets, and each is far longer than anything else that stands in a path.
/// </summary>
internal static class PathInLog
{
    private const int LongestPart = 60;

    /// <summary>The path, with three dots in the place of each part that may be a secret.</summary>
    public static string Of(PathString path) =>
        string.Join('/', (path.Value ?? "").Split('/').Select(part => part.Length > LongestPart ? "…" : part));
}
