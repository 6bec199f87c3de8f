using AreaSend.Lists.Workbooks;

namespace AreaSend.Lists.Samples;

/// <summary>A list about to be written: what stands above it, its headings, its rows, and what is hidden.</summary>
internal sealed class SampleSheet(PersonList list, string title, IReadOnlyList<SampleChild> children)
{
    /// <summary>Rows above the headings.</summary>
    public List<object?[]> Titles { get; } = [[title], ["Data as at", SampleChild.AsAt], []];

    /// <summary>Columns in their order: the heading, and what stands in it for a child.</summary>
    public List<(string Heading, Func<SampleChild, object?> Value)> Columns { get; } =
        [.. ListTemplate.Columns(list).Select(column => (ListTemplate.Title(column), (Func<SampleChild, object?>)(child => child[column])))];

    /// <summary>The children, top to bottom; null leaves a blank row.</summary>
    public List<SampleChild?> Children { get; } = [.. children];

    /// <summary>Children whose row is hidden.</summary>
    public HashSet<SampleChild> Hidden { get; } = [];

    /// <summary>Columns that are hidden, counted from 0.</summary>
    public HashSet<int> HiddenColumns { get; } = [];

    /// <summary>Whether the sheet is hidden.</summary>
    public bool IsHidden { get; set; }

    public void WriteTo(WorkbookWriter workbook) => WriteTo(workbook, Children);

    /// <summary>Writes the sheet with children that are made up as they are written.</summary>
    public void WriteTo(WorkbookWriter workbook, IEnumerable<SampleChild?> rows)
    {
        workbook.BeginSheet($"List {(int)list}", [.. Columns.Select(_ => 18)], IsHidden, hiddenColumns: HiddenColumns);
        foreach (var row in Titles)
        {
            workbook.Row(row, isBold: true);
        }

        workbook.Row(Columns.Select(column => column.Heading), isBold: true);
        foreach (var child in rows)
        {
            workbook.Row(child is null ? [] : Columns.Select(column => column.Value(child)), isHidden: child is not null && Hidden.Contains(child));
        }
    }
}
