using AreaSend.Core;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Web.Keeping;
using AreaSend.Web.Reading;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>An event as the history tells it.</summary>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Details">What else there is to say of it, a sentence each.</param>
/// <param name="Moved">Dates that it moved, old and new.</param>
internal sealed record EventSentence(string Title, IReadOnlyList<string> Details, IReadOnlyList<MovedDate> Moved)
{
    /// <param name="happened">The event.</param>
    /// <param name="edition">The edition of its inspection.</param>
    /// <param name="notices">The notices of its inspection, by key.</param>
    /// <param name="type">The kind of its inspection; null for the words of a full one.</param>
    public static EventSentence Of(
        InspectionEvent happened, FrameworkEdition edition, IReadOnlyDictionary<string, NoticeRaised> notices, InspectionType? type = null)
    {
        var told = Tell(happened, edition, notices);
        return type is null ? told : told with { Title = TitleOf(happened, told.Title, type) };
    }

    private static string TitleOf(InspectionEvent happened, string title, InspectionType type) => happened switch
    {
        NoticeRaised or NoticeSent or ExtraItemAsked => title, // what inspectors typed stays as it is
        Notified when !type.IsInspection => type.Steps.First(step => step.Marks == Anchor.NotificationDay).Title,
        OnSiteEnded => type.Steps.Any(step => step.Key == Steps.FeedbackMeeting) ? title : "On-site days ended",
        _ => type.Say(title),
    };

    private static EventSentence Tell(InspectionEvent happened, FrameworkEdition edition, IReadOnlyDictionary<string, NoticeRaised> notices) =>
        InspectionAction.Tell(happened, edition) ?? Otherwise(happened, edition, notices);

    private static EventSentence Otherwise(InspectionEvent happened, FrameworkEdition edition, IReadOnlyDictionary<string, NoticeRaised> notices) =>
        happened switch
        {
            Planned planned => New(
                $"{edition.Find(planned.Inspection)?.Noun.Capital() ?? "Inspection"} planned",
                [
                    $"{(edition.Find(planned.Inspection) is { IsInspection: false } ? "Meeting on" : "On site from")} {LondonTime.Show(planned.OnSiteStarts)}, under {edition.Title}.",
                    .. Why(planned.Grounds),
                ]),
            Notified => New("Leaders notified"),
            UploadArrived or UploadScanned or UploadAccepted or UploadRefused or ListTakenAsItIs or ItemNotHeld or ExtraItemAsked
                => OfAnnexA((Fact)happened, edition),
            PaperFiled or PaperAccepted or PaperRefused => OfPaper((Fact)happened),
            SurveysClosed => New("Surveys closed"),
            FieldworkStarted => New("Off-site fieldwork began"),
            OnSiteStarted => New("Inspectors came on site"),
            OnSiteEnded => New("On-site days ended with the feedback meeting"),
            NotReceived closed => new(
                edition.Types.SelectMany(type => type.Steps).Any(row => row.OwedUntil == Anchor.MeetingDay && closed.Steps.Contains(row.Key))
                    ? "Still open when the meeting was held"
                    : "Still open at the end of the on-site days",
                [
                    .. closed.Items.Select(item => ItemWords.Show(item, edition.AnnexA)),
                    .. closed.Steps.Where(step => !edition.AnnexA.Items.Any(item => item.Step == step) && !AnnexARequest.IsExtra(step))
                        .Select(step => edition.TitleOf(step)),
                    "None of it is owed any more; what still comes in is taken.",
                ],
                []),
            PublicationHeld held => New("Publication held", $"Until {LondonTime.Show(held.Until)}. {held.Reason}") with { Moved = held.Moved },
            PublicationHoldLifted lifted => New("Hold of publication lifted", lifted.Reason) with { Moved = lifted.Moved },
            ReportDisseminated => New("Report sent to those the regulations name"),
            CalendarChanged changed => New("Bank holidays changed", changed.Why, changed.Moved.Count == 0 ? "No open date of this inspection moved." : "") with
            {
                Moved = changed.Moved,
            },
            FactCorrected corrected => New(
                corrected.Instead is Fact right
                    ? $"Corrected: {Tell(right, edition, notices).Title}, {LondonTime.Show(right.On)}"
                    : "Taken back: an entry that did not happen",
                [.. corrected.Instead is { } instead ? Tell(instead, edition, notices).Details : [], corrected.Reason]) with
            {
                Moved = corrected.Moved,
            },
            DisposedOf disposed => New(
                $"Disposed of: {KeepingWords.TitleOf(disposed.Rule)}",
                KeepingWords.WhatOf(disposed.Rule),
                disposed.Documents.Count == 0 ? "" : $"{disposed.Documents.Count} {(disposed.Documents.Count == 1 ? "document" : "documents")}."),
            KeptForLonger held => New($"Kept for longer, for {held.Why.Show()}", held.Reason),
            KeptNoLonger lifted => New("No longer kept for longer than the schedule says", lifted.Reason),
            LanoLinkAsked asked => New($"A new sign-in link asked for the {(asked.ForDeputy ? "deputy of the nominated officer" : "nominated officer")}"),
            LeaderLinkAsked asked => New($"A new sign-in link asked for the {asked.To.Show()}"),
            _ => OfNotice(happened, notices),
        };

    private static IEnumerable<string> Why(Grounds? grounds) =>
        grounds is null ? [] : [$"{GroundsInWords.Show(grounds).TrimEnd('.')}.", $"It looks at: {string.Join("; ", grounds.Matters)}."];

    // Which document it is the page leads to; its key says nothing to a reader.
    private static EventSentence OfAnnexA(Fact happened, FrameworkEdition edition) => happened switch
    {
        UploadArrived arrived => New("Document arrived", [.. arrived.Items.Select(item => ItemWords.Show(item, edition.AnnexA))]),
        UploadScanned scanned => New("Document scanned, no malware found", $"By {ScannerInWords(scanned.Scanner)}."),
        UploadAccepted accepted => New("Document accepted", $"{accepted.Bytes:N0} bytes, SHA-256 {accepted.Sha256}."),
        UploadRefused refused => New("Document refused", refused.Because),
        ListTakenAsItIs taken => New("List taken with its errors", taken.Reason, $"{taken.Bytes:N0} bytes, SHA-256 {taken.Sha256}."),
        ItemNotHeld item => New($"{ItemWords.Short(item.Item)}: the area does not hold it", item.Note),
        ExtraItemAsked asked => New($"Inspectors asked for more: {asked.Title}", $"By {LondonTime.Show(LondonTime.At(asked.Due, asked.By))}. {asked.Reason}"),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.Kind, "No sentence for this event."),
    };

    // Events keep what a scanner calls itself, and its signatures.
    private static string ScannerInWords(string scanner) =>
        scanner == "sandbox, eicar" ? "the sandbox’s own scanner, which knows nothing but the EICAR test file" : scanner;

    private static EventSentence OfPaper(Fact happened) => happened switch
    {
        PaperFiled filed => New($"{PaperKind.Find(filed.Paper)?.Title ?? "Paper"}: the paper put here"),
        PaperAccepted accepted => New("Paper accepted", $"{accepted.Bytes:N0} bytes, SHA-256 {accepted.Sha256}."),
        PaperRefused refused => New("Paper refused", refused.Because),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.Kind, "No sentence for this event."),
    };

    private static EventSentence OfNotice(InspectionEvent happened, IReadOnlyDictionary<string, NoticeRaised> notices) => happened switch
    {
        NoticeRaised raised => New("Notice raised", NoticeNames.Show(raised)),
        NoticeSent sent => New("Notice sent", Name(notices, sent.Key)),
        NoticeUndeliverable dead => New("Notice could not be delivered", Name(notices, dead.Key), dead.Because),
        NoticeServedOtherwise served => New(
            "Notice served by other means",
            Name(notices, served.Key),
            served.How,
            served.On is { } on ? $"On {LondonTime.Show(on)}." : ""),
        NoticeInDoubt doubtful => New("Notice in doubt", Name(notices, doubtful.Key), doubtful.Because),
        NoticeLapsed lapsed => New("Notice not sent any more", Name(notices, lapsed.Key), lapsed.Because),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.Kind, "No sentence for this event."),
    };

    private static string Name(IReadOnlyDictionary<string, NoticeRaised> notices, string key) =>
        notices.TryGetValue(key, out var raised) ? NoticeNames.Show(raised) : key;

    private static EventSentence New(string title, params string[] details) => new(title, [.. details.Where(detail => detail.Length > 0)], []);
}
