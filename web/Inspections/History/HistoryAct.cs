using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Store;
using AreaSend.Web.Inspections.Actions;

namespace AreaSend.Web.Inspections.History;

/// <summary>What was recorded in one act: mostly one event; several items of Annex A that were recorded together are one.</summary>
/// <param name="Events">In order, at least one.</param>
internal sealed record HistoryAct(IReadOnlyList<RecordedEvent> Events)
{
    public RecordedEvent First => Events[0];

    /// <summary>The acts of a history, in its order.</summary>
    public static IEnumerable<HistoryAct> Of(IEnumerable<RecordedEvent> history)
    {
        var together = new List<RecordedEvent>();
        foreach (var recorded in history)
        {
            if (together.Count > 0 && !IsOneAct(together[^1], recorded))
            {
                yield return new HistoryAct([.. together]);
                together.Clear();
            }

            together.Add(recorded);
        }

        if (together.Count > 0)
        {
            yield return new HistoryAct(together);
        }
    }

    /// <summary>How it is told, with the name of whoever it is about.</summary>
    /// <param name="people">The people of the inspection.</param>
    /// <param name="notices">The notices of its inspection, by key.</param>
    /// <param name="edition">The edition that it is under.</param>
    /// <param name="type">The kind of its inspection.</param>
    public EventSentence Told(IReadOnlyList<Person> people, FrameworkEdition edition, IReadOnlyDictionary<string, NoticeRaised> notices, InspectionType type) =>
        (First.Event, Events.Count) switch
        {
            (ItemReceived, > 1) => new(
                $"{Events.Count} Annex A items received",
                [.. Events.Select(recorded => ItemWords.Show(((ItemReceived)recorded.Event).Item, edition.AnnexA))],
                []),
            (LanoNominated nominated, _) when people.FirstOrDefault(person => person.Id == nominated.Person) is { } officer => new(
                $"Local area nominated officer named: {officer.Name}",
                [],
                []),
            _ => EventSentence.Of(First.Event, edition, notices, type),
        };

    private static bool IsOneAct(RecordedEvent first, RecordedEvent next) =>
        first.Event is ItemReceived one && next.Event is ItemReceived other
        && (first.RecordedAt, first.By, one.HappenedAt) == (next.RecordedAt, next.By, other.HappenedAt);
}
