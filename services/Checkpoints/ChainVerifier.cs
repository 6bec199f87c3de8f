using System.Data;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace AreaSend.Services.Checkpoints;

/// <summary>What a check of every history found.</summary>
/// <param name="Inspections">How many were checked.</param>
/// <param name="Events">How many events they hold.</param>
/// <param name="Broken">For each damaged history, its first broken event; empty when all is well.</param>
/// <param name="SetBack">For each history in which an event bears an earlier time than the one before it, the first such event: a clock was set back. That is
/// no damage.</param>
/// <param name="Documents">Documents that are not what the events say of them.</param>
public sealed record ChainReport(
    int Inspections,
    int Events,
    IReadOnlyList<BrokenChain> Broken,
    IReadOnlyList<BrokenChain> SetBack,
    IReadOnlyList<WrongDocument> Documents);

/// <summary>Computes every hash of every inspection anew, and finds events that were changed, removed, added, put elsewhere or cut off at the end.</summary>
public sealed class ChainVerifier(StoreDatabase database)
{
    private static readonly Duration LongestStep = Duration.FromMinutes(10);

    /// <summary>Checks the whole database.</summary>
    public async Task<ChainReport> VerifyAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();

        await using var moment = await OneMomentAsync(context, cancellation);
        var heads = await context.Inspections.AsNoTracking().ToDictionaryAsync(row => row.Id, row => (row.HeadSeq, row.HeadHash), cancellation);
        var (broken, setBack) = (new List<BrokenChain>(), new List<BrokenChain>());
        var (events, seen) = (0, new HashSet<Guid>());
        var (chain, documents) = (new List<EventRow>(), new DocumentFacts());
        await foreach (
            var row in context.Events.AsNoTracking().OrderBy(row => row.Inspection).ThenBy(row => row.Seq).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (chain.Count > 0 && chain[0].Inspection != row.Inspection)
            {
                Check();
            }

            chain.Add(row);
            events++;
        }

        Check();
        broken.AddRange(heads.Keys.Where(id => !seen.Contains(id)).Select(id => new BrokenChain(id, 1, "All its events are missing.")));
        return new ChainReport(
            heads.Keys.Union(seen).Count(), events, [.. broken.OrderBy(one => one.Inspection)], setBack, await documents.CompareAsync(context, cancellation));

        void Check()
        {
            if (chain.Count > 0)
            {
                seen.Add(chain[0].Inspection);
                (int, string)? head = heads.TryGetValue(chain[0].Inspection, out var known) ? known : null;
                if (FirstBreak(chain, head) is { } found)
                {
                    broken.Add(found);
                }

                foreach (var row in chain)
                {
                    if (EventChain.EventOf(row) is { } happened)
                    {
                        documents.Read(row.Inspection, happened);
                    }
                }

                if (chain.Zip(chain.Skip(1)).FirstOrDefault(pair => WasSetBack(pair.First, pair.Second)).Second is { } early)
                {
                    setBack.Add(
                        new BrokenChain(
                            early.Inspection,
                            early.Seq,
                            "It bears an earlier time than the event before it: the clock of a machine, or of the sandbox, was set back."));
                }

                chain.Clear();
            }
        }
    }

    // What the engine does bears the time at which its step began; somebody may have recorded something while the step went on.
    private static bool WasSetBack(EventRow before, EventRow after) =>
        after.RecordedAt < before.RecordedAt - (after.By == Recorder.Engine.Text ? LongestStep : Duration.Zero);

    /// <summary>
    /// Reads both tables as of one moment while others append; on SQLite without taking the file from them, and of a file that may only be read.
    /// </summary>
    internal static async Task<IDbContextTransaction> OneMomentAsync(StoreContext context, CancellationToken cancellation)
    {
        if (context.Database.GetDbConnection() is not SqliteConnection connection)
        {
            return await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        }

        await context.Database.OpenConnectionAsync(cancellation);
        return (await context.Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), cancellation))!;
    }

    private static BrokenChain? FirstBreak(List<EventRow> chain, (int Seq, string Hash)? head)
    {
        var previous = EventHash.Start;
        for (var index = 0; index < chain.Count; index++)
        {
            var row = chain[index];
            if ((EventChain.Wrong(row, index + 1, previous) ?? Unknown(row)) is { } what)
            {
                return new BrokenChain(row.Inspection, Math.Min(row.Seq, index + 1), what);
            }

            previous = row.Hash;
        }

        var last = chain[^1];
        return head switch
        {
            null => new BrokenChain(last.Inspection, 1, "The list of inspections does not hold this inspection."),
            { Seq: var seq } when seq > last.Seq => new BrokenChain(
                last.Inspection,
                last.Seq + 1,
                $"It is missing: {seq} events were recorded, the last {seq - last.Seq} are gone."),
            { Seq: var seq } when seq < last.Seq => new BrokenChain(last.Inspection, seq + 1, "It was added past the store: the summary does not know it."),
            { Hash: var hash } when hash != last.Hash => new BrokenChain(
                last.Inspection,
                last.Seq,
                "It was changed together with its hash: the summary holds another."),
            _ => null,
        };
    }

    private static string? Unknown(EventRow row) => EventChain.EventOf(row) is null ? "Its kind is not that of its content, or its content is no event." : null;
}
