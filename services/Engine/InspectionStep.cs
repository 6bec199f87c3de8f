using AreaSend.Core.Timetables;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>
/// One inspection's step, for an engine that wakes each inspection by itself: takes the step, and says which effects are owed and how long to
/// wait. Done again, it says the same.
/// </summary>
public sealed class InspectionStep(StoreDatabase database, EventStream stream, Editions editions, InspectionAdvance advance, OutboxRunner outbox, IClock clock)
{
    // Event Grid tells of an arrival and of a verdict, and whom it tells downloads the document at once, in another process. A step takes on what they left.
    private static readonly Duration OthersFirst = Duration.FromMinutes(1);

    /// <summary>Takes the step. Null when there is no such inspection.</summary>
    public async Task<StepOutcome?> TakeAsync(Guid inspection, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        if (!await context.Inspections.AnyAsync(row => row.Id == inspection, cancellation))
        {
            return null;
        }

        var now = clock.GetCurrentInstant();
        await advance.AdvanceAsync(inspection, now, cancellation);
        var row = await context.Inspections.AsNoTracking().SingleAsync(row => row.Id == inspection, cancellation);
        var notices = context.Notices.AsNoTracking().Where(notice => notice.Inspection == inspection);
        var documents = context.Set<Document>().AsNoTracking().Where(document => document.Inspection == inspection);
        var due = await notices.Where(OutboxNotice.IsDue(now)).OrderBy(notice => notice.RaisedSeq).ToListAsync(cancellation);
        var waiting = await documents.Where(Document.IsDue(now - OthersFirst))
            .OrderBy(document => document.NextAttempt).Select(document => document.Id).ToListAsync(cancellation);
        var effects = due.Count + waiting.Count == 0 ? [] : await EffectsAsync(context, inspection, due, waiting, cancellation);
        Instant?[] moments =
        [
            row.WakeAt,
            await notices.MinAsync(notice => notice.NextAttempt, cancellation),
            await documents.MinAsync(document => document.NextAttempt, cancellation) + OthersFirst,
        ];
        var next = moments.Min();
        return new StepOutcome(CustomStatus.Of(row, editions), effects, next - now, row.Ended && next is null);
    }

    /// <summary>Sends one notice. Done again, it does nothing.</summary>
    /// <exception cref="NoticeInHandException">Somebody else has it in hand.</exception>
    public async Task CarryOutAsync(Guid inspection, string notice, CancellationToken cancellation = default)
    {
        var now = clock.GetCurrentInstant();
        if (!await outbox.SendAsync(inspection, notice, now, cancellation) && (await outbox.DueAsync(inspection, now, cancellation)).Contains(notice))
        {
            throw new NoticeInHandException(notice);
        }
    }

    // What cannot be read owes nothing for now: the step has noted why, and when it is looked at again.
    private async Task<IReadOnlyList<OwedEffect>> EffectsAsync(
        StoreContext context,
        Guid inspection,
        List<OutboxNotice> due,
        List<Guid> waiting,
        CancellationToken cancellation)
    {
        try
        {
            return Effects(due, waiting, (await stream.FindAsync(context, inspection, cancellation))!.Case);
        }
        catch (BrokenChainException)
        {
            return [];
        }
    }

    // Notices first: a large file does not keep one from going out.
    private static IReadOnlyList<OwedEffect> Effects(IReadOnlyList<OutboxNotice> due, IReadOnlyList<Guid> waiting, InspectionCase @case)
    {
        var stage = @case.Rows.Where(row => @case.Met.ContainsKey(row.Key)).Max(row => row.Opens) ?? Stage.ThreeWeeks;
        return
        [
            .. due.Select(notice => NoticeMatrix.LineOf(@case, @case.RaisedNotices[notice.Key]) is { Disseminates: true }
                ? new OwedEffect(EffectKind.Disseminate, Stage.Report, notice.Key)
                : new OwedEffect(EffectKind.SendNotice, stage, notice.Key)),
            .. waiting.Select(document => new OwedEffect(EffectKind.ScanUpload, stage, document.ToString("D"))),
        ];
    }
}

/// <summary>Another worker has the notice in hand; if it lets go of it unsent, it is worth another try.</summary>
public sealed class NoticeInHandException(string notice) : Exception($"Notice {notice} is in another worker's hands.");
