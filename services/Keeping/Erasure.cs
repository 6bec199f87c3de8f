using AreaSend.Core.Inspections;
using AreaSend.Core.Keeping;
using AreaSend.Services.Publication;
using AreaSend.Services.SignInLinks;
using AreaSend.Services.Staff;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Ingesting;
using AreaSend.Services.Uploads.Lists;
using AreaSend.Services.Uploads.Tracking;
using AreaSend.Services.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Keeping;

/// <summary>
/// What a rule takes out of the tables. Rows that events name stay, with nothing in them that is about a person; the others go. Changes are left to the
/// context, so that they are stored in one transaction with the event that says so.
/// </summary>
internal static class Erasure
{
    /// <summary>What stands in the place of a name.</summary>
    public const string NoName = "Name no longer kept";

    /// <summary>The documents that a rule is about, which have not been disposed of.</summary>
    public static async Task<IReadOnlyList<Guid>> DocumentsAsync(StoreContext context, Guid inspection, string rule, CancellationToken cancellation) =>
        rule is KeepingSchedule.PersonLevel or KeepingSchedule.Documents
            ? [.. (await RowsAsync(context, inspection, rule, cancellation)).Select(row => row.Id)]
            : [];

    /// <summary>Takes it out.</summary>
    /// <param name="context">The changes are left to it.</param>
    /// <param name="inspection">The inspection.</param>
    /// <param name="rule">Key of the rule.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What is to be removed outside of the tables, by our own names.</returns>
    public static async Task<IReadOnlyList<string>> EraseAsync(
        StoreContext context, Guid inspection, string rule, Instant now, CancellationToken cancellation)
    {
        switch (rule)
        {
            case KeepingSchedule.PersonLevel:
                await SelectionAsync(context, inspection, cancellation);
                return await DocumentsAsync(context, await RowsAsync(context, inspection, rule, cancellation), cancellation);
            case KeepingSchedule.Documents:
                return await DocumentsAsync(context, await RowsAsync(context, inspection, rule, cancellation), cancellation);
            case KeepingSchedule.Mail:
                await RecipientsAsync(context, inspection, cancellation);
                return [RemovedOutside.MailOf(inspection)];
            case KeepingSchedule.People:
                await RecipientsAsync(context, inspection, cancellation);
                await PeopleAsync(context, inspection, cancellation);
                return [];
            case KeepingSchedule.Notes:
                await NotesAsync(context, inspection, cancellation);
                return [];
            case KeepingSchedule.AccessLog:
                await AccessLogAsync(context, inspection, now, cancellation);
                return [];
            default:
                throw new InvalidOperationException($"Nothing is known of the rule '{rule}'.");
        }
    }

    private static async Task<List<Document>> RowsAsync(StoreContext context, Guid inspection, string rule, CancellationToken cancellation)
    {
        var rows = await context.Set<Document>().Where(row => row.Inspection == inspection && row.State != DocumentState.Disposed).ToListAsync(cancellation);
        var ids = rows.Select(row => row.Id).ToList();
        var readings = context.Set<ListReadingRow>().Where(reading => ids.Contains(reading.Document)).Select(reading => reading.Document);
        var read = (await readings.ToListAsync(cancellation)).ToHashSet();
        return rows.FindAll(row => (read.Contains(row.Id) || ListJudgement.IsAboutChildren(row)) == (rule == KeepingSchedule.PersonLevel));
    }

    private static async Task<IReadOnlyList<string>> DocumentsAsync(StoreContext context, List<Document> rows, CancellationToken cancellation)
    {
        foreach (var row in rows)
        {
            context.Entry(row).Property(document => document.FileName).CurrentValue = "";
            (row.State, row.NextAttempt, row.WaitingBecause, row.AcceptedBlob) = (DocumentState.Disposed, null, null, null);
            (row.Refusal, row.Posted, row.ScannedETag, row.Salt) = (null, null, null, null);
            row.Version++;
            context.Set<ListReadingRow>().RemoveRange(
                await context.Set<ListReadingRow>().Where(reading => reading.Document == row.Id).ToListAsync(cancellation));
            context.Set<ListFindingRow>().RemoveRange(
                await context.Set<ListFindingRow>().Where(finding => finding.Document == row.Id).ToListAsync(cancellation));
        }

        return [.. rows.Select(row => RemovedOutside.BlobsOf(row.BlobName))];
    }

    private static async Task SelectionAsync(StoreContext context, Guid inspection, CancellationToken cancellation)
    {
        context.Set<TrackingDrawRow>().RemoveRange(await context.Set<TrackingDrawRow>().Where(row => row.Inspection == inspection).ToListAsync(cancellation));
        context.Set<TrackedChildRow>().RemoveRange(await context.Set<TrackedChildRow>().Where(row => row.Inspection == inspection).ToListAsync(cancellation));
    }

    private static async Task RecipientsAsync(StoreContext context, Guid inspection, CancellationToken cancellation)
    {
        foreach (var notice in await context.Notices.Where(row => row.Inspection == inspection).ToListAsync(cancellation))
        {
            (notice.RecipientName, notice.RecipientAddress, notice.NextAttempt, notice.Salt) = (null, null, null, null);
            notice.Version++;
        }

        foreach (var delivery in await context.NoticeDeliveries.Where(row => row.Inspection == inspection).ToListAsync(cancellation))
        {
            context.Entry(delivery).Property(row => row.Address).CurrentValue = null;
        }
    }

    private static async Task PeopleAsync(StoreContext context, Guid inspection, CancellationToken cancellation)
    {
        foreach (var person in await context.People.Where(row => row.Inspection == inspection).ToListAsync(cancellation))
        {
            (person.Name, person.Email, person.Telephone) = (NoName, "", null);
        }

        context.Set<GuestLink>().RemoveRange(await context.Set<GuestLink>().Where(row => row.Inspection == inspection).ToListAsync(cancellation));
        context.Set<GuestSession>().RemoveRange(await context.Set<GuestSession>().Where(row => row.Inspection == inspection).ToListAsync(cancellation));
        context.Set<TeamMember>().RemoveRange(await context.Set<TeamMember>().Where(row => row.Inspection == inspection).ToListAsync(cancellation));
    }

    private static async Task NotesAsync(StoreContext context, Guid inspection, CancellationToken cancellation)
    {
        context.PrivateReasons.RemoveRange(await context.PrivateReasons.Where(row => row.Inspection == inspection).ToListAsync(cancellation));
        context.Set<WorkNote>().RemoveRange(await context.Set<WorkNote>().Where(row => row.Inspection == inspection).ToListAsync(cancellation));
        var holds = await context.Set<PublicationHold>()
            .Where(row => row.Scope == HoldScope.Inspection && row.Inspection == inspection).ToListAsync(cancellation);
        holds.ForEach(hold => PrivateReasonOf(context, hold));
    }

    /// <summary>Takes out why publication was held, or released, for Ofsted and CQC alone.</summary>
    public static void PrivateReasonOf(StoreContext context, PublicationHold hold)
    {
        context.Entry(hold).Property(row => row.PrivateReason).CurrentValue = null;
        hold.LiftedPrivately = null;
    }

    private static async Task AccessLogAsync(StoreContext context, Guid inspection, Instant now, CancellationToken cancellation) => Lines(
        context, await context.Set<AccessRecord>().Where(row => row.Inspection == inspection && row.Digest == null).ToListAsync(cancellation), now);

    /// <summary>
    /// Takes out what lines of the access log say. They stay as numbers with the fingerprint that checkpoints are made from, so that a line that somebody takes
    /// away is still missed.
    /// </summary>
    public static void Lines(StoreContext context, IEnumerable<AccessRecord> lines, Instant now)
    {
        foreach (var line in lines)
        {
            var entry = context.Entry(line);
            var digest = line.Fingerprint();
            entry.Property(row => row.Digest).CurrentValue = digest;
            entry.Property(row => row.What).CurrentValue = AccessRecord.Disposed;
            entry.Property(row => row.Role).CurrentValue = RecorderRole.Engine;
            entry.Property(row => row.Person).CurrentValue = null;
            entry.Property(row => row.About).CurrentValue = null;
            entry.Property(row => row.Document).CurrentValue = null;
            entry.Property(row => row.At).CurrentValue = now;
        }
    }
}
