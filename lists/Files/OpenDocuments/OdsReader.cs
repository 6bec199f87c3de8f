using System.Globalization;
using System.Xml;
using AreaSend.Lists.Files.Xlsx;

namespace AreaSend.Lists.Files.OpenDocuments;

/// <summary>
/// Reads the sheets of a spreadsheet's content. A repeated row without values only moves the count on; one with values is taken as often as it is repeated.
/// </summary>
internal sealed class OdsReader(XmlReader reader, RowBudget budget)
{
    /// <summary>Tables lie in the spreadsheet, which lies in the body of the document; a table further in is part of a cell or a drawing.</summary>
    private const int DepthOfTables = 3;

    private const int LastRow = 1_048_576;
    private const int MostSheets = 1_000;

    private readonly HashSet<string> _hiddenStyles = [];
    private readonly OdsCell _cell = new(reader);
    private readonly SheetRow _row = new();

    public void Feed(BookCheck check)
    {
        var sheets = 0;
        string? style = null;
        while (reader.Read())
        {
            XmlDepth.Require(reader);
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader is { LocalName: "table", Depth: DepthOfTables })
            {
                RequireFew(++sheets);
                FeedSheet(check);
            }
            else if (reader.LocalName == "style")
            {
                style = reader.GetAttribute("name", OdsNames.Style);
            }
            else if (reader.LocalName == "table-properties" && style is not null && reader.GetAttribute("display", OdsNames.Table) == "false")
            {
                RequireFew(_hiddenStyles.Count);
                _hiddenStyles.Add(style);
            }
        }
    }

    private static void RequireFew(int count)
    {
        if (count > MostSheets)
        {
            throw new UnreadableListException(ReadingLimits.TooLarge);
        }
    }

    private void FeedSheet(BookCheck check)
    {
        var style = reader.GetAttribute("style-name", OdsNames.Table);
        check.BeginSheet(new SheetInfo(reader.GetAttribute("name", OdsNames.Table) ?? "", IsHidden: style is not null && _hiddenStyles.Contains(style)));
        _row.BeginSheet();
        if (reader.IsEmptyElement)
        {
            return;
        }

        var (number, column, isWanted) = (0, 0, true);
        while (reader.Read() && reader.Depth > DepthOfTables)
        {
            XmlDepth.Require(reader);
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "table-column")
            {
                column = TakeColumns(column);
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "table-row")
            {
                number = TakeRows(number, check, ref isWanted);
            }
        }
    }

    private int TakeColumns(int column)
    {
        var after = Math.Min(column + Repeated("number-columns-repeated"), SheetRow.MaxColumns);
        if (IsHidden())
        {
            _row.HideColumns(column, after - 1);
        }

        return after;
    }

    /// <summary>Takes the row as often as it is repeated; the rest of a sheet that is not wanted is only passed over.</summary>
    private int TakeRows(int number, BookCheck check, ref bool isWanted)
    {
        var times = Math.Min(Repeated("number-rows-repeated"), LastRow - Math.Min(number, LastRow - 1));
        _row.Begin(number + 1, IsHidden());
        var cells = isWanted ? ReadCells() : 0;
        for (var i = 0; i < times && isWanted; i++)
        {
            _row.MoveTo(number + 1 + i);
            budget.SpendRow(_row);
            budget.SpendCells(i == 0 ? 0 : cells);
            isWanted = check.Take(_row);
            if (_row.Width == 0)
            {
                break;
            }
        }

        return number + times;
    }

    /// <summary>How many cells of the row have a value.</summary>
    private int ReadCells()
    {
        if (reader.IsEmptyElement)
        {
            return 0;
        }

        var depth = reader.Depth;
        var (column, values) = (0, 0);
        while (reader.Read() && reader.Depth > depth)
        {
            XmlDepth.Require(reader);
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "table-cell" or "covered-table-cell")
            {
                var times = Repeated("number-columns-repeated");
                values += ReadCell(column, times);
                column = Math.Min(column + times, SheetRow.MaxColumns);
            }
        }

        return values;
    }

    private int ReadCell(int column, int times)
    {
        _cell.Read();
        var end = _cell.IsBlank ? column : Math.Min(column + times, SheetRow.MaxColumns);
        for (var place = column; place < end; place++)
        {
            budget.SpendCells(1);
            _cell.PutInto(_row, place);
        }

        return end - column;
    }

    /// <summary>Rows and columns are hidden by hand or by a filter.</summary>
    private bool IsHidden() => reader.GetAttribute("visibility", OdsNames.Table) is "collapse" or "filter";

    private int Repeated(string attribute) =>
        int.TryParse(reader.GetAttribute(attribute, OdsNames.Table), NumberStyles.None, CultureInfo.InvariantCulture, out var times)
            ? Math.Clamp(times, 1, LastRow)
            : 1;
}
