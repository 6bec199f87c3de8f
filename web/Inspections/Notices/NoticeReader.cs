using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Web.Inspections.Notices;

/// <summary>A notice and what became of it.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Tries">Each try to send it, and what the mail service said later, in the order in which it was heard.</param>
internal sealed record NoticeRecord(OutboxNotice Notice, IReadOnlyList<(Instant At, string Result)> Tries);

/// <summary>Reads the notices of an inspection for their pages.</summary>
internal sealed class NoticeReader(StoreDatabase database)
{
    /// <summary>All of them, the newest first.</summary>
    public async Task<IReadOnlyList<OutboxNotice>> ListAsync(Guid inspection)
    {
        await using var context = database.Open();
        return await context.Notices.AsNoTracking()
            .Where(notice => notice.Inspection == inspection).OrderByDescending(notice => notice.RaisedSeq).ToListAsync();
    }

    /// <summary>The one with this key, or null.</summary>
    public async Task<NoticeRecord?> FindAsync(Guid inspection, string key)
    {
        await using var context = database.Open();
        if (await context.Notices.AsNoTracking().SingleOrDefaultAsync(row => row.Inspection == inspection && row.Key == key) is not { } notice)
        {
            return null;
        }

        var attempts = await context.NoticeAttempts.AsNoTracking()
            .Where(row => row.Inspection == inspection && row.Key == key).OrderBy(row => row.Id).ToListAsync();
        var words = await context.NoticeDeliveries.AsNoTracking().Where(row => row.Inspection == inspection && row.Key == key).ToListAsync();

        // What the mail service said later stands where it was heard, after the try that it is about.
        return new NoticeRecord(
            notice,
            [.. attempts.Select(row => (row.At, row.Result)).Concat(words.Select(row => (row.ReceivedAt, row.Because))).OrderBy(line => line.Item1)]);
    }
}
