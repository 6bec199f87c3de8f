using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Timetables;
using AreaSend.Web.Inspections.Actions;

namespace AreaSend.Web.Inspections.History;

/// <summary>An event as the history tells it.</summary>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Details">What else there is to say of it, a sentence each.</param>
/// <param name="Moved">Dates that it moved, old and new.</param>
internal sealed record EventSentence(string Title, IReadOnlyList<string> Details, IReadOnlyList<MovedDate> Moved)
{
    public static EventSentence Of(InspectionEvent happened, FrameworkEdition edition) => happened switch
    {
        Planned planned => New("Inspection planned", $"On site from {LondonTime.Show(planned.OnSiteStarts)}, under edition {planned.Edition}."),
        Notified => New("Leaders notified"),
        LanoNominated => New("Local area nominated officer named"),
        ItemReceived item => New("Annex A item received", ItemWords.Show(item.Item, edition.AnnexA)),
        ChildrenSelected selected => New($"{selected.Children} children and young people selected for tracking"),
        UploadArrived or UploadScanned or UploadAccepted or UploadRefused or ListTakenAsItIs or ItemNotHeld or ExtraItemAsked => OfAnnexA((Fact)happened),
        SurveysClosed => New("Surveys closed"),
        FieldworkStarted => New("Off-site fieldwork began"),
        OnSiteStarted => New("Inspectors came on site"),
        OnSiteEnded => New("On-site days ended with the feedback meeting"),
        NotReceived closed => new(
            "Not received by the end of the on-site days",
            [
                .. closed.Items.Select(item => ItemWords.Show(item, edition.AnnexA)),
                .. closed.Steps.Where(step => !edition.AnnexA.Items.Any(item => item.Step == step) && !AnnexARequest.IsExtra(step)).Select(edition.TitleOf),
                "None of it is owed any more; what still comes in is taken.",
            ],
            []),
        NoticeRaised or NoticeSent or NoticeUndeliverable or NoticeServedOtherwise => OfNotice(happened),
        DeferralAsked or DeferralDecided or InspectionPaused or InspectionResumed or DeadlineOverridden or InspectionWithdrawn or CalendarChanged => OfCourse((Fact)happened),
        _ => OfReport(happened),
    };

    private static EventSentence OfAnnexA(Fact happened) => happened switch
    {
        UploadArrived arrived => New("Document arrived", $"For {string.Join(", ", arrived.Items)}. Document {arrived.Document}."),
        UploadScanned scanned => New("Document scanned, no malware found", $"By {scanned.Scanner}. Document {scanned.Document}."),
        UploadAccepted accepted => New("Document accepted", $"{accepted.Bytes} bytes, SHA-256 {accepted.Sha256}. Document {accepted.Document}."),
        UploadRefused refused => New("Document refused", refused.Because, $"Document {refused.Document}."),
        ListTakenAsItIs taken => New("List taken with its errors", taken.Reason, $"{taken.Bytes} bytes, SHA-256 {taken.Sha256}. Document {taken.Document}."),
        ItemNotHeld item => New($"Annex A item {item.Item}: the area does not hold it", item.Note),
        ExtraItemAsked asked => New($"Inspectors asked for more: {asked.Title}", $"By {LondonTime.Show(LondonTime.At(asked.Due, asked.By))}. {asked.Reason}"),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.Kind, "No sentence for this event."),
    };

    private static EventSentence OfReport(InspectionEvent happened) => happened switch
    {
        DraftReportShared => New("Draft report shared"),
        CommentsReceived => New("Comments on the draft received"),
        FinalReportShared final => New("Final report shared", final.Outcome is { } outcome ? $"Outcome {outcome.Number}: {outcome.Show()}." : "", final.Outcome is Outcome.WidespreadFailings failings ? $"Principal authority: {failings.PrincipalAuthority}." : ""),
        ComplaintReceived => New("Complaint received"),
        ComplaintWasResolved => New("Complaint resolved"),
        ReportPublished published => New("Report published", published.Link),
        ReportDisseminated => New("Report sent to those the regulations name"),
        PlanReceived => New("Priority action plan received"),
        PlanReturned returned => New("Priority action plan sent back", $"Missing: {returned.Missing}"),
        PlanWasConfirmed => New("Priority action plan confirmed"),
        PlanPublished => New("Plan published"),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.Kind, "No sentence for this event."),
    };

    private static EventSentence OfCourse(Fact happened) => happened switch
    {
        DeferralAsked asked => New("Deferral asked for", asked.Reason),
        DeferralDecided decided => New(decided.Granted ? "Deferral granted" : "Deferral refused", decided.Reason),
        InspectionPaused paused => New("Inspection paused", paused.Reason),
        InspectionResumed => New("Inspection resumed"),
        DeadlineOverridden set => New("Deadline set by hand", $"Now {LondonTime.Show(set.Due)}. {set.Reason}"),
        InspectionWithdrawn withdrawn => New("Inspection withdrawn", withdrawn.Reason),
        CalendarChanged changed => New("Bank holidays changed", changed.Why, changed.Moved.Count == 0 ? "No open date of this inspection moved." : ""),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.Kind, "No sentence for this event."),
    } with { Moved = MovedDates.Of(happened) };

    private static EventSentence OfNotice(InspectionEvent happened) => happened switch
    {
        NoticeRaised raised => New("Notice raised", NoticeNames.Show(raised.Template, raised.To)),
        NoticeSent sent => New("Notice sent", NoticeNames.OfKey(sent.Key)),
        NoticeUndeliverable dead => New("Notice could not be delivered", NoticeNames.OfKey(dead.Key), dead.Because),
        NoticeServedOtherwise served => New("Notice served by other means", NoticeNames.OfKey(served.Key), served.How),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.Kind, "No sentence for this event."),
    };

    private static EventSentence New(string title, params string[] details) => new(title, [.. details.Where(detail => detail.Length > 0)], []);
}
