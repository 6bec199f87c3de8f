using System.Text.RegularExpressions;
using System.Xml;

namespace AreaSend.FileChecks.Packages;

/// <summary>Attributes of office documents by which something runs or is fetched, whatever part they stand in.</summary>
internal static partial class AttributeRules
{
    private const string Xml = "http://www.w3.org/XML/1998/namespace";

    private static readonly HashSet<string> Pictures = ["imagedata", "fill", "stroke", "image", "feImage", "use", "textpath"];

    /// <param name="reader">At an element; left there.</param>
    public static void Require(XmlReader reader)
    {
        var element = reader.LocalName;
        var isRibbon = reader.NamespaceURI.Contains("/customui", StringComparison.OrdinalIgnoreCase);
        if (element is "hlinkMouseOver" && string.IsNullOrWhiteSpace(reader.GetAttribute("action")) && HasTarget(reader))
        {
            throw new RefusedException(Refusals.LinkThatRuns);
        }

        while (reader.MoveToNextAttribute())
        {
            RequireOne(element, reader.LocalName, reader.NamespaceURI, reader.Value, isRibbon);
        }

        reader.MoveToElement();
    }

    private static void RequireOne(string element, string name, string space, string value, bool isRibbon)
    {
        if (isRibbon && Callback().IsMatch(name))
        {
            throw new RefusedException(Refusals.Macros);
        }

        if (name == "action" && value.TrimStart().StartsWith("ppaction:", StringComparison.OrdinalIgnoreCase) && !Jump().IsMatch(value))
        {
            throw new RefusedException(Refusals.LinkThatRuns);
        }

        if (
            name is "textlink" or "macro"
            || name == "formula"
            || (name == "val" && element == "cfvo")
            || name.StartsWith("fmla", StringComparison.OrdinalIgnoreCase))
        {
            FormulaRules.Require(value);
        }

        var isFetched = name is "src" or "href" or "althref" && Pictures.Contains(element)
            || (name == "base" && space == Xml)
            || (name is "manifestLocation" or "schemaLocation" && element == "schema");
        if (isFetched && Addresses.IsRemote(value))
        {
            throw new RefusedException(Refusals.ExternalLink);
        }
    }

    private static bool HasTarget(XmlReader reader) =>
        reader.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") is { Length: > 0 }
        || reader.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships") is { Length: > 0 };

    /// <summary>What a button of the ribbon calls.</summary>
    [GeneratedRegex("^(on|get|load)[A-Z]")]
    private static partial Regex Callback();

    /// <summary>To another slide, another show, or a sound that is in the file.</summary>
    [GeneratedRegex(@"^\s*ppaction://(hlinkshowjump|hlinksldjump|customshow|media|noaction|hlinkfile|hlinkpres)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Jump();
}
