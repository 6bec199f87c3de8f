namespace AreaSend.Lists.Headers;

/// <summary>The row of a sheet that names the columns: which column of the sheet holds what.</summary>
public sealed class ListHeader
{
    /// <summary>A row that names this many different columns of the template is the header.</summary>
    private const int EnoughColumns = 5;

    private readonly int[] _places = Enumerable.Repeat(-1, ListTemplate.ColumnCount).ToArray();

    private ListHeader(int row) => Row = row;

    /// <summary>The header's row as Excel shows it.</summary>
    public int Row { get; }

    /// <summary>Columns of the sheet, counted from 0, that name a column already named further left.</summary>
    public IReadOnlyList<(int Place, ListColumn Column)> Repeated { get; private set; } = [];

    /// <summary>Columns of the sheet, counted from 0, with a heading that the template lacks.</summary>
    public IReadOnlyList<int> Unknown { get; private set; } = [];

    /// <summary>How many different columns of the template the header names.</summary>
    public int Known => _places.Count(place => place >= 0);

    /// <summary>Whether the header names a column that only list 1 has.</summary>
    public bool HasColumnsOfList1 => ListTemplate.OnlyInList1.Any(column => PlaceOf(column) >= 0);

    /// <summary>The column of the sheet, counted from 0, or -1 when the sheet lacks it.</summary>
    public int PlaceOf(ListColumn column) => _places[(int)column];

    /// <summary>The row as a header, or null when it is none: a title, a guidance text, a child.</summary>
    public static ListHeader? From(SheetRow row)
    {
        var header = new ListHeader(row.Number);
        var repeated = new List<(int, ListColumn)>();
        var unknown = new List<int>();
        for (var place = 0; place < row.Width; place++)
        {
            var cell = row[place];
            if (cell.IsBlank)
            {
                continue;
            }

            if (HeaderName.ColumnOf(cell.Text) is not { } column)
            {
                unknown.Add(place);
            }
            else if (header.PlaceOf(column) >= 0)
            {
                repeated.Add((place, column));
            }
            else
            {
                header._places[(int)column] = place;
            }
        }

        header.Repeated = repeated;
        header.Unknown = unknown;
        return header.Known >= EnoughColumns ? header : null;
    }
}
