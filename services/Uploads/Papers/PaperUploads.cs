using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads.Ingesting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Uploads.Papers;

/// <summary>
/// Where the papers of an inspection are put, each with the fact whose paper it is, and given to those who may have them (<see cref="PaperKind"/>).
/// </summary>
public sealed class PaperUploads(
    StoreDatabase database,
    InspectionStore inspections,
    FactRecording recording,
    DocumentLedger ledger,
    DocumentUploads uploads,
    IngestionQueue queue,
    IClock clock)
{
    /// <summary>
    /// Takes a file that came with a form, before the form is confirmed. It is checked meanwhile; no fact tells of it, and nobody is given it.
    /// </summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="by">Who sends it.</param>
    /// <param name="kind">What kind of paper it is.</param>
    /// <param name="fileName">Its name: data.</param>
    /// <param name="content">The file.</param>
    /// <param name="form">The one-time identifier of the form: the same file, sent with it again, is stored once.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<UploadEnd> HoldAsync(
        Guid inspection, Recorder by, PaperKind kind, string fileName, Stream content, Guid? form = null, CancellationToken cancellation = default) =>
        uploads.HoldAsync(inspection, by, kind, fileName, content, form, cancellation);

    /// <summary>A paper that is held for a form of this inspection; null when there is none, or it has been recorded.</summary>
    public async Task<Document?> FindHeldAsync(Guid inspection, PaperKind kind, Guid document, CancellationToken cancellation = default) =>
        await ledger.FindAsync(document, cancellation) is { IsHeld: true } row && row.Inspection == inspection && row.Paper == kind.Key ? row : null;

    /// <summary>Records facts with the papers that came with their form: all in one transaction, or nothing.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="by">Who records them.</param>
    /// <param name="facts">In order; may be none, where a paper is put to what is recorded already.</param>
    /// <param name="papers">The papers, which are held.</param>
    /// <param name="shown">The <see cref="LoadedInspection.Shown"/> that somebody decided on; null for whichever there is.</param>
    /// <param name="person">Somebody named with the facts.</param>
    /// <param name="privateReason">Why, for the inspectorates alone.</param>
    /// <param name="cancellation">Gives up; nothing is recorded then.</param>
    public async Task<Recording> RecordAsync(
        Guid inspection,
        Recorder by,
        IReadOnlyList<BuildFact> facts,
        IReadOnlyList<HeldPaper> papers,
        int? shown,
        Person? person = null,
        string? privateReason = null,
        CancellationToken cancellation = default)
    {
        if (papers.Count == 0)
        {
            return await inspections.RecordAsync(inspection, by, facts, shown, person, privateReason, cancellation);
        }

        await using var context = database.Open();
        var recorded = await VersionConflict.RetryAsync(() => TryAsync(context, inspection, by, facts, papers, shown, person, privateReason, cancellation));
        foreach (var paper in papers)
        {
            queue.Announce(paper.Document);
        }

        return recorded;
    }

    /// <summary>
    /// Somebody of the area hands a paper in: it comes in, and what it is the paper of is recorded with it, or it is a later version of one that is recorded.
    /// </summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="by">Who hands it in.</param>
    /// <param name="role">As what they are in their room.</param>
    /// <param name="kind">What kind of paper it is.</param>
    /// <param name="fileName">Its name: data.</param>
    /// <param name="content">The file.</param>
    /// <param name="form">The one-time identifier of the form.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<UploadEnd> HandInAsync(
        Guid inspection,
        Recorder by,
        RecipientRole role,
        PaperKind kind,
        string fileName,
        Stream content,
        Guid? form = null,
        CancellationToken cancellation = default)
    {
        // Said before a byte is taken; it is looked at once more when it is recorded.
        if (await WhyNotAsync(inspection, kind, role, cancellation) is { } because)
        {
            return new UploadEnd.Refused(because);
        }

        return await HoldAsync(inspection, by, kind, fileName, content, form, cancellation) switch
        {
            UploadEnd.Arrived { Document.IsHeld: false } known => known with { Again = true },
            UploadEnd.Arrived arrived => await HandInAsync(by, role, kind, arrived.Document, cancellation),
            var refused => refused,
        };
    }

    /// <summary>Why a paper cannot be handed in now, in a sentence; null when it can.</summary>
    public async Task<string?> WhyNotAsync(Guid inspection, PaperKind kind, RecipientRole role, CancellationToken cancellation = default) =>
        await inspections.FindAsync(inspection, cancellation) is { } loaded
            ? HandIn.WhyNot(loaded.Case, loaded.Plan, kind, role, clock.GetCurrentInstant())
            : "There is no such inspection.";

    /// <summary>All papers of an inspection, each version, in the order in which they came.</summary>
    public async Task<IReadOnlyList<Paper>> ListAsync(LoadedInspection inspection, CancellationToken cancellation = default)
    {
        var filed = FiledPaper.All(inspection.Case);
        if (filed.Count == 0)
        {
            return [];
        }

        await using var context = database.Open();
        var rows = await context.Set<Document>().AsNoTracking()
            .Where(row => row.Inspection == inspection.Id && row.Paper != null && row.FiledAt != null)
            .ToDictionaryAsync(row => row.Id, cancellation);
        return [.. from paper in filed where rows.ContainsKey(paper.Document) select new Paper(paper, rows[paper.Document])];
    }

    /// <summary>One paper of an inspection; null when there is none.</summary>
    public async Task<Paper?> FindAsync(LoadedInspection inspection, Guid document, CancellationToken cancellation = default) =>
        (await ListAsync(inspection, cancellation)).FirstOrDefault(paper => paper.Document.Id == document);

    /// <summary>
    /// Opens a paper for somebody in a room of the area, and puts that in the access log first.
    /// Null when it is not theirs, or is not to be had: that they asked is logged too.
    /// </summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="document">The paper.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="role">As what they are in; null for coordinators and inspectors, who may have each that has passed every check.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<OpenDocument?> OpenAsync(
        Guid inspection, Guid document, Recorder by, RecipientRole? role, CancellationToken cancellation = default) =>
        await inspections.FindAsync(inspection, cancellation) is { } loaded && await FindAsync(loaded, document, cancellation) is { } paper
            ? await uploads.OpenAsync(paper.Document, by, role is not { } reader || paper.Filed.IsFor(reader), cancellation)
            : null;

    private async Task<UploadEnd> HandInAsync(Recorder by, RecipientRole role, PaperKind kind, Document document, CancellationToken cancellation)
    {
        var recorded = await RecordHandInAsync(by, role, kind, document, cancellation);
        queue.Announce(document.Id);
        return recorded.WhyNot is { } because
            ? new UploadEnd.Refused(because)
            : new UploadEnd.Arrived((await ledger.FindAsync(document.Id, cancellation))!);
    }

    // What is recorded depends on what has been recorded by then: two who hand in comments at once give one fact and two versions.
    private async Task<Recording> RecordHandInAsync(Recorder by, RecipientRole role, PaperKind kind, Document document, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await VersionConflict.RetryAsync(async () =>
        {
            context.ChangeTracker.Clear();
            var (loaded, now) = (await inspections.FindAsync(document.Inspection, cancellation), clock.GetCurrentInstant());
            if (HandIn.WhyNot(loaded!.Case, loaded.Plan, kind, role, now) is { } because)
            {
                return new Recording.Refused(because);
            }

            List<BuildFact> facts = HandIn.Records(loaded.Case, loaded.Plan, kind, now) ? [(_, _, _) => HandIn.Came(kind, document.ArrivedAt ?? now)] : [];
            var paper = new HeldPaper(kind, document.Id);
            var recorded = await TryAsync(context, loaded.Id, by, facts, [paper], loaded.Shown, person: null, privateReason: null, cancellation);
            return recorded is Recording.Changed ? throw new VersionConflictException(loaded.Id) : recorded;
        });
    }

    private async Task<Recording> TryAsync(
        StoreContext context,
        Guid inspection,
        Recorder by,
        IReadOnlyList<BuildFact> facts,
        IReadOnlyList<HeldPaper> papers,
        int? shown,
        Person? person,
        string? privateReason,
        CancellationToken cancellation)
    {
        context.ChangeTracker.Clear();
        List<BuildFact> all = [.. facts];
        List<Document> rows = [];
        foreach (var paper in papers)
        {
            var row = await context.Set<Document>().SingleOrDefaultAsync(known => known.Id == paper.Document, cancellation);
            if (row is not { IsHeld: true } || row.Inspection != inspection || row.Paper != paper.Kind.Key)
            {
                return new Recording.Refused("The file that came with this form is no longer held here, or has been recorded. Choose it again.");
            }

            if (row is { State: DocumentState.Refused, Refusal: { } refusal })
            {
                return new Recording.Refused(refusal);
            }

            rows.Add(row);
            all.AddRange(Facts(paper, row));
        }

        return await recording.TryAsync(context, inspection, by, all, shown, async (alongside, before, now) =>
        {
            foreach (var row in rows)
            {
                (row.FiledAt, row.NextAttempt) = (now, row.NextAttempt ?? now);
                row.Version++;
            }

            await InspectionStore.Add(alongside, before, person, privateReason);
        }, cancellation);
    }

    // What was decided on it while it was held is told now.
    private static IEnumerable<BuildFact> Facts(HeldPaper paper, Document row)
    {
        yield return (@case, _, now) =>
            new PaperFiled(now, row.Id, paper.Kind.Key, paper.Of ?? FiledPaper.FactsOf(@case, paper.Kind).LastOrDefault()?.Seq ?? 0);
        if (row.State == DocumentState.Accepted)
        {
            yield return (_, _, now) => new PaperAccepted(now, row.Id, row.Size, row.Sha256!);
        }
    }
}
