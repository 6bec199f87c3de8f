using AreaSend.Core.Timetables;
using AreaSend.Services.Notices.Templates;

namespace AreaSend.Services.Notices;

/// <summary>One notice's template.</summary>
/// <param name="Name">The name that the matrix calls it by.</param>
/// <param name="Version">Raised when its words change, so that the record says which words were sent.</param>
/// <param name="Component">Renders it.</param>
/// <param name="Subject">The e-mail's subject; it names the area and the matter, never a finding.</param>
internal sealed record NoticeTemplateRow(string Name, int Version, Type Component, Func<Notice, string> Subject)
{
    /// <summary>The kind of inspection that it is for; null for every kind that has none of its own.</summary>
    public string? Kind { get; init; }
}

/// <summary>All templates, in the order of the matrix.</summary>
internal static class NoticeTemplates
{
    public static IReadOnlyList<NoticeTemplateRow> All { get; } =
    [
        Row<Notification>("notification", 4, notice => $"Area SEND inspection of {notice.Area}: notification"),
        Row<MonitoringNotification>("notification", 3, notice => $"Area SEND monitoring inspection of {notice.Area}: notification") with
        {
            Kind = InspectionKind.Monitoring,
        },
        Row<VisitNotification>("notification", 3, notice => $"Area SEND thematic visit to {notice.Area}: notification") with { Kind = InspectionKind.Thematic },
        Row<VisitNotification>("notification", 3, notice => $"{notice.Area}: re-visit under the earlier framework for area SEND") with
        {
            Kind = InspectionKind.Revisit,
        },
        Row<SurveysOpen>("surveys-open", 3, notice => $"{notice.Area}: inspection surveys are open"),
        Row<SurveysClosing>("surveys-closing", 3, notice => $"{notice.Area}: inspection surveys close on {notice.Date(Steps.SurveysClose)}"),
        Row<LanoInvitation>(
            "lano-invitation",
            5,
            notice => $"{notice.Area}: you are the {(notice.Recipient == Core.Inspections.RecipientRole.DeputyLano ? "nominated officer's deputy" : "nominated officer")} for the {notice.Inspection}"),
        Row<NewLink>("lano-link", 1, notice => $"{notice.Area}: your new sign-in link"),
        Row<NewLink>("leader-link", 1, notice => $"{notice.Area}: your new sign-in link"),
        Row<AnnexAReminder>("annex-a-reminder", 4, notice => $"{notice.Area}: Annex A information still outstanding{notice.AboutDate(", due")}"),
        Row<AnnexAOverdue>("annex-a-overdue", 4, notice => $"{notice.Area}: Annex A information overdue{notice.AboutDate(" since")}"),
        Row<Templates.UploadRefused>(
            "upload-refused",
            3,
            notice =>
                notice.All<Core.Inspections.UploadRefused>() is var files && files.Any(refused => refused.Rule == Core.Inspections.UploadRefused.Lost)
                    ? $"{notice.Area}: please send {(files.Count == 1 ? "a file" : $"{files.Count} files")} again"
                : files.Count == 1 ? $"{notice.Area}: a file you sent could not be accepted"
                : $"{notice.Area}: {files.Count} files you sent could not be accepted"),
        Row<HandedIn>("handed-in", 1, notice => $"{notice.Area}: we have received what you handed in"),
        Row<HandInRefused>("hand-in-refused", 1, notice => $"{notice.Area}: please hand a file in again"),
        Row<ExtraItem>(
            "extra-item",
            2,
            notice => $"{notice.Area}: inspectors ask for one more item, due {notice.Date(notice.Fact<Core.Inspections.ExtraItemAsked>().Item)}"),
        Row<Templates.ItemsAsked>("items-asked", 1, notice => $"{notice.Area}: inspectors ask for information"),
        Row<TrackedChildren>("tracked-children", 2, notice => $"{notice.Area}: a selection for tracking waits on the site"),
        Row<FieldworkStarts>("fieldwork-starts", 4, notice => $"{notice.Area}: inspection fieldwork begins on {notice.Date(Steps.Fieldwork)}"),
        Row<OnSiteStarts>("on-site-starts", 3, notice => $"{notice.Area}: inspectors come on site on {notice.Date(Steps.OnSite)}"),
        Row<VisitStarts>("on-site-starts", 2, notice => $"{notice.Area}: inspectors come on site on {notice.Date(Steps.OnSite)}") with
        {
            Kind = InspectionKind.Thematic,
        },
        Row<VisitStarts>("on-site-starts", 2, notice => $"{notice.Area}: inspectors come on site on {notice.Date(Steps.OnSite)}") with
        {
            Kind = InspectionKind.Revisit,
        },
        Row<ConcernsCall>("concerns-call", 4, notice => $"{notice.Area}: if you have concerns about the inspection"),
        Row<DraftShared>(
            "draft-shared",
            5,
            notice =>
                $"{notice.Area}: draft {notice.Product} shared{(notice.LiesAhead(Steps.DraftComments) ? $", comments by {notice.Date(Steps.DraftComments)}" : "")}"),
        Row<CommentsReminder>(
            "comments-reminder",
            3,
            notice => $"{notice.Area}: comments on the draft {notice.Product} due by {notice.Date(Steps.DraftComments)}"),
        Row<FinalShared>("final-shared", 5, notice => $"{notice.Area}: final {notice.Product} shared"),
        Row<Templates.ComplaintReceived>("complaint-received", 4, notice => $"{notice.Area}: complaint received"),
        Row<ComplaintResolved>("complaint-resolved", 4, notice => $"{notice.Area}: complaint resolved"),
        Row<Published>("published", 3, notice => $"{notice.Area}: area SEND inspection report published"),
        Row<MonitoringPublished>("published", 2, notice => $"{notice.Area}: area SEND monitoring inspection letter published") with
        {
            Kind = InspectionKind.Monitoring,
        },
        Row<PlanReminder>("plan-reminder", 2, notice => $"{notice.Area}: plan due by {notice.Date(PlanWords.Step(notice))}"),
        Row<PlanOverdue>("plan-overdue", 3, notice => notice.IsPublished && !PlanWords.IsStrategic(notice)
            ? $"{notice.Area}: plan overdue since {notice.Date(PlanWords.Step(notice))}"
            : $"{notice.Area}: the plan after the inspection"),
        Row<PlanConfirmed>(
            "plan-confirmed",
            2,
            notice => notice.IsPublished ? $"{notice.Area}: plan confirmed, publish by {notice.Date(Steps.PlanPublication)}" : $"{notice.Area}: about the plan"),
        Row<Templates.PlanReturned>(
            "plan-returned",
            2,
            notice => notice.IsPublished ? $"{notice.Area}: plan sent back for more work" : $"{notice.Area}: about the plan"),
        Row<DatesChanged>("dates-changed", 4, notice => $"{notice.Area}: dates of the {notice.Noun} have changed"),
        Row<Templates.DeferralDecided>("deferral-decided", 4, notice =>
            notice.Fact<Core.Inspections.DeferralDecided>().Granted ? $"{notice.Area}: {notice.Noun} deferred"
            : notice.Case.Paused is not null ? $"{notice.Area}: deferral not granted" : $"{notice.Area}: {notice.Noun} goes on, deferral not granted"),
        Row<Paused>("paused", 3, notice => $"{notice.Area}: {notice.Noun} paused"),
        Row<Resumed>("resumed", 4, notice => $"{notice.Area}: {notice.Noun} {(notice.Case.IsRunning ? "goes on" : "went on")}"),
        Row<SelfEvaluationAsked>(
            "self-evaluation-asked",
            3,
            notice => $"{notice.Area}: self-evaluation before the engagement meeting, due by {notice.Date(Steps.SelfEvaluation)}"),
        Row<SelfEvaluationReminder>("self-evaluation-reminder", 2, notice => $"{notice.Area}: self-evaluation due by {notice.Date(Steps.SelfEvaluation)}"),
        Row<MeetingReminder>("meeting-reminder", 2, notice => $"{notice.Area}: engagement meeting on {notice.Date(Steps.Meeting)}"),
        Row<MeetingNote>("meeting-note", 2, notice => $"{notice.Area}: letter about the engagement meeting"),
        Row<RevisitResult>("revisit-result", 2, notice => $"{notice.Area}: re-visit letter shared"),
        Row<Correction>("correction", 3, notice => $"{notice.Area}: correction about the {notice.Inspection}"),
        Row<Withdrawn>("withdrawn", 4, notice => $"{notice.Area}: {notice.Noun} withdrawn"),
    ];

    /// <summary>The template of a notice, in the words of a kind of inspection where it has its own.</summary>
    public static NoticeTemplateRow? Find(string name, string kind) =>
        All.FirstOrDefault(template => template.Name == name && template.Kind == kind)
        ?? All.FirstOrDefault(template => template.Name == name && template.Kind is null);

    // Raised when the words change that stand around those of every notice.
    private const int Frame = 1;

    private static NoticeTemplateRow Row<TComponent>(string name, int version, Func<Notice, string> subject)
        where TComponent : NoticeTemplate => new(name, version + Frame, typeof(TComponent), subject);
}
