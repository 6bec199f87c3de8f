using System.Security.Cryptography;
using AreaSend.Core.Inspections;
using AreaSend.Core.Keeping;
using AreaSend.Services.Keeping;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Checkpoints;

/// <summary>What a store holds, as a checkpoint or against one. Nothing is changed.</summary>
public sealed class CheckpointComparison(StoreDatabase database)
{
    private static readonly string Disposed = InspectionEvent.KindOf(typeof(DisposedOf));

    /// <summary>What the store holds now, unsigned.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="forgotten">What the checkpoint before says of events that were forgotten.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Checkpoint> NowAsync(Instant now, IReadOnlyList<ForgottenEvents>? forgotten = null, CancellationToken cancellation = default) =>
        ReadAsync(context => context.Inspections.Select(row => new Head(row.Id, row.HeadSeq, row.HeadHash)), now, forgotten ?? [], cancellation);

    /// <summary>The same as the events have it, whatever the list of inspections says: what the store holds once the list has been made anew.</summary>
    internal Task<Checkpoint> OfEventsAsync(Instant now, IReadOnlyList<ForgottenEvents> forgotten, CancellationToken cancellation) => ReadAsync(
        context => context.Events.Where(row => !context.Events.Any(later => later.Inspection == row.Inspection && later.Seq > row.Seq))
            .Select(row => new Head(row.Inspection, row.Seq, row.Hash)),
        now, forgotten, cancellation);

    private async Task<Checkpoint> ReadAsync(
        Func<StoreContext, IQueryable<Head>> of, Instant now, IReadOnlyList<ForgottenEvents> forgotten, CancellationToken cancellation)
    {
        await using var context = database.Open();
        await using var moment = await ChainVerifier.OneMomentAsync(context, cancellation);
        var rows = await of(context).ToListAsync(cancellation);
        var names = await CheckpointNames.ReadAsync(context, cancellation);
        List<CheckpointHead> heads =
        [
            .. rows.Select(row => new CheckpointHead(row.Inspection, row.Seq, row.Hash, names(row.Inspection)))
                .OrderBy(head => head.Inspection.ToString("D"), StringComparer.Ordinal),
        ];
        var (last, hash) = await LogAsync(context, long.MaxValue, cancellation);
        return new Checkpoint(now, heads.Count, MerkleRoot.Of(heads), last, hash, heads, forgotten);
    }

    /// <summary>What is no longer as the checkpoint has it, a sentence each; empty when all that was there still is.</summary>
    public async Task<IReadOnlyList<string>> AgainstAsync(Checkpoint checkpoint, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        await using var moment = await ChainVerifier.OneMomentAsync(context, cancellation);
        var (expected, found, lengths) = (checkpoint.Heads.ToDictionary(head => head.Inspection), new HashSet<Guid>(), new Dictionary<Guid, int>());
        List<string> wrong = [];
        await foreach (
            var row in context.Events.AsNoTracking()
                .Select(row => new
                {
                    row.Inspection,
                    row.Seq,
                    row.Hash,
                })
                .AsAsyncEnumerable()
                .WithCancellation(cancellation))
        {
            lengths[row.Inspection] = Math.Max(row.Seq, lengths.GetValueOrDefault(row.Inspection));
            if (expected.TryGetValue(row.Inspection, out var head) && row.Seq == head.Seq)
            {
                found.Add(row.Inspection);
                if (row.Hash != head.Hash)
                {
                    wrong.Add($"Inspection {row.Inspection}: its history up to event {head.Seq} was replaced by another, with hashes that fit.");
                }
            }
        }

        wrong.AddRange(checkpoint.Heads.Where(head => !found.Contains(head.Inspection)).Select(head => lengths.TryGetValue(head.Inspection, out var length)
            ? $"Inspection {head.Inspection}: it had {head.Seq} events and has {length}. The last were cut off."
            : $"Inspection {head.Inspection}: it had {head.Seq} events and was removed altogether."));
        wrong.Sort(StringComparer.Ordinal);
        wrong.AddRange(await CheckpointNames.WrongAsync(context, checkpoint.Heads.Where(head => found.Contains(head.Inspection)), cancellation));
        wrong.AddRange(await DisposedLinesAsync(context, cancellation));
        return await LogAsync(context, checkpoint.LastLogLine, cancellation) == (checkpoint.LastLogLine, checkpoint.LogHash)
            ? wrong : [.. wrong, $"Access log: its lines up to {checkpoint.LastLogLine} are not those that it had. Some were removed or changed."];
    }

    // A line that has been disposed of keeps its fingerprint, so a history has to say that it was (where it belongs to none, a batch that somebody confirmed),
    // and nothing may stand in it any more.
    private static async Task<IReadOnlyList<string>> DisposedLinesAsync(StoreContext context, CancellationToken cancellation)
    {
        var lines = await context.Set<AccessRecord>().AsNoTracking()
            .Where(line => line.Digest != null || line.What == AccessRecord.Disposed).ToListAsync(cancellation);
        if (lines.Count == 0)
        {
            return [];
        }

        var events = await context.Events.AsNoTracking().Where(row => row.Kind == Disposed).ToListAsync(cancellation);
        var disposed = events.Where(row => EventChain.EventOf(row) is DisposedOf { Rule: KeepingSchedule.AccessLog }).Select(row => row.Inspection).ToHashSet();
        var confirmed = await (
            from item in context.Set<DisposalItem>()
            where item.DisposedAt != null
            join batch in context.Set<DisposalBatch>() on item.Batch equals batch.Id
            where batch.Rule == KeepingSchedule.OtherAccess && batch.ConfirmedAt != null
            select item.DisposedAt!.Value).ToListAsync(cancellation);
        return
        [
            .. lines.Where(line => line.Inspection is { } id ? !disposed.Contains(id) : !confirmed.Contains(line.At))
                .Select(line => $"Access log: line {line.Id} stands as disposed of, and no event disposed of it."),
            .. lines.Where(line => line is not { Digest: not null, What: AccessRecord.Disposed, Person: null, Document: null, About: null })
                .Select(line => $"Access log: line {line.Id} was disposed of, and something stands in it."),
        ];
    }

    private static async Task<(long Last, string Hash)> LogAsync(StoreContext context, long upTo, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var last = 0L;
        await foreach (
            var line in context.Set<AccessRecord>().AsNoTracking()
                .Where(line => line.Id <= upTo)
                .OrderBy(line => line.Id)
                .AsAsyncEnumerable()
                .WithCancellation(cancellation))
        {
            last = line.Id;
            hash.AppendData(Convert.FromHexString(line.Fingerprint()));
        }

        return (last, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private sealed record Head(Guid Inspection, int Seq, string Hash);
}
