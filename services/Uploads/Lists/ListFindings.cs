using System.Globalization;
using AreaSend.Lists;
using AreaSend.Lists.Findings;
using AreaSend.Lists.Rules;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Uploads.Lists;

/// <summary>Keeps what was found in the lists of a document, and gives it back as the reports that it was.</summary>
internal static class ListFindings
{
    private static readonly Dictionary<string, Rule> Rules = RuleBook.All.ToDictionary(rule => rule.Name);

    /// <summary>Adds the reports to the context.</summary>
    public static void Keep(StoreContext context, Guid document, IReadOnlyList<ListReport> reports)
    {
        foreach (var (report, place) in reports.DistinctBy(report => report.List).Select((report, place) => (report, place)))
        {
            context.Set<ListReadingRow>().Add(new ListReadingRow
            {
                Document = document,
                List = report.List,
                Place = place,
                Sheet = report.Sheet,
                HeaderRow = report.HeaderRow,
                Rows = report.Rows,
                AsAt = report.AsAt,
                SaysAsAt = report.SaysAsAt,
                Notes = [.. report.Notes],
            });
            context.Set<ListFindingRow>().AddRange(report.Groups.Select((group, number) => Row(document, group, number)));
        }
    }

    /// <summary>The reports on a document's lists, in the order of the file.</summary>
    public static async Task<IReadOnlyList<ListReport>> ReadAsync(StoreContext context, Guid document, CancellationToken cancellation)
    {
        var readings = await context.Set<ListReadingRow>().AsNoTracking()
            .Where(row => row.Document == document).OrderBy(row => row.Place).ToListAsync(cancellation);
        var findings = await context.Set<ListFindingRow>().AsNoTracking()
            .Where(row => row.Document == document).OrderBy(row => row.Number).ToListAsync(cancellation);
        return
        [
            .. readings.Select(reading => new ListReport(
                reading.List,
                reading.Sheet,
                reading.HeaderRow,
                reading.Rows,
                reading.AsAt,
                reading.SaysAsAt,
                [.. findings.Where(row => row.List == reading.List && Rules.ContainsKey(row.Rule)).Select(row => Group(row, reading.Sheet))],
                reading.Notes)),
        ];
    }

    private static ListFindingRow Row(Guid document, FindingGroup group, int number) => new()
    {
        Document = document,
        List = group.List,
        Number = number,
        Rule = group.Rule.Name,
        Column = group.Column,
        Letter = group.Letter,
        Count = group.Count,
        Places = string.Join(' ', group.Places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.Row}:{(int)place.Kind}:{place.OtherRow}"))),
    };

    private static FindingGroup Group(ListFindingRow row, string sheet) =>
        new(
            Rules[row.Rule],
            row.List,
            sheet,
            row.Column,
            row.Letter,
            row.Count,
            [.. row.Places.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Place)]);

    private static Place Place(string written)
    {
        var parts = written.Split(':').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();
        return new Place(parts[0], (CellKind)parts[1], parts[2]);
    }
}
