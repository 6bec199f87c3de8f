using System.Text;
using System.Xml;

namespace AreaSend.FileChecks.Packages;

/// <summary>
/// Looks at the nodes of a document's parts as they go by: counts the cells and texts of a workbook, and reads formulas, the field codes of Word, and what a
/// document draws on.
/// </summary>
internal sealed class PartWatch(UploadLimits limits)
{
    private const string Workbook = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string StrictWorkbook = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private const int LongestFormula = 64 << 10;

    private readonly StringBuilder _formula = new();
    private FieldStories _fields = new();
    private int _cells;
    private int _texts;
    private int _formulaDepth = -1;
    private Inside _inside;

    private enum Inside
    {
        Other,
        Code,
        Text,
    }

    /// <summary>A field does not go from one part to the next.</summary>
    public void BeginPart() => (_fields, _formulaDepth, _inside) = (new FieldStories(), -1, Inside.Other);

    public void EndPart() => _fields.End();

    public void Take(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                TakeElement(reader);
                break;
            case XmlNodeType.EndElement:
                TakeEnd(reader.Depth);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                TakeText(reader.Value);
                break;
        }
    }

    private void TakeElement(XmlReader reader)
    {
        var isOfWorkbook = reader.NamespaceURI is Workbook or StrictWorkbook;
        _inside = Inside.Other;
        _fields.Enter(reader);
        switch (reader.LocalName)
        {
            case "c" when isOfWorkbook:
                Require(++_cells <= limits.Cells, Refusals.TooManyCells);
                return;
            case "v" or "row" when isOfWorkbook:
                return;
            case "si" when isOfWorkbook:
                Require(++_texts <= limits.SharedStrings, Refusals.TooManyTexts);
                return;
            case "f" or "formula" or "formula1" or "formula2" or "definedName" or "calculatedColumnFormula" or "totalsRowFormula" when !reader.IsEmptyElement:
                _formulaDepth = reader.Depth;
                _formula.Clear();
                break;
            case "connectString" or "headerSource" or "dataSource" or "udl" when FieldStories.IsOfWord(reader):
                throw new RefusedException(Refusals.MailMerge);
        }

        if (FieldStories.IsOfWord(reader))
        {
            TakeField(reader);
        }

        Require(!reader.NamespaceURI.Contains("/webextensions/", StringComparison.OrdinalIgnoreCase), Refusals.AddIn);
        AttributeRules.Require(reader);
    }

    private void TakeField(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "fldSimple":
                FieldCodes.RequireHarmless(reader.GetAttribute("instr", reader.NamespaceURI) ?? "");
                break;
            case "fldChar":
                _fields.Mark(reader.GetAttribute("fldCharType", reader.NamespaceURI));
                break;
            case "p" or "br" or "tab" or "cr":
                _fields.Take(" ");
                break;
            case "instrText" or "delInstrText" when !reader.IsEmptyElement:
                _inside = Inside.Code;
                break;
            case "t" when !reader.IsEmptyElement:
                _inside = Inside.Text;
                break;
        }
    }

    private void TakeText(string text)
    {
        if (_formulaDepth >= 0)
        {
            _formula.Append(text);
            Require(_formula.Length <= LongestFormula, Refusals.TooMuchMarkup);
        }

        switch (_inside)
        {
            case Inside.Code:
                _fields.TakeCode(text);
                break;
            case Inside.Text:
                _fields.Take(text);
                break;
        }
    }

    private void TakeEnd(int depth)
    {
        _inside = Inside.Other;
        _fields.Leave(depth);
        if (depth == _formulaDepth)
        {
            _formulaDepth = -1;
            FormulaRules.Require(_formula.ToString());
        }
    }

    private static void Require(bool isRight, Refusal otherwise)
    {
        if (!isRight)
        {
            throw new RefusedException(otherwise);
        }
    }
}
