using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Store;
using AreaSend.Web.Inspections.Actions;

namespace AreaSend.Web.Inspections.History;

/// <summary>
/// What somebody did, or what the clock brought, with all that came of it: the e-mails, the checks of a file that arrived, what stopped being owed.
/// A row of the history; what came of it is folded under it.
/// </summary>
internal sealed class HistoryAct
{
    private readonly List<RecordedEvent> _events = [];
    private readonly List<RecordedEvent> _consequences = [];

    private HistoryAct(RecordedEvent first) => _events.Add(first);

    /// <summary>What was done, in order, at least one event: several items of Annex A that were recorded together are one act.</summary>
    public IReadOnlyList<RecordedEvent> Events => _events;

    /// <summary>What came of it, in order.</summary>
    public IReadOnlyList<RecordedEvent> Consequences => _consequences;

    public RecordedEvent First => _events[0];

    /// <summary>Whether it is nothing but e-mails that fell due.</summary>
    public bool IsOfMails => First.Event is NoticeRaised or NoticeSent;

    /// <summary>The acts of a history, in its order.</summary>
    public static IReadOnlyList<HistoryAct> Of(IEnumerable<RecordedEvent> history)
    {
        var acts = new List<HistoryAct>();
        var (ofFact, ofNotice, ofDocument) = (new Dictionary<int, HistoryAct>(), new Dictionary<string, HistoryAct>(), new Dictionary<Guid, HistoryAct>());
        foreach (var recorded in history)
        {
            var last = acts.Count > 0 ? acts[^1] : null;
            var cause = CauseOf(recorded) ?? (last is not null && last.Brings(recorded) ? last : null);
            if (cause is not null)
            {
                cause._consequences.Add(recorded);
            }
            else if (last is not null && last.IsOneActWith(recorded))
            {
                last._events.Add(recorded);
            }
            else
            {
                acts.Add(new HistoryAct(recorded));
            }

            Remember(recorded, cause ?? acts[^1]);
        }

        return acts;

        HistoryAct? CauseOf(RecordedEvent recorded) => recorded.Event switch
        {
            NoticeRaised { Because: [var fact, ..] } => ofFact.GetValueOrDefault(fact),
            NoticeSent sent => ofNotice.GetValueOrDefault(sent.Key),
            UploadScanned scanned => ofDocument.GetValueOrDefault(scanned.Document),
            UploadAccepted accepted => ofDocument.GetValueOrDefault(accepted.Document),
            UploadRefused refused => ofDocument.GetValueOrDefault(refused.Document),
            PaperAccepted accepted => ofDocument.GetValueOrDefault(accepted.Document),
            PaperRefused refused => ofDocument.GetValueOrDefault(refused.Document),

            // With the form that recorded what it is the paper of; put there later, it is an act of its own.
            PaperFiled filed when ofFact.GetValueOrDefault(filed.Of) is { } act
                && (act.First.RecordedAt, act.First.By) == (recorded.RecordedAt, recorded.By) => act,
            _ => null,
        };

        void Remember(RecordedEvent recorded, HistoryAct act)
        {
            ofFact[recorded.Seq] = act;
            if (recorded.Event is NoticeRaised raised)
            {
                ofNotice[raised.Key] = act;
            }
            else if (recorded.Event is UploadArrived arrived)
            {
                ofDocument[arrived.Document] = act;
            }
            else if (recorded.Event is PaperFiled filed)
            {
                ofDocument[filed.Document] = act;
            }
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
            (ItemReceived, > 1) => new($"{Events.Count} Annex A items received", [], []),
            (NoticeRaised, > 1) => new($"{Events.Count} e-mails fell due", [], []),
            (NoticeRaised raised, _) => new("An e-mail fell due", [NoticeNames.Show(raised)], []),
            (UploadArrived, _) when Consequences.LastOrDefault(recorded => recorded.Event is UploadAccepted or UploadRefused) is { } decided => OfDecided(
                EventSentence.Of(First.Event, edition, notices, type), decided.Event),
            (LanoNominated nominated, _) when people.FirstOrDefault(person => person.Id == nominated.Person) is { } officer => new(
                $"Local area nominated officer named: {officer.Name}",
                [],
                []),
            (DeputyNamed named, _) when people.FirstOrDefault(person => person.Id == named.Person) is { } deputy => new(
                $"Deputy of the nominated officer named: {deputy.Name}",
                [],
                []),
            _ => EventSentence.Of(First.Event, edition, notices, type),
        };

    /// <summary>What is folded under it: what came of it and, where e-mails fell due, each of them.</summary>
    public IReadOnlyList<RecordedEvent> Folded => IsOfMails && Events.Count > 1 ? [.. Events, .. Consequences] : Consequences;

    /// <summary>What is folded under it, in a few words: "4 e-mails, 2 other entries".</summary>
    public string FoldedInWords
    {
        get
        {
            var mails = Folded.Count(recorded => recorded.Event is NoticeRaised);
            var sent = Folded.Count(recorded => recorded.Event is NoticeSent);
            var others = Folded.Count - mails - sent;
            return string.Join(", ", new[] { Count(mails, "e-mail"), mails == 0 && sent > 0 ? "sent" : null, Count(others, "more that came of it", "more that came of it") }.OfType<string>());
        }
    }

    private static EventSentence OfDecided(EventSentence arrived, InspectionEvent decision) => decision is UploadRefused refused
        ? arrived with { Title = "Document arrived and was refused", Details = [.. arrived.Details, refused.Because] }
        : arrived with { Title = "Document arrived and was accepted" };

    private static string? Count(int count, string one, string? many = null) => count == 0 ? null : count == 1 ? $"1 {one}" : $"{count} {many ?? one + "s"}";

    // What is recorded in the transaction of another event because of it.
    private bool Brings(RecordedEvent next) => (First.RecordedAt, First.By) == (next.RecordedAt, next.By) && (First.Event, next.Event) switch
    {
        (Planned, PublicationHeld) => true,
        (OnSiteEnded, NotReceived) => true,
        (DeadlineOverridden first, DeadlineOverridden other) => first.Reason == other.Reason && first.Step != other.Step,
        _ => false,
    };

    private bool IsOneActWith(RecordedEvent next) => (Events[^1].Event, next.Event) switch
    {
        (ItemReceived one, ItemReceived other) => (First.RecordedAt, First.By, one.HappenedAt) == (next.RecordedAt, next.By, other.HappenedAt),
        (NoticeRaised, NoticeRaised) => (First.RecordedAt, First.By) == (next.RecordedAt, next.By),
        _ => false,
    };
}
