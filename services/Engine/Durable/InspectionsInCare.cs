using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Engine.Durable;

/// <summary>Which inspections an engine has to care for.</summary>
public sealed class InspectionsInCare(StoreDatabase database)
{
    /// <summary>Every inspection from which, or for which, anything is still expected.</summary>
    public async Task<IReadOnlyList<Guid>> AllAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var open = await context.Inspections.Where(row => !row.Ended || row.WakeAt != null).Select(row => row.Id).ToListAsync(cancellation);
        var unsent = await context.Notices.Where(notice => notice.NextAttempt != null).Select(notice => notice.Inspection).Distinct().ToListAsync(cancellation);
        var undecided = await context.Documents.Where(document => document.NextAttempt != null).Select(document => document.Inspection).Distinct().ToListAsync(cancellation);
        return [.. open.Union(unsent).Union(undecided)];
    }

    /// <summary>Those for which something is due by now.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(Instant now, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var awake = await context.Inspections.Where(row => row.WakeAt <= now).Select(row => row.Id).ToListAsync(cancellation);
        var unsent = await context.Notices.Where(notice => notice.NextAttempt <= now).Select(notice => notice.Inspection).Distinct().ToListAsync(cancellation);
        var undecided = await context.Documents.Where(document => document.NextAttempt <= now).Select(document => document.Inspection).Distinct().ToListAsync(cancellation);
        return [.. awake.Union(unsent).Union(undecided)];
    }
}
