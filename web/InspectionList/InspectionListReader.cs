using AreaSend.Services.Areas;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Web.InspectionList;

/// <summary>A page of the list.</summary>
internal sealed record ListPage(IReadOnlyList<InspectionRow> Rows, int Count, int Page, int Pages);

/// <summary>Reads the list of inspections.</summary>
internal sealed class InspectionListReader(StoreDatabase database)
{
    private const int PageSize = 25;

    /// <summary>The page of the list that a query asks for, and how many there are in all.</summary>
    public async Task<ListPage> ReadAsync(ListQuery query, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var rows = context.Inspections.AsNoTracking();
        if (query.Text is not null || query.Region is not null)
        {
            var areas = LocalAuthorities.All.Where(area => IsMeant(query, area)).Select(area => area.Code).ToList();
            rows = rows.Where(row => areas.Contains(row.Area));
        }

        if (query.Phase is { } phase)
        {
            rows = rows.Where(row => row.Phase == phase);
        }

        var count = await rows.CountAsync(cancellation);
        var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        var page = Math.Min(query.Page, pages);
        return new ListPage(await Ordered(query, rows).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation), count, page, pages);
    }

    private static bool IsMeant(ListQuery query, LocalAuthority area) =>
        (query.Region is null || area.Region == query.Region)
        && (query.Text is null || AreaSearch.IsMeant(area, query.Text));

    // What has nothing due comes last, whatever the database thinks of nulls.
    private static IQueryable<InspectionRow> Ordered(ListQuery query, IQueryable<InspectionRow> rows) => query.Sort == ListSort.OnSite
        ? rows.OrderByDescending(row => row.OnSiteStarts).ThenBy(row => row.Id)
        : rows.OrderBy(row => row.Ended).ThenBy(row => row.NextDue == null).ThenBy(row => row.NextDue).ThenBy(row => row.Id);
}
