using System.Globalization;
using System.Xml;
using AreaSend.Lists.Dates;
using AreaSend.Lists.Files.Xlsx;

namespace AreaSend.Lists.Files.OpenDocuments;

/// <summary>One cell of an OpenDocument sheet: its typed value, or its paragraphs without what is annotated beside them.</summary>
internal sealed class OdsCell(XmlReader reader)
{
    private readonly char[] _type = new char[32];
    private readonly char[] _value = new char[SheetRow.MaxText];
    private readonly char[] _text = new char[SheetRow.MaxText];
    private int _typeLength;
    private int _valueLength;
    private int _textLength;
    private bool _hasFormula;
    private bool _isError;

    private ReadOnlySpan<char> Type => _type.AsSpan(0, _typeLength);

    private ReadOnlySpan<char> Value => _value.AsSpan(0, _valueLength);

    private ReadOnlySpan<char> Text => _text.AsSpan(0, _textLength);

    /// <summary>Whether nothing stands in it; a formula without a result is something.</summary>
    public bool IsBlank => Type.IsEmpty && Text.IsEmpty && !_hasFormula;

    /// <summary>Reads the cell that the reader stands on, to its end.</summary>
    public void Read()
    {
        (_typeLength, _valueLength, _textLength, _hasFormula, _isError) = (0, 0, 0, false, false);
        ReadAttributes();
        if (!reader.IsEmptyElement)
        {
            ReadParagraphs();
        }
    }

    /// <summary>Puts the cell into the row.</summary>
    public void PutInto(SheetRow row, int column)
    {
        if (_isError)
        {
            row.SetError(column);
            return;
        }

        switch (Type)
        {
            case "float" or "currency" or "percentage":
                PutNumber(row, column);
                break;
            case "date":
                PutDate(row, column);
                break;
            case "boolean":
                row.SetBoolean(column);
                break;
            case "" when _hasFormula && Text.IsEmpty:
                row.SetUncalculated(column);
                break;
            default:
                row.SetText(column, Value.IsEmpty ? Text : Value);
                break;
        }
    }

    private void PutNumber(SheetRow row, int column)
    {
        if (double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            row.SetNumber(column, number, Value);
        }
        else
        {
            row.SetText(column, Text);
        }
    }

    private void PutDate(SheetRow row, int column)
    {
        if (WrittenDate.Parse(Value, out var hasTime) is { } date)
        {
            row.SetDate(column, date, hasTime);
        }
        else
        {
            row.SetText(column, Text);
        }
    }

    private void ReadAttributes()
    {
        while (reader.MoveToNextAttribute())
        {
            switch (reader.LocalName)
            {
                case "value-type" when reader.NamespaceURI == OdsNames.Office:
                    _typeLength = XmlValue.ReadInto(reader, _type, 0);
                    break;
                case "value-type":
                    // LibreOffice's own attribute beside it tells errors from texts.
                    _isError = reader.Value == "error";
                    break;
                case "value" or "date-value" or "string-value" when reader.NamespaceURI == OdsNames.Office:
                    _valueLength = XmlValue.ReadInto(reader, _value, 0);
                    break;
                case "formula":
                    _hasFormula = true;
                    break;
            }
        }

        reader.MoveToElement();
    }

    private void ReadParagraphs()
    {
        var depth = reader.Depth;
        var beside = -1;
        var paragraphs = 0;
        while (reader.Read() && reader.Depth > depth)
        {
            XmlDepth.Require(reader);
            if (beside >= 0)
            {
                beside = reader.Depth > beside || reader.NodeType != XmlNodeType.EndElement ? beside : -1;
            }
            else if (reader.NodeType == XmlNodeType.Element)
            {
                beside = IsBeside() && !reader.IsEmptyElement ? reader.Depth : -1;
                ReadMark(ref paragraphs);
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                _textLength += XmlValue.ReadInto(reader, _text, _textLength);
            }
        }
    }

    /// <summary>A note, a drawing or a table in the cell holds paragraphs that are none of its own.</summary>
    private bool IsBeside() => reader.NamespaceURI != OdsNames.Text || reader.LocalName is "note" or "ruby-text";

    private void ReadMark(ref int paragraphs)
    {
        var isSpace = reader.LocalName is "s" or "tab" or "line-break" || (reader.LocalName is "p" or "h" && paragraphs++ > 0);
        if (isSpace && _textLength < _text.Length && reader.NamespaceURI == OdsNames.Text)
        {
            _text[_textLength++] = ' ';
        }
    }
}
