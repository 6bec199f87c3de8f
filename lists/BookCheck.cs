using AreaSend.Lists.Findings;
using AreaSend.Lists.Headers;
using NodaTime;

namespace AreaSend.Lists;

/// <summary>
/// The check of a book in one pass: the reader announces each sheet, hands over its rows one after another, and asks for the reports.
/// Lists are found by what their header says, on whichever sheet and below whatever title; other sheets are passed over.
/// </summary>
/// <param name="today">The day of the check in London: no date may lie after it, and ages are counted at it where the list says no date.</param>
/// <param name="wanted">The list that was asked for, or null for whatever is there.</param>
/// <param name="onRecord">Told of every child's row after its check; the record is good only during the call.</param>
public sealed class BookCheck(LocalDate today, PersonList? wanted = null, Action<ListRecord>? onRecord = null)
{
    /// <summary>A header stands within this many rows that hold something, or the sheet has none.</summary>
    private const int RowsToSearch = 100;

    private readonly List<(ListCheck Check, bool IsCertain)> _lists = [];
    private readonly List<PersonList> _passedOver = [];
    private SheetInfo _sheet = new("");
    private ListCheck? _current;
    private LocalDate? _asAt;
    private PersonList? _named;
    private int _searched;
    private bool _isDone;

    /// <summary>Begins a sheet.</summary>
    public void BeginSheet(SheetInfo sheet)
    {
        _sheet = sheet;
        _current = null;
        _asAt = null;
        _named = ListIn(sheet.Name);
        _searched = 0;
        _isDone = false;
    }

    /// <summary>Takes the sheet's next row; false when no more of the sheet's rows are wanted.</summary>
    public bool Take(SheetRow row)
    {
        if (_isDone)
        {
            return false;
        }

        if (_current is null)
        {
            Search(row);
        }
        else if (_current.Next() is { } record)
        {
            onRecord?.Invoke(record);
        }

        return !_isDone;
    }

    /// <summary>
    /// The report on each list that was found, in the book's order. Where none was found, <see cref="WhyNone"/> says why.
    /// A sheet that could be either list gives way to one that is certain; a list without rows gives way to one that has some.
    /// </summary>
    public IReadOnlyList<ListReport> Reports()
    {
        var lists = _lists.Any(list => list.IsCertain) && wanted is not null ? _lists.Where(list => list.IsCertain) : _lists;
        var filled = lists.Any(list => list.Check.Rows > 0) ? lists.Where(list => list.Check.Rows > 0) : lists;
        return [.. filled.Select(list => WithOther(list.Check.Report()))];
    }

    /// <summary>Why there is no report, in a sentence.</summary>
    public string WhyNone =>
        _passedOver.Count > 0
            ? $"The file holds list {(int)_passedOver[0]}, not list {(int)wanted!}."
            : "No person-level list was found in the file: no row names the columns of list 1 or list 2.";

    /// <summary>A book with both lists that was sent for one of them answers the other too, if its sender says so.</summary>
    private ListReport WithOther(ListReport report) =>
        _passedOver is [var other, ..]
            ? report with
            {
                Notes =
                [
                    .. report.Notes,
                    $"The file also holds list {(int)other}. It was read for list {(int)report.List} alone: to answer list {(int)other} with it, send it for that item too.",
                ],
            }
            : report;

    private void Search(SheetRow row)
    {
        if (row.Width == 0)
        {
            return;
        }

        if (ListHeader.From(row) is { } header)
        {
            Begin(header, row);
            return;
        }

        _asAt ??= AsAt.In(row);
        for (var place = 0; place < row.Width; place++)
        {
            _named ??= ListIn(row[place].Text);
        }

        _isDone = ++_searched >= RowsToSearch;
    }

    private void Begin(ListHeader header, SheetRow row)
    {
        var isCertain = header.HasColumnsOfList1 || _named is not null;
        var list = header.HasColumnsOfList1 ? PersonList.One : _named ?? wanted ?? PersonList.Two;
        if (wanted is not null && list != wanted)
        {
            _passedOver.Add(list);
            _isDone = true;
            return;
        }

        _current = new ListCheck(list, _sheet, header, row, _asAt, today, [.. _lists.Select(known => known.Check).Where(known => known.List != list)]);
        _lists.Add((_current, isCertain));
    }

    private static PersonList? ListIn(ReadOnlySpan<char> text)
    {
        Span<char> room = stackalloc char[SheetRow.MaxText];
        var letters = Plain.Letters(text.Length > room.Length ? text[..room.Length] : text, room);
        var first = letters.IndexOf("list1", StringComparison.Ordinal) >= 0;
        var second = letters.IndexOf("list2", StringComparison.Ordinal) >= 0;
        return first == second ? null : first ? PersonList.One : PersonList.Two;
    }
}
