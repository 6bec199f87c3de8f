using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace AreaSend.Services.Engine.Durable;

/// <summary>Cases for the Functions app's interface, from the summaries.</summary>
public sealed class CaseViews(StoreDatabase database, Editions editions)
{
    /// <summary>A page holds at most so many.</summary>
    public const int LargestPage = 200;

    /// <summary>One case; null when there is none.</summary>
    public async Task<CaseView?> FindAsync(Guid inspection, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await context.Inspections.AsNoTracking().SingleOrDefaultAsync(row => row.Id == inspection, cancellation) is { } row ? Of(row, editions) : null;
    }

    /// <summary>A page of cases, by first on-site day.</summary>
    public async Task<CasePage> ListAsync(CaseFilter filter, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var rows = context.Inspections.AsNoTracking()
            .Where(row => filter.Phase == null || row.Phase == filter.Phase)
            .Where(row => filter.Area == null || row.Area == filter.Area)
            .Where(row => filter.Ended == null || row.Ended == filter.Ended);
        var total = await rows.CountAsync(cancellation);
        var page = await rows.OrderBy(row => row.OnSiteStarts).ThenBy(row => row.Id)
            .Skip((filter.Page - 1) * filter.PageSize).Take(filter.PageSize).ToListAsync(cancellation);
        return new CasePage(filter.Page, filter.PageSize, total, [.. page.Select(row => Of(row, editions))]);
    }

    internal static CaseView Of(InspectionRow row, Editions editions) => new(
        row.Id,
        row.Area,
        LocalDatePattern.Iso.Format(row.OnSiteStarts),
        row.Phase.ToString(),
        row.NextDue is { } due ? LocalDatePattern.Iso.Format(due) : null,
        CustomStatus.Of(row, editions),
        row.Ended,
        row.WakeAt is { } wake ? LondonTime.Iso(wake) : null,
        row.LastAdvanced is { } last ? LondonTime.Iso(last) : null,
        row.LastError);
}

/// <summary>A page of cases.</summary>
public sealed record CasePage(int Page, int PageSize, int Total, IReadOnlyList<CaseView> Inspections);
