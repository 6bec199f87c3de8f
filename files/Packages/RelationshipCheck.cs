using System.Text.RegularExpressions;

namespace AreaSend.FileChecks.Packages;

/// <summary>
/// A link that a reader may click is part of an ordinary document. Whatever a program would fetch by itself on opening is refused: linked workbooks and pictures,
/// remote templates, linked objects.
/// </summary>
internal static partial class RelationshipCheck
{
    private const string Hyperlink = "hyperlink";
    private const string Template = "attachedTemplate";

    private static readonly string[] _clickable = ["http", "https", "mailto", "tel", "file", "ftp"];

    public static void Require(Relationship relationship)
    {
        if (!relationship.IsExternal)
        {
            RefusedTypes.RequireRelation(relationship.Word);
            return;
        }

        switch (relationship.Word)
        {
            case Hyperlink:
                RequireClickable(relationship.Target);
                break;
            case Template when IsOnOwnDrive(relationship.Target):
                break;
            default:
                throw new RefusedException(Refusals.ExternalLink);
        }
    }

    /// <summary>A link to a page, an address or a document; anything else, such as <c>ms-msdt:</c>, starts a program.</summary>
    public static void RequireClickable(string target)
    {
        if (Scheme().Match(target) is { Success: true } scheme && !_clickable.Contains(scheme.Groups[1].Value.ToLowerInvariant()))
        {
            throw new RefusedException(Refusals.LinkThatRuns);
        }
    }

    /// <summary>Word notes where its author's template lies. On the author's own drive that is harmless; on a server, opening the document would call there.</summary>
    private static bool IsOnOwnDrive(string target) => OwnDrive().IsMatch(target);

    /// <summary>One letter before the colon is a drive.</summary>
    [GeneratedRegex(@"^\s*([A-Za-z][A-Za-z0-9+.\-]+)\s*:")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^(file:///)?[A-Za-z]:[\\/]", RegexOptions.IgnoreCase)]
    private static partial Regex OwnDrive();
}
