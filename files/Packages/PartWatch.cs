using System.Text.RegularExpressions;
using System.Xml;

namespace AreaSend.FileChecks.Packages;

/// <summary>Looks at the nodes of a document's parts as they go by: counts the cells and texts of a workbook, and reads the field codes of a Word document.</summary>
internal sealed partial class PartWatch(UploadLimits limits)
{
    private const string Workbook = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string StrictWorkbook = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private const int LongestCommand = 64;

    private int _cells;
    private int _texts;
    private string _code = "";
    private bool _isInCode;

    public void Take(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                TakeElement(reader);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when _isInCode && _code.Length < LongestCommand:
                RequireHarmless(_code += reader.Value);
                break;
        }
    }

    private void TakeElement(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "c" when IsOfWorkbook(reader):
                Require(++_cells <= limits.Cells, Refusals.TooManyCells);
                break;
            case "si" when IsOfWorkbook(reader):
                Require(++_texts <= limits.SharedStrings, Refusals.TooManyTexts);
                break;
            case "fldSimple":
                RequireHarmless(reader.GetAttribute("instr", reader.NamespaceURI) ?? "");
                break;
            case "fldChar":
                _code = "";
                break;
        }

        _isInCode = reader is { LocalName: "instrText", IsEmptyElement: false };
    }

    private static bool IsOfWorkbook(XmlReader reader) =>
        reader.NamespaceURI is Workbook or StrictWorkbook;

    private static void RequireHarmless(string code) => Require(!Command().IsMatch(code), Refusals.Command);

    private static void Require(bool isRight, Refusal otherwise)
    {
        if (!isRight)
        {
            throw new RefusedException(otherwise);
        }
    }

    [GeneratedRegex(@"^\s*DDE(AUTO)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Command();
}
