using AreaSend.Lists.Findings;
using AreaSend.Lists.Headers;
using AreaSend.Lists.Identifiers;
using AreaSend.Lists.Rules;
using AreaSend.Lists.Workbooks;
using NodaTime;

namespace AreaSend.Lists;

/// <summary>The check of one list, row by row, from its header to its end.</summary>
internal sealed class ListCheck
{
    private readonly SheetInfo _sheet;
    private readonly ListHeader _header;
    private readonly SheetRow _row;
    private readonly ListRecord _record;
    private readonly RowRule[] _rules;
    private readonly FirstSeen[] _seen = [.. RepetitionRules.All.Select(_ => new FirstSeen())];
    private readonly IReadOnlyList<ListCheck> _otherLists;
    private readonly FindingLog _findings = new();
    private readonly MonthFirst _monthFirst = new();
    private readonly HashSet<RowRule> _told = [];
    private readonly LocalDate? _saysAsAt;
    private int _rows;
    private int _hiddenRows;
    private int _lastRow;

    public ListCheck(
        PersonList list,
        SheetInfo sheet,
        ListHeader header,
        SheetRow row,
        LocalDate? saysAsAt,
        LocalDate today,
        IReadOnlyList<ListCheck> otherLists)
    {
        _otherLists = otherLists;
        List = list;
        _sheet = sheet;
        _header = header;
        _row = row;
        _saysAsAt = saysAsAt;
        _record = new ListRecord(list, header, row, saysAsAt <= today ? saysAsAt.Value : today, today, sheet.IsPlainText);
        _rules = RowRules(list, header);
        _lastRow = header.Row;
        CheckSheet();
    }

    public PersonList List { get; }

    public int Rows => _rows;

    public int KnownColumns => _header.Known;

    public string SheetName => _sheet.Name;

    /// <summary>Checks the row in hand; a blank row counts only when another child follows it. Null for a blank row.</summary>
    public ListRecord? Next()
    {
        if (!HoldsAnything())
        {
            return null;
        }

        TellBlankRows();
        _rows++;
        _lastRow = _row.Number;
        _record.Refresh();
        if (_row.IsHidden)
        {
            _hiddenRows++;
            Found(SheetRules.RowHidden, ListColumn.UniqueId);
        }

        foreach (var rule in _rules)
        {
            if ((!rule.IsOfOddCells || _row.HasOddCells) && rule.IsBrokenBy(_record) && (!rule.IsOnceAColumn || _told.Add(rule)))
            {
                Found(rule.Rule, rule.Column);
            }
        }

        _monthFirst.Look(_record);

        CheckRepetition();
        CheckOtherLists();
        return _record;
    }

    public ListReport Report()
    {
        if (_rows == 0)
        {
            _findings.Add(SheetRules.ListEmpty, -1, "the list", new Place(_header.Row, CellKind.Blank));
        }

        TellMonthFirst();
        return new ListReport(
            List,
            _sheet.Name,
            _header.Row,
            _rows,
            _record.AsAt,
            _saysAsAt == _record.AsAt,
            _findings.Groups(List, _sheet.Name),
            [.. Notes()]);
    }

    private void TellMonthFirst()
    {
        foreach (var (column, row) in _monthFirst.Columns)
        {
            _findings.Forget((rule, title) => MonthFirst.IsEcho(rule, title, column));
            _findings.Add(Rule.MonthFirst, _header.PlaceOf(column), ListTemplate.Title(column), new Place(row, CellKind.Text));
        }
    }

    private static RowRule[] RowRules(PersonList list, ListHeader header) =>
        [.. RuleBook.RowRules(list).Where(rule => header.PlaceOf(rule.Column) >= 0)];

    private void CheckSheet()
    {
        foreach (var column in ListTemplate.Columns(List).Where(column => _header.PlaceOf(column) < 0))
        {
            _findings.Add(SheetRules.ColumnMissing, -1, ListTemplate.Title(column), new Place(_header.Row, CellKind.Blank));
        }

        foreach (var (place, column) in _header.Repeated)
        {
            _findings.Add(SheetRules.ColumnRepeated, place, ListTemplate.Title(column), new Place(_header.Row, CellKind.Text));
        }

        foreach (var place in UnknownPlaces())
        {
            _findings.Add(SheetRules.ColumnUnknown, place, $"column {ColumnLetter.Of(place)}", new Place(_header.Row, CellKind.Text));
        }

        foreach (var column in ListTemplate.Columns(List).Where(column => _row.HidesColumn(_header.PlaceOf(column))))
        {
            _findings.Add(SheetRules.ColumnHidden, _header.PlaceOf(column), ListTemplate.Title(column), new Place(_header.Row, CellKind.Text));
        }

        if (_sheet.IsHidden)
        {
            _findings.Add(SheetRules.SheetHidden, -1, "the sheet", new Place(_header.Row, CellKind.Blank));
        }

        if (_saysAsAt is { } date && date != _record.AsAt)
        {
            _findings.Add(SheetRules.AsAtInFuture, -1, "the title", new Place(_header.Row, CellKind.Date));
        }
    }

    /// <summary>A heading of list 1 is as foreign to list 2 as one of the area's own.</summary>
    private IEnumerable<int> UnknownPlaces() =>
        Enum.GetValues<ListColumn>()
            .Except(ListTemplate.Columns(List))
            .Select(_header.PlaceOf)
            .Where(place => place >= 0)
            .Concat(_header.Unknown)
            .Order();

    private bool HoldsAnything()
    {
        for (var place = 0; place < _row.Width; place++)
        {
            if (!_row[place].IsBlank)
            {
                return true;
            }
        }

        return false;
    }

    private void TellBlankRows()
    {
        // A heading that is merged over two rows leaves the second one blank, and no child stands above it.
        if (_rows > 0 && _row.Number > _lastRow + 1)
        {
            _findings.Add(SheetRules.RowBlank, -1, "the row", new Place(_lastRow + 1, CellKind.Blank));
        }
    }

    private void CheckRepetition()
    {
        for (var i = 0; i < _seen.Length; i++)
        {
            var (column, rule) = RepetitionRules.All[i];
            var identifier = Identity.OnceOnly(_record, column);
            if (!identifier.IsEmpty && _seen[i].Before(identifier, _record.Row) is > 0 and var other)
            {
                Found(rule, column, other);
            }
        }
    }

    /// <summary>Told once for a child, whichever of its identifiers shows it.</summary>
    private void CheckOtherLists()
    {
        foreach (var other in _otherLists)
        {
            for (var i = 0; i < _seen.Length; i++)
            {
                var column = RepetitionRules.All[i].Column;
                var identifier = Identity.In(_record, column);
                if (!identifier.IsEmpty && other._seen[i].Find(identifier) is > 0 and var row)
                {
                    Found(RepetitionRules.InBothLists, column, row);
                    return;
                }
            }
        }
    }

    private void Found(Rule rule, ListColumn column, int otherRow = 0) =>
        _findings.Add(rule, _header.PlaceOf(column), ListTemplate.Title(column), new Place(_row.Number, _record[column].Kind, otherRow));

    private IEnumerable<string> Notes()
    {
        if (_sheet.IsPlainText)
        {
            yield return "The list was sent as text (CSV); the handbook asks for Excel (¶ 196).";
        }

        if (_saysAsAt is null)
        {
            yield return "The list does not say which date it represents (¶ 199); ages were counted at today's date.";
        }

        if (_hiddenRows > 0)
        {
            yield return $"Hidden rows were read: {_hiddenRows}.";
        }
    }
}
