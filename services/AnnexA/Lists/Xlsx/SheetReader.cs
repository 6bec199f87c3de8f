using System.Globalization;
using System.Text.Unicode;
using AreaSend.Core.AnnexA.Lists;
using AreaSend.Core.AnnexA.Lists.Dates;
using AreaSend.Services.AnnexA.Lists.Xlsx.Markup;
using NodaTime.Text;

namespace AreaSend.Services.AnnexA.Lists.Xlsx;

/// <summary>Reads one sheet row by row. A formula counts by the value that Excel last kept for it.</summary>
internal sealed class SheetReader(MarkupReader reader, SharedStrings strings, DateStyles styles, RowBudget budget)
{
    private const int LastRow = 1_048_576;

    private readonly char[] _text = new char[SheetRow.MaxText];

    public void Feed(SheetRow row, BookCheck check)
    {
        var number = 0;
        while (reader.Read())
        {
            if (reader.Kind == MarkupKind.Start && reader.Name.SequenceEqual("row"u8))
            {
                budget.SpendRow();
                number = Begin(row, number + 1);
                ReadCells(row);
                if (!check.Take(row))
                {
                    return;
                }
            }
        }
    }

    private int Begin(SheetRow row, int expected)
    {
        var number = expected;
        var isHidden = false;
        var attributes = reader.Attributes;
        while (attributes.Next())
        {
            if (attributes.Name.SequenceEqual("r"u8))
            {
                number = int.TryParse(attributes.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said is > 0 and <= LastRow ? said : expected;
            }
            else if (attributes.Name.SequenceEqual("hidden"u8))
            {
                isHidden |= attributes.Value.SequenceEqual("1"u8) || attributes.Value.SequenceEqual("true"u8);
            }
            else if (attributes.Name.SequenceEqual("ht"u8))
            {
                isHidden |= attributes.Value.SequenceEqual("0"u8);
            }
        }

        row.Begin(number, isHidden);
        return number;
    }

    private void ReadCells(SheetRow row)
    {
        if (reader.IsEmpty)
        {
            return;
        }

        var depth = reader.Depth;
        var column = -1;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.Kind == MarkupKind.Start && reader.Name.SequenceEqual("c"u8))
            {
                budget.SpendCell();
                column = ReadCell(row, column + 1);
            }
        }
    }

    private int ReadCell(SheetRow row, int expected)
    {
        var column = expected;
        var style = 0;
        var form = CellForm.Number;
        var attributes = reader.Attributes;
        while (attributes.Next())
        {
            switch (attributes.Name)
            {
                case [(byte)'r']:
                    column = CellReference.Column(attributes.Value) ?? expected;
                    break;
                case [(byte)'s']:
                    _ = int.TryParse(attributes.Value, NumberStyles.None, CultureInfo.InvariantCulture, out style);
                    break;
                case [(byte)'t']:
                    form = CellForms.Of(attributes.Value);
                    break;
            }
        }

        if (form == CellForm.InlineText)
        {
            row.SetText(column, CellText.Read(reader, _text));
        }
        else
        {
            ReadValue(row, column, style, form);
        }

        return column;
    }

    /// <summary>Reads what stands in the cell's value; the formula beside it is passed over.</summary>
    private void ReadValue(SheetRow row, int column, int style, CellForm form)
    {
        if (reader.IsEmpty)
        {
            return;
        }

        var depth = reader.Depth;
        var isValue = false;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.Kind is MarkupKind.Start or MarkupKind.End)
            {
                isValue = reader.Kind == MarkupKind.Start && reader.Name.SequenceEqual("v"u8);
            }
            else if (isValue)
            {
                Set(row, column, style, form);
            }
        }
    }

    private void Set(SheetRow row, int column, int style, CellForm form)
    {
        switch (form)
        {
            case CellForm.SharedText:
                row.SetText(column, int.TryParse(reader.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? strings[index] : []);
                break;
            case CellForm.Text:
                row.SetText(column, Decoded());
                break;
            case CellForm.Boolean:
                row.SetBoolean(column);
                break;
            case CellForm.Error:
                row.SetError(column);
                break;
            case CellForm.WrittenDate:
                SetWrittenDate(row, column, Decoded());
                break;
            default:
                SetNumber(row, column, style);
                break;
        }
    }

    private ReadOnlySpan<char> Decoded() =>
        _text.AsSpan(0, MarkupText.Decode(reader.Text, _text, isLiteral: reader.Kind == MarkupKind.LiteralText));

    private static void SetWrittenDate(SheetRow row, int column, ReadOnlySpan<char> value)
    {
        if (LocalDatePattern.Iso.Parse(value[..Math.Min(10, value.Length)].ToString()) is { Success: true } date)
        {
            row.SetDate(column, date.Value);
        }
        else
        {
            row.SetText(column, value);
        }
    }

    private void SetNumber(SheetRow row, int column, int style)
    {
        if (!double.TryParse(reader.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            row.SetText(column, Decoded());
        }
        else if (styles[style] && ExcelDate.FromSerial(number, row.Uses1904) is { } date)
        {
            row.SetDate(column, date);
        }
        else
        {
            Utf8.ToUtf16(reader.Text, _text, out _, out var length);
            row.SetNumber(column, number, _text.AsSpan(0, length));
        }
    }
}
