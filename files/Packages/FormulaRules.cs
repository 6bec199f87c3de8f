using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AreaSend.FileChecks.Packages;

/// <summary>What no formula of a workbook may do: run a command (DDE), call a program's function, or fetch from outside by itself.</summary>
internal static partial class FormulaRules
{
    /// <exception cref="RefusedException">It would.</exception>
    public static void Require(string formula)
    {
        var plain = Plain(formula);
        var bare = Texts().Replace(plain, "\"\"");
        RequireFunctions(bare);
        if (Columns().Replace(bare, "").Contains('|'))
        {
            throw new RefusedException(Refusals.Command);
        }

        RequireReferences(plain, bare);
    }

    /// <summary>A formula of OpenDocument, in which a bar is a row of a matrix.</summary>
    public static void RequireOpen(string formula)
    {
        var plain = Plain(formula);
        var bare = Texts().Replace(plain, "\"\"");
        RequireFunctions(bare);
        RequireReferences(plain, bare);
        if (OtherBook().IsMatch(bare))
        {
            throw new RefusedException(Refusals.ExternalLink);
        }
    }

    /// <summary>Functions alone, for cells of a text file.</summary>
    public static void RequireFunctions(string bare)
    {
        if (Commands().IsMatch(bare))
        {
            throw new RefusedException(Refusals.Command);
        }

        if (Fetching().IsMatch(bare))
        {
            throw new RefusedException(Refusals.ExternalLink);
        }
    }

    /// <summary>Wide forms of the keyboard's signs are the signs; what is not seen is not there.</summary>
    public static string Plain(string formula)
    {
        var plain = new StringBuilder(formula.Length);
        foreach (var character in formula.Where(character => char.GetUnicodeCategory(character) is not UnicodeCategory.Format))
        {
            plain.Append(Narrow(character));
        }

        return plain.ToString();
    }

    public static char Narrow(char character) => character is >= '\uFF01' and <= '\uFF5E' ? (char)(character - 0xFEE0) : character;

    private static void RequireReferences(string plain, string bare)
    {
        if (Outside().IsMatch(bare) || Indirect().IsMatch(plain))
        {
            throw new RefusedException(Refusals.ExternalLink);
        }

        RequireLinks(plain);
    }

    /// <summary>A cell of a book that lies elsewhere, for cells of a text file: an address alone may stand in brackets or apostrophes.</summary>
    public static void RequireNoOtherBook(string text)
    {
        if (CellElsewhere().IsMatch(text))
        {
            throw new RefusedException(Refusals.ExternalLink);
        }
    }

    /// <summary>What a formula links to, where it says so in one text.</summary>
    public static void RequireLinks(string plain)
    {
        foreach (var link in Links().Matches(plain).Select(match => match.Groups[1].Value))
        {
            RelationshipCheck.RequireClickable(link);
        }
    }

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Texts();

    /// <summary>A column of a table may be called as it likes.</summary>
    [GeneratedRegex(@"\[[^\[\]]*\]")]
    private static partial Regex Columns();

    [GeneratedRegex(@"\b(DDE|CALL|REGISTER(\.ID)?|EXEC|SQL\.REQUEST)\s*\(", RegexOptions.IgnoreCase)]
    private static partial Regex Commands();

    [GeneratedRegex(@"(?<![A-Z0-9])(WEBSERVICE|IMAGE|RTD|IMPORT(XML|HTML|DATA|FEED|RANGE|TEXT|CSV))\s*\(", RegexOptions.IgnoreCase)]
    private static partial Regex Fetching();

    [GeneratedRegex(@"['\[]\s*(https?:|ftp:|file:|\\\\|//)", RegexOptions.IgnoreCase)]
    private static partial Regex Outside();

    /// <summary>An address that a formula puts together counts where it begins with the place.</summary>
    [GeneratedRegex("""\bINDIRECT\s*\(\s*"\s*['\[]*\s*(https?:|ftp:|file:|\\\\|//)""", RegexOptions.IgnoreCase)]
    private static partial Regex Indirect();

    [GeneratedRegex(@"'\s*(?:https?:|ftp:|file:|\\\\|//)[^']*'\s*[!#]|\[\s*(?:https?:|ftp:|file:|\\\\|//)[^\]]*\][^\s,;\]]*!", RegexOptions.IgnoreCase)]
    private static partial Regex CellElsewhere();

    [GeneratedRegex(@"'[^']*'\s*#")]
    private static partial Regex OtherBook();

    [GeneratedRegex("""\bHYPERLINK\s*\(\s*"([^"]*)""", RegexOptions.IgnoreCase)]
    private static partial Regex Links();
}
