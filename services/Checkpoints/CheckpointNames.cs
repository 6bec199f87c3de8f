using System.Linq.Expressions;
using AreaSend.Core.Inspections;
using AreaSend.Core.Keeping;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Checkpoints;

/// <summary>
/// The marks of file names and recipients' addresses that stand in a store. A file keeps its name, and an address changes only when the notice is sent anew,
/// which an event tells; both go when they are disposed of, which an event tells too.
/// </summary>
internal static class CheckpointNames
{
    private const string Document = "document ";
    private const string Notice = "notice ";

    private static readonly string[] Kinds = [InspectionEvent.KindOf(typeof(NoticeSent)), InspectionEvent.KindOf(typeof(DisposedOf))];
    private static readonly IReadOnlyDictionary<string, string> None = new SortedDictionary<string, string>(StringComparer.Ordinal);

    // What came with a form that nobody has confirmed, or what has only been announced, may go without an event.
    private static Expression<Func<Document, bool>> Stays =>
        row => row.ArrivedAt != null && row.State != DocumentState.Disposed && (row.Paper == null || row.FiledAt != null);

    /// <summary>The marks, by inspection and row.</summary>
    public static async Task<Func<Guid, IReadOnlyDictionary<string, string>>> ReadAsync(StoreContext context, CancellationToken cancellation)
    {
        var marks = new Dictionary<Guid, SortedDictionary<string, string>>();
        await foreach (
            var row in context.Set<Document>().AsNoTracking()
                .Where(Stays)
                .Select(row => new { row.Inspection, row.Id, row.FileName, row.Salt })
                .AsAsyncEnumerable()
                .WithCancellation(cancellation))
        {
            Of(row.Inspection)[$"{Document}{row.Id:D}"] = NameMark.OfDocument(row.Id, row.FileName, row.Salt);
        }

        await foreach (
            var row in context.Notices.AsNoTracking()
                .Where(row => row.RecipientAddress != null)
                .Select(row => new { row.Inspection, row.Key, row.RecipientAddress, row.Salt })
                .AsAsyncEnumerable()
                .WithCancellation(cancellation))
        {
            Of(row.Inspection)[$"{Notice}{row.Key}"] = NameMark.OfNotice(row.Inspection, row.Key, row.RecipientAddress!, row.Salt);
        }

        return inspection => marks.TryGetValue(inspection, out var found) ? found : None;

        SortedDictionary<string, string> Of(Guid inspection)
        {
            if (!marks.TryGetValue(inspection, out var found))
            {
                marks[inspection] = found = new SortedDictionary<string, string>(StringComparer.Ordinal);
            }

            return found;
        }
    }

    /// <summary>What is no longer as a checkpoint has it, a sentence each.</summary>
    public static async Task<IReadOnlyList<string>> WrongAsync(StoreContext context, IEnumerable<CheckpointHead> heads, CancellationToken cancellation)
    {
        var marks = await ReadAsync(context, cancellation);
        List<string> wrong = [];
        foreach (var head in heads)
        {
            var now = marks(head.Inspection);
            var other = head.Names.Where(name => now.GetValueOrDefault(name.Key) != name.Value)
                .Select(name => (Row: name.Key, IsGone: !now.ContainsKey(name.Key)))
                .ToList();
            if (other.Count > 0)
            {
                var told = await ToldAsync(context, head, cancellation);
                wrong.AddRange(other.Where(name => !told.Contains(name.Row)).Select(name => Sentence(head.Inspection, name.Row, name.IsGone)));
            }
        }

        return wrong;
    }

    /// <summary>The rows of which events say why they are no longer the same.</summary>
    private static async Task<HashSet<string>> ToldAsync(StoreContext context, CheckpointHead head, CancellationToken cancellation)
    {
        var events = await context.Events.AsNoTracking().Where(row => row.Inspection == head.Inspection && Kinds.Contains(row.Kind)).ToListAsync(cancellation);
        var told = new HashSet<string>();
        foreach (var row in events)
        {
            switch (EventChain.EventOf(row))
            {
                case NoticeSent sent when row.Seq > head.Seq:
                    told.Add(Notice + sent.Key);
                    break;
                case DisposedOf { Rule: KeepingSchedule.Mail or KeepingSchedule.People }:
                    told.UnionWith(await AddresslessAsync(context, head.Inspection, cancellation));
                    break;
                case DisposedOf disposed:
                    told.UnionWith(disposed.Documents.Select(document => $"{Document}{document:D}"));
                    break;
            }
        }

        return told;
    }

    // Another address in the place of one that was disposed of is still another address.
    private static async Task<IEnumerable<string>> AddresslessAsync(StoreContext context, Guid inspection, CancellationToken cancellation) =>
        (await context.Notices.AsNoTracking().Where(row => row.Inspection == inspection && row.RecipientAddress == null).Select(row => row.Key)
            .ToListAsync(cancellation)).Select(key => Notice + key);

    private static string Sentence(Guid inspection, string row, bool isGone) => row.StartsWith(Document, StringComparison.Ordinal)
        ? $"Inspection {inspection}, {row}: the name of its file {(isGone ? "is gone, and no event disposed of it." : "was changed.")}"
        : $"Inspection {inspection}, {row}: the address that it was sent to {(isGone ? "is gone, and no event disposed of it." : "was changed, and it was not sent again.")}";
}
