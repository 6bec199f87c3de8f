using AreaSend.Lists.Workbooks;

namespace AreaSend.Lists.Templates;

/// <summary>
/// The empty list, for an area to fill in: the columns of the published template (¶ 197, 198) and a place for the date that the list represents (¶ 199).
/// </summary>
public static class EmptyTemplate
{
    private const int Width = 22;

    /// <summary>The forms that it is offered in: the endings of their names, without a point.</summary>
    public static IReadOnlyList<string> Endings { get; } = ["xlsx", "ods"];

    /// <summary>What the file is called.</summary>
    public static string FileName(PersonList list, string ending) => $"list-{(int)list}-template.{ending}";

    /// <summary>The media type of the form.</summary>
    public static string MediaType(string ending) => ending == "ods" ? SpreadsheetFile.MediaType : WorkbookWriter.MediaType;

    /// <summary>Writes it; the stream is left open.</summary>
    /// <exception cref="ArgumentException">It is not offered in that form.</exception>
    public static void Write(PersonList list, string ending, Stream target)
    {
        switch (ending)
        {
            case "xlsx":
                WriteWorkbook(list, target);
                break;
            case "ods":
                SpreadsheetFile.Write(target, SheetName(list), Rows(list), DateColumns(list));
                break;
            default:
                throw new ArgumentException("The template is offered as .xlsx and .ods.", nameof(ending));
        }
    }

    private static void WriteWorkbook(PersonList list, Stream target)
    {
        using var workbook = new WorkbookWriter(target);
        workbook.BeginSheet(SheetName(list), [.. ListTemplate.Columns(list).Select(_ => Width)], dateColumns: DateColumns(list));
        foreach (var row in Rows(list))
        {
            workbook.Row(row, isBold: true);
        }
    }

    private static string SheetName(PersonList list) => $"List {(int)list}";

    private static IReadOnlyList<string[]> Rows(PersonList list) =>
    [
        [list == PersonList.One ? "List 1: children and young people with an EHC plan" : "List 2: children and young people who receive SEN support"],
        ["Data as at"],
        [],
        [.. ListTemplate.Columns(list).Select(ListTemplate.Title)],
    ];

    private static IReadOnlySet<int> DateColumns(PersonList list) =>
        ListTemplate.Columns(list)
            .Index()
            .Where(column => column.Item is ListColumn.DateOfBirth or ListColumn.PlanIssued or ListColumn.PlanUpdated or ListColumn.PlanReviewed)
            .Select(column => column.Index)
            .ToHashSet();
}
