using System.Globalization;
using System.Xml;
using AreaSend.Lists.Dates;

namespace AreaSend.Lists.Files.Xlsx;

/// <summary>Reads one sheet row by row. A formula counts by the value that Excel last kept for it, and one without a value is told.</summary>
internal sealed class SheetReader(XmlReader reader, SharedStrings strings, DateStyles styles, RowBudget budget)
{
    private const int LastRow = 1_048_576;

    private readonly char[] _text = new char[SheetRow.MaxText];

    public void Feed(SheetRow row, BookCheck check)
    {
        var number = 0;
        while (reader.Read())
        {
            XmlDepth.Require(reader);
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "col")
            {
                HideColumns(row);
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "row")
            {
                number = Begin(row, number + 1);
                ReadCells(row);
                budget.SpendRow(row);
                if (!check.Take(row))
                {
                    return;
                }
            }
        }
    }

    private void HideColumns(SheetRow row)
    {
        var (first, last) = (NumberIn("min"), NumberIn("max"));
        if (reader.GetAttribute("hidden") is "1" or "true" || reader.GetAttribute("width") is "0")
        {
            row.HideColumns(first - 1, last - 1);
        }

        int NumberIn(string name) => int.TryParse(reader.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private int Begin(SheetRow row, int expected)
    {
        var number = expected;
        var isHidden = false;
        while (reader.MoveToNextAttribute())
        {
            switch (reader.LocalName)
            {
                case "r":
                    number =
                        int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said is > 0 and <= LastRow ? said : expected;
                    break;
                case "hidden":
                    isHidden |= Value() is "1" or "true";
                    break;
                case "ht":
                    isHidden |= Value() is "0";
                    break;
            }
        }

        reader.MoveToElement();
        row.Begin(number, isHidden);
        return number;
    }

    private void ReadCells(SheetRow row)
    {
        if (reader.IsEmptyElement)
        {
            return;
        }

        var depth = reader.Depth;
        var column = -1;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "c")
            {
                column = ReadCell(row, column + 1);
            }
            else
            {
                XmlDepth.Require(reader);
            }
        }
    }

    private int ReadCell(SheetRow row, int expected)
    {
        var column = expected;
        var style = 0;
        var form = CellForm.Number;
        while (reader.MoveToNextAttribute())
        {
            switch (reader.LocalName)
            {
                case "r":
                    column = CellReference.Column(Value()) ?? expected;
                    break;
                case "s":
                    _ = int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out style);
                    break;
                case "t":
                    form = CellForms.Of(Value());
                    break;
            }
        }

        reader.MoveToElement();
        if (form == CellForm.InlineText)
        {
            budget.SpendCell();
            row.SetText(column, CellText.Read(reader, _text));
        }
        else if (ReadValue(out var hasFormula) is { IsEmpty: false } value)
        {
            budget.SpendCell();
            Set(row, column, style, form, value);
        }
        else if (hasFormula && form == CellForm.Number)
        {
            // A formula that gives an empty text says that it gives text; this one says nothing, because nobody has reckoned it.
            budget.SpendCell();
            row.SetUncalculated(column);
        }

        return column;
    }

    /// <summary>What stands in the cell's value, and whether a formula stands beside it.</summary>
    private ReadOnlySpan<char> ReadValue(out bool hasFormula)
    {
        var length = 0;
        hasFormula = false;
        if (reader.IsEmptyElement)
        {
            return [];
        }

        var depth = reader.Depth;
        var isValue = false;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                XmlDepth.Require(reader);
                isValue = reader.LocalName == "v";
                hasFormula |= reader.LocalName == "f";
            }
            else if (isValue && reader.NodeType is (XmlNodeType.Text or XmlNodeType.CDATA))
            {
                length += XmlValue.ReadInto(reader, _text, length);
            }
        }

        return _text.AsSpan(0, length);
    }

    private void Set(SheetRow row, int column, int style, CellForm form, ReadOnlySpan<char> value)
    {
        switch (form)
        {
            case CellForm.SharedText:
                row.SetText(column, int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? strings[index] : []);
                break;
            case CellForm.Boolean:
                row.SetBoolean(column);
                break;
            case CellForm.Error:
                row.SetError(column);
                break;
            case CellForm.WrittenDate:
                SetWrittenDate(row, column, value);
                break;
            case CellForm.Number:
                SetNumber(row, column, style, value);
                break;
            default:
                row.SetText(column, Escapes.Decode(_text.AsSpan(0, value.Length)));
                break;
        }
    }

    private static void SetWrittenDate(SheetRow row, int column, ReadOnlySpan<char> value)
    {
        if (WrittenDate.Parse(value, out var hasTime) is { } date)
        {
            row.SetDate(column, date, hasTime);
        }
        else
        {
            row.SetText(column, value);
        }
    }

    private void SetNumber(SheetRow row, int column, int style, ReadOnlySpan<char> value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            row.SetText(column, value);
        }
        else if (styles[style] && ExcelDate.FromSerial(number, row.Uses1904) is { } date)
        {
            row.SetDate(column, date, ExcelDate.HasTime(number));
        }
        else
        {
            row.SetNumber(column, number, value);
        }
    }

    private ReadOnlySpan<char> Value() => XmlValue.Read(reader, _text);
}
