using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads.Ingesting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.Uploads;

/// <summary>Changes a document's row together with the fact that tells of it: both are stored, or neither, and either once.</summary>
public sealed class DocumentLedger(StoreDatabase database, EventStream stream, FactRecording recording, IClock clock, IOptions<UploadOptions> limits)
{
    // Storage tells in whole seconds when a file came in: of the second of a withdrawal nobody can say that it was before.
    private static readonly Duration StoragesSecond = Duration.FromSeconds(1);

    /// <summary>The document, or null.</summary>
    public async Task<Document?> FindAsync(Guid document, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await context.Set<Document>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == document, cancellation);
    }

    /// <summary>Adds a document that is to come, if the inspection takes it.</summary>
    /// <returns>Why not, in a sentence; null when it was added.</returns>
    internal async Task<string?> ExpectAsync(Document document, CancellationToken cancellation)
    {
        await using var context = database.Open();
        if (await stream.FindAsync(context, document.Inspection, cancellation) is not { } loaded)
        {
            return "There is no such inspection.";
        }

        var now = clock.GetCurrentInstant();
        if (document.Paper is null && loaded.Inspection.WhyNot(new UploadArrived(now, document.Id, document.Items), now) is { } because)
        {
            return because;
        }

        if (await OverLimitAsync(context, document, now, cancellation) is { } full)
        {
            return full;
        }

        context.Set<Document>().Add(document);
        await context.SaveChangesAsync(cancellation);
        return null;
    }

    // Nobody who hands in Annex A comes near either; somebody who fills the storage does.
    private async Task<string?> OverLimitAsync(StoreContext context, Document document, Instant now, CancellationToken cancellation)
    {
        var ofInspection = context.Set<Document>().Where(row => row.Inspection == document.Inspection);
        var open = await ofInspection.CountAsync(row => row.State == DocumentState.Expected && row.Expires > now, cancellation);
        if (open >= limits.Value.MostAtOnce)
        {
            return $"{open} files are on their way already. Wait until they have come in, then send the next.";
        }

        // Of what was refused nothing is kept but lists that may still be taken as they are.
        var stored = await ofInspection
            .Where(row => row.ArrivedAt != null && (row.State != DocumentState.Refused || row.RefusalRule == UploadRefused.ErrorsInAList))
            .SumAsync(row => row.Size, cancellation);
        return stored + document.Size > limits.Value.LargestInspection
            ? $"The files of this inspection take up {limits.Value.LargestInspectionGigabytes} GB, which is all that there is room for. Ask the coordinator before you send more."
            : null;
    }

    /// <summary>The document's last byte came in; known already, nothing changes.</summary>
    internal Task<Document?> ArriveAsync(Guid document, Arrival arrival, CancellationToken cancellation) =>
        ChangeAsync(document, (row, now) => Arrive(row, arrival, now), cancellation);

    /// <summary>A document that a form posted is in. The row of one that the same form has brought in before goes again.</summary>
    /// <param name="document">The document.</param>
    /// <param name="arrival">What came in.</param>
    /// <param name="posted">See <see cref="Document.Posted"/>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The document, or the one that came in before in its place; null when there is none.</returns>
    internal async Task<Document?> ArriveAsync(Guid document, Arrival arrival, string posted, CancellationToken cancellation)
    {
        Document? before = null;
        var row = await ChangeAsync(document, async (context, row, now) =>
        {
            before = await context.Set<Document>().AsNoTracking().SingleOrDefaultAsync(other => other.Posted == posted && other.Id != document, cancellation);
            if (before is null)
            {
                row.Posted = posted;
                return Arrive(row, arrival, now);
            }

            context.Set<Document>().Remove(row);
            return null;
        }, cancellation);
        return before ?? row;
    }

    private static Fact? Arrive(Document row, Arrival arrival, Instant now)
    {
        if (row.State is not (DocumentState.Expected or DocumentState.NeverCame))
        {
            return null;
        }

        var at = Instant.Max(row.BegunAt, now - arrival.Ago);
        (row.State, row.ArrivedAt, row.Size, row.NextAttempt, row.WaitingBecause) = (DocumentState.Arrived, at, arrival.Size, now, null);
        return DocumentFact.Arrived(row, at);
    }

    /// <summary>
    /// Applies a change to a document that is not settled yet, with the fact it gives; none, and only the row changes. Called again if somebody
    /// else was first. Where the inspection takes no more facts, because it has ended, the row alone says so.
    /// </summary>
    /// <returns>The document as it stands then; null when there is none.</returns>
    internal Task<Document?> ChangeAsync(
        Guid document, Func<Document, Instant, Fact?> change, CancellationToken cancellation, Func<StoreContext, Document, Task>? alongside = null) =>
        ChangeAsync(document, (_, row, now) => Task.FromResult(change(row, now)), cancellation, alongside);

    private async Task<Document?> ChangeAsync(
        Guid document,
        Func<StoreContext, Document, Instant, Task<Fact?>> change,
        CancellationToken cancellation,
        Func<StoreContext, Document, Task>? alongside = null)
    {
        await using var context = database.Open();
        return await VersionConflict.RetryAsync(async () =>
        {
            if (await context.Set<Document>().SingleOrDefaultAsync(row => row.Id == document, cancellation) is not { } row)
            {
                return null;
            }

            var (isDecided, now) = (row.IsDecided, clock.GetCurrentInstant());
            var fact = isDecided ? null : await change(context, row, now);
            if (!context.ChangeTracker.HasChanges())
            {
                context.ChangeTracker.Clear();
                return row;
            }

            row.Version++;
            await SaveAsync(context, row, fact, alongside, cancellation);
            return row;
        });
    }

    /// <summary>Makes a list that was refused for its errors an accepted document, with the fact that says so.</summary>
    /// <returns>Why that cannot be, in a sentence; null when it is recorded.</returns>
    internal async Task<string?> TakeAsItIsAsync(
        Document document, Recorder by, string reason, string kept, string mediaType, int? shown, CancellationToken cancellation)
    {
        var recorded = await recording.RecordAsync(
            document.Inspection,
            by,
            [(_, _, now) => new ListTakenAsItIs(now, document.Id, document.Size, document.Sha256!, reason)],
            shown,
            async (context, _, now) =>
            {
                var row = await context.Set<Document>().SingleAsync(known => known.Id == document.Id, cancellation);
                (row.State, row.DecidedAt, row.NextAttempt) = (DocumentState.Accepted, now, now);
                (row.AcceptedBlob, row.MediaType, row.RefusalRule, row.Refusal) = (kept, mediaType, null, null);
                row.Version++;
                await DecisionRows.ReplaceAsync(context, row);
            },
            cancellation);
        return recorded.WhyNot;
    }

    /// <summary>Leave to send a file ends with its sender's access, whatever storage still takes. What had come in by then stays.</summary>
    private async Task<string?> ShutOutAsync(StoreContext context, Document row, Instant arrivedAt, CancellationToken cancellation)
    {
        if (row.Person is not { } person)
        {
            return null;
        }

        var sender = await context.People.AsNoTracking().SingleOrDefaultAsync(known => known.Id == person, cancellation);
        var events = (await stream.FindAsync(context, row.Inspection, cancellation))!.Case.Events;
        var named = sender?.Role == RecipientRole.DeputyLano
            ? events.LastOrDefault(recorded => recorded.Event is DeputyNamed)
            : events.LastOrDefault(recorded => recorded.Event is LanoNominated);
        return sender?.AccessWithdrawnAt < arrivedAt + StoragesSecond ? "The sender's access had been withdrawn when this file came in."
            : named is not null && ((named.Event as LanoNominated)?.Person ?? (named.Event as DeputyNamed)?.Person) != person && named.RecordedAt < arrivedAt
                ? $"The area had named another {(named.Event is DeputyNamed ? "deputy" : "officer")} when this file came in."
            : null;
    }

    /// <summary>Storage has lost a document that had been accepted: its items are outstanding again, and the area is asked for it anew.</summary>
    internal async Task LoseAsync(Document document, CancellationToken cancellation)
    {
        const string Sentence =
            "The file had been accepted, and its receipt stands, but it has been lost in our storage. Please send it again. Nothing was wrong with it.";
        if (document.IsHeld)
        {
            // Nothing tells of it yet: whoever confirms its form is asked to choose it again.
            await LoseHeldAsync(document, Sentence, cancellation);
            return;
        }

        await recording.RecordAsync(
            document.Inspection,
            Recorder.Ingestion,
            [(_, _, now) => DocumentFact.Refused(document, now, UploadRefused.Lost, Sentence)!],
            shown: null,
            async (context, _, now) =>
            {
                var row = await context.Set<Document>().SingleAsync(known => known.Id == document.Id, cancellation);
                (row.State, row.DecidedAt, row.NextAttempt) = (DocumentState.Refused, now, null);
                (row.AcceptedBlob, row.RefusalRule, row.Refusal) = (null, UploadRefused.Lost, Sentence);
                row.Version++;
            },
            cancellation);
    }

    /// <summary>Removes what came with a form that nobody confirmed within a day: no fact tells of it.</summary>
    internal async Task ForgetHeldAsync(DocumentBlobs blobs, CancellationToken cancellation)
    {
        var since = clock.GetCurrentInstant() - Duration.FromDays(1);
        await using var context = database.Open();
        var old = await context.Set<Document>().Where(row => row.Paper != null && row.FiledAt == null && row.BegunAt < since).ToListAsync(cancellation);
        foreach (var row in old)
        {
            // One that has been confirmed meanwhile is not held any more.
            if (await context.Set<Document>().Where(known => known.Id == row.Id && known.FiledAt == null).ExecuteDeleteAsync(cancellation) == 0)
            {
                continue;
            }

            await (await blobs.QuarantineAsync(row.BlobName, cancellation)).DeleteIfExistsAsync(cancellationToken: cancellation);
            if (row.AcceptedBlob is { } kept)
            {
                await (await blobs.AcceptedAsync(kept, cancellation)).DeleteIfExistsAsync(cancellationToken: cancellation);
            }
        }
    }

    private async Task LoseHeldAsync(Document document, string sentence, CancellationToken cancellation)
    {
        Instant? now = clock.GetCurrentInstant();
        await using var context = database.Open();
        await context.Set<Document>().Where(row => row.Id == document.Id && row.FiledAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, DocumentState.Refused)
                .SetProperty(row => row.DecidedAt, now)
                .SetProperty(row => row.AcceptedBlob, (string?)null)
                .SetProperty(row => row.RefusalRule, UploadRefused.Lost)
                .SetProperty(row => row.Refusal, sentence)
                .SetProperty(row => row.Version, row => row.Version + 1),
            cancellation);
    }

    private async Task SaveAsync(StoreContext context, Document row, Fact? fact, Func<StoreContext, Document, Task>? alongside, CancellationToken cancellation)
    {
        if (fact is null)
        {
            await (alongside?.Invoke(context, row) ?? Task.CompletedTask);
            await EventStream.SaveAsync(context, row.Inspection, cancellation);
            return;
        }

        var because = fact is UploadArrived arrived ? await ShutOutAsync(context, row, arrived.HappenedAt, cancellation) : null;
        var by = fact is UploadArrived ? new Recorder(RecorderRole.Lano, row.Person) : Recorder.Ingestion;
        because ??= (await recording.TryAsync(
            context, row.Inspection, by, [(_, _, _) => fact], shown: null,
            (_, _, _) => alongside?.Invoke(context, row) ?? Task.CompletedTask, cancellation)).WhyNot;
        if (because is not null)
        {
            // The inspection takes no more facts, because it has ended, or none of this sender: the row alone says so.
            (row.State, row.DecidedAt, row.Refusal, row.RefusalRule) = (DocumentState.Refused, clock.GetCurrentInstant(), because, "not-taken");
            (row.NextAttempt, row.AcceptedBlob, row.WaitingBecause) = (null, null, null);
            await EventStream.SaveAsync(context, row.Inspection, cancellation);
        }
    }
}
