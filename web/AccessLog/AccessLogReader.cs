using AreaSend.Core.Calendars;
using AreaSend.Services.Areas;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Web.AccessLog;

/// <summary>A line of the log.</summary>
/// <param name="Record">What is kept.</param>
/// <param name="Area">Code of the inspection's area; null where the inspection is gone.</param>
internal sealed record AccessLine(AccessRecord Record, string? Area);

/// <summary>A page of the log.</summary>
internal sealed record AccessPage(IReadOnlyList<AccessLine> Lines, int Count, int Page, int Pages);

/// <summary>Reads the access log.</summary>
internal sealed class AccessLogReader(StoreDatabase database)
{
    private const int PageSize = 50;

    /// <summary>The page of it that a query asks for, the latest first.</summary>
    public async Task<AccessPage> PageAsync(AccessQuery query, CancellationToken cancellation)
    {
        await using var context = database.Open();
        var lines = Lines(query, context);
        var count = await lines.CountAsync(cancellation);
        var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        var page = Math.Min(query.Page, pages);
        return new AccessPage(await lines.Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation), count, page, pages);
    }

    /// <summary>All that a query shows, the latest first.</summary>
    public async Task<IReadOnlyList<AccessLine>> AllAsync(AccessQuery query, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await Lines(query, context).ToListAsync(cancellation);
    }

    private static IQueryable<AccessLine> Lines(AccessQuery query, StoreContext context)
    {
        var records = context.Set<AccessRecord>().AsNoTracking();
        if (query.Role is { } role)
        {
            records = records.Where(record => record.Role == role);
        }

        if (query.What is { } what)
        {
            records = records.Where(record => record.What == what);
        }

        if (query.From is { } from)
        {
            var first = LondonTime.StartOf(from);
            records = records.Where(record => record.At >= first);
        }

        if (query.To is { } to)
        {
            var after = LondonTime.StartOf(to.PlusDays(1));
            records = records.Where(record => record.At < after);
        }

        // A line stays when its inspection is gone: that is just when somebody looks for it.
        var lines = from record in records
                    join row in context.Inspections.AsNoTracking() on record.Inspection equals (Guid?)row.Id into found
                    from row in found.DefaultIfEmpty()
                    select new { record, Area = row == null ? null : row.Area };
        if (query.Text is { } text)
        {
            var areas = LocalAuthorities.All.Where(area => AreaSearch.IsMeant(area, text)).Select(area => area.Code).ToList();
            lines = lines.Where(line => line.Area != null && areas.Contains(line.Area));
        }

        return lines.OrderByDescending(line => line.record.Id).Select(line => new AccessLine(line.record, line.Area));
    }
}
