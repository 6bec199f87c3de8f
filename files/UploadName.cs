namespace AreaSend.FileChecks;

/// <summary>
/// A file's name as someone else gave it is data: it is shown, and it is compared with what the file is. It is never a path, a header or part of an address.
/// </summary>
public static class UploadName
{
    /// <summary>
    /// The name for a page, a sentence or a log: without folders, no longer than 120 characters, and with every character spelled out that is invisible
    /// or turns the reading direction round, so that a name that ends in <c>.exe</c> cannot look as if it ended in <c>.pdf</c>.
    /// </summary>
    public static string Shown(string given) => LastSegment(given) is { Length: > 0 } name ? SafeText.Of(name) : "(no name)";

    /// <summary>
    /// The ending that an inspector's computer would open the file by, in lower case with its dot; empty when there is none. Windows passes over spaces and
    /// dots at the end.
    /// </summary>
    public static string Extension(string given)
    {
        var name = LastSegment(given).TrimEnd(' ', '.');
        var dot = name.LastIndexOf('.');
        return dot < 0 ? "" : name[dot..].ToLowerInvariant();
    }

    private static string LastSegment(string given) => given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
}
