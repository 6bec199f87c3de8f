using System.Text.RegularExpressions;

namespace AreaSend.FileChecks.Packages;

/// <summary>
/// A link that a reader may click is part of an ordinary document. Whatever a program would fetch by itself on opening is refused: linked workbooks and
/// pictures,
/// remote templates, linked objects.
/// </summary>
internal static partial class RelationshipCheck
{
    private const string Hyperlink = "hyperlink";
    private const string Template = "attachedTemplate";

    private static readonly string[] Clickable = ["http", "https", "mailto", "tel", "file", "ftp"];

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
            case "mailMergeSource" or "mailMergeHeaderSource":
                throw new RefusedException(Refusals.MailMerge);
            default:
                throw new RefusedException(Refusals.ExternalLink);
        }
    }

    /// <summary>A link to a page, an address or a document; anything else, such as <c>ms-msdt:</c>, starts a program.</summary>
    public static void RequireClickable(string target)
    {
        if (Scheme().Match(target) is { Success: true } scheme && !Clickable.Contains(scheme.Groups[1].Value.ToLowerInvariant()))
        {
            throw new RefusedException(Refusals.LinkThatRuns);
        }

        if (!IsPage(target) && ProgramName().IsMatch(Uri.UnescapeDataString(target)))
        {
            throw new RefusedException(Refusals.LinkThatRuns);
        }
    }

    private static bool IsPage(string target) =>
        Scheme().Match(target) is { Success: true } scheme && !scheme.Groups[1].Value.Equals("file", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of a program, with or without words for it behind.</summary>
    [GeneratedRegex(
        """\.(exe|bat|cmd|ps1|psm1|vbs|vbe|js|jse|wsf|wsh|hta|lnk|msi|msp|scr|pif|jar|reg|cpl|chm|url|scf|inf|application|appref-ms|settingcontent-ms|search-ms|library-ms|iqy|slk|xll|dll)["']?(\s|$)""",
        RegexOptions.IgnoreCase)]
    private static partial Regex ProgramName();

    /// <summary>
    /// Word notes where its author's template lies. On the author's own drive that is harmless; on a server, opening the document would call there.
    /// </summary>
    private static bool IsOnOwnDrive(string target) => OwnDrive().IsMatch(target);

    /// <summary>One letter before the colon is a drive. A dot in front, as in <c>.uno:</c>, is LibreOffice's own commands.</summary>
    [GeneratedRegex(@"^\s*(\.?[A-Za-z][A-Za-z0-9+.\-]+)\s*:")]
    private static partial Regex Scheme();

    /// <summary>A path that goes up leads off the drive, to some programs.</summary>
    [GeneratedRegex(@"^(file:///)?[A-Za-z]:[\\/](?!.*\.\.)", RegexOptions.IgnoreCase)]
    private static partial Regex OwnDrive();
}
