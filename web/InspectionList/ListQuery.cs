using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.Store;
using AreaSend.Web.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Web.InspectionList;

/// <summary>Which inspections are listed, in which order and which page of them; it stands in the address.</summary>
/// <param name="Text">Part of the name or the whole code of the area.</param>
/// <param name="Region">The Ofsted region.</param>
/// <param name="Phase">How far they have come.</param>
/// <param name="Sort">The order.</param>
/// <param name="Page">The page, from 1.</param>
internal sealed record ListQuery(string? Text, string? Region, InspectionPhase? Phase, ListSort Sort, int Page)
{
    private const int PageSize = 25;

    /// <summary>Whether it narrows the list at all.</summary>
    public bool Narrows => Text is not null || Region is not null || Phase is not null;

    public static ListQuery Read(IQueryCollection query) => new(
        query.Words("text"),
        query.Words("region"),
        Enum.TryParse<InspectionPhase>(query["phase"], out var phase) && Enum.IsDefined(phase) ? phase : null,
        Enum.TryParse<ListSort>(query["sort"], out var sort) && Enum.IsDefined(sort) ? sort : ListSort.NextDue,
        int.TryParse(query["page"], out var page) ? Math.Max(1, page) : 1);

    /// <summary>One page of the list, and how many there are in all.</summary>
    public async Task<ListPage> RunAsync(StoreContext context, CancellationToken cancellation)
    {
        var rows = context.Inspections.AsNoTracking();
        if (Text is not null || Region is not null)
        {
            var areas = LocalAuthorities.All.Where(IsMeant).Select(area => area.Code).ToList();
            rows = rows.Where(row => areas.Contains(row.Area));
        }

        if (Phase is { } phase)
        {
            rows = rows.Where(row => row.Phase == phase);
        }

        var count = await rows.CountAsync(cancellation);
        var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        var page = Math.Min(Page, pages);
        return new ListPage(await Ordered(rows).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation), count, page, pages);
    }

    /// <summary>The address of a list like this.</summary>
    public string Address()
    {
        var query = new Dictionary<string, string?>
        {
            ["text"] = Text,
            ["region"] = Region,
            ["phase"] = Phase?.ToString(),
            ["sort"] = Sort == ListSort.NextDue ? null : Sort.ToString(),
            ["page"] = Page == 1 ? null : Page.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        return QueryHelpers.AddQueryString("/inspections", query.Where(field => field.Value is not null));
    }

    private bool IsMeant(LocalAuthority area) =>
        (Region is null || area.Region == Region)
        && (Text is null || AreaSearch.IsMeant(area, Text));

    // What has nothing due comes last, whatever the database thinks of nulls.
    private IQueryable<InspectionRow> Ordered(IQueryable<InspectionRow> rows) => Sort == ListSort.OnSite
        ? rows.OrderByDescending(row => row.OnSiteStarts).ThenBy(row => row.Id)
        : rows.OrderBy(row => row.Ended).ThenBy(row => row.NextDue == null).ThenBy(row => row.NextDue).ThenBy(row => row.Id);
}

/// <summary>The order of the list.</summary>
internal enum ListSort
{
    /// <summary>What falls due first comes first; what has ended comes last.</summary>
    NextDue,

    /// <summary>The latest on-site week first.</summary>
    OnSite,
}

/// <summary>A page of the list.</summary>
internal sealed record ListPage(IReadOnlyList<InspectionRow> Rows, int Count, int Page, int Pages);
