using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Services.Tests.Notices.Truth;

/// <summary>What stands in subjects.</summary>
internal static partial class Claims
{
    private const string Subject = "Subject: Fictional Area: ";

    private static IEnumerable<Claim> OfSubjects =>
    [
        .. Asked(
            "Subject: Area SEND inspection of Fictional Area: notification", "Subject: Area SEND monitoring inspection of Fictional Area: notification", "Subject: Area SEND thematic visit to Fictional Area: notification",
            Subject + "re-visit under the earlier framework for area SEND", Subject + "your new sign-in link", Subject + "if you have concerns about the inspection", Subject + "complaint received", Subject + "complaint resolved",
            Subject + "letter about the engagement meeting", Subject + "re-visit letter shared"),
        new(Subject + "inspection surveys are open", said => !said.Letter.Has<SurveysClosed>()),
        new(Subject + "inspection surveys close on {date:surveys-close}"),
        new(Subject + "you are the nominated officer for the {inspection}", said => said.Case.Lano is not null),
        new(Subject + "Annex A information still outstanding", said => Owed(said.Letter).Any()),
        new(Subject + "Annex A information still outstanding, due {said}", said => IsAboutDay(said)),
        new(Subject + "Annex A information overdue", said => Owed(said.Letter).Any(step => step.Due <= said.Letter.RanUntil)),
        new(Subject + "Annex A information overdue since {said}", said => IsAboutDay(said) && Owed(said.Letter).Any(step => step.Due <= said.Letter.RanUntil)),
        new(Subject + "please send a file again", said => Told(said.Letter) is [var one] && IsLost(one)),
        new(Subject + "please send {said} files again", said => $"{Told(said.Letter).Count}" == said.Words[0] && Told(said.Letter).Any(IsLost)),
        new(Subject + "a file you sent could not be accepted", said => Told(said.Letter) is [var one] && !IsLost(one)),
        new(Subject + "{said} files you sent could not be accepted", said => $"{Told(said.Letter).Count}" == said.Words[0] && !Told(said.Letter).Any(IsLost)),
        new(Subject + "inspectors ask for one more item, due {date:extra}"),
        new(Subject + "inspectors ask for information", said => Owed(said.Letter).Any()),
        new(Subject + "a selection for tracking waits on the site", said => said.Case.TrackedChildren > 0),
        new(Subject + "inspection fieldwork begins on {date:fieldwork}", said => said.Letter.LiesAhead(Steps.Fieldwork)),
        new(Subject + "inspectors come on site on {date:on-site}", said => said.Letter.LiesAhead(Steps.OnSite)),
        new(Subject + "draft {product} shared", said => said.Letter.Has<FinalReportShared>() || !said.Letter.LiesAhead(Steps.DraftComments)),
        new(Subject + "draft {product} shared, comments by {date:draft-comments}", said => said.Letter.LiesAhead(Steps.DraftComments) && !said.Letter.Has<FinalReportShared>()),
        new(Subject + "comments on the draft {product} due by {date:draft-comments}", said => said.Letter.LiesAhead(Steps.DraftComments) && !said.Letter.Has<FinalReportShared>()),
        new(Subject + "final {product} shared"),
        new(Subject + "area SEND inspection report published", said => said.Letter.IsPublished),
        new(Subject + "area SEND monitoring inspection letter published", said => said.Letter.IsPublished),
        new(Subject + "plan due by {date:plan}", said => !IsDone(said.Letter)),
        new(Subject + "plan overdue since {date:plan}", said => !IsDone(said.Letter) && said.Letter.IsPublished),
        new(Subject + "the plan after the inspection"),
        new(Subject + "about the plan", said => !said.Letter.IsPublished),
        new(Subject + "plan confirmed, publish by {date:plan-publication}", said => said.Letter.Has<PlanWasConfirmed>() && said.Letter.IsPublished),
        new(Subject + "plan sent back for more work", said => said.Case.ReturnedPlan is not null && said.Letter.IsPublished),
        new(Subject + "dates of the {noun} have changed"),
        new(Subject + "{noun} deferred", said => said.Case.EndedBy is DeferralDecided),
        new(Subject + "{noun} goes on, deferral not granted", said => said.Case.IsRunning),
        new(Subject + "deferral not granted", said => said.Case.Paused is not null),
        new(Subject + "{noun} paused", said => said.Case.Paused is not null),
        new(Subject + "{noun} went on", said => !said.Case.IsRunning),
        new(Subject + "{noun} goes on", said => said.Case.IsRunning),
        new(Subject + "{noun} withdrawn", said => said.Case.EndedBy is InspectionWithdrawn),
        new(Subject + "correction about the {inspection}"),
        new(Subject + "self-evaluation before the engagement meeting, due by {date:self-evaluation}"),
        new(Subject + "self-evaluation due by {date:self-evaluation}", said => said.Letter.LiesAhead(Steps.SelfEvaluation)),
        new(Subject + "engagement meeting on {date:meeting}"),
    ];

    private static bool IsAboutDay(Said said) => said.Letter.Owed.About.Select(said.Letter.Plan.Find).OfType<PlannedStep>().Any(step => DatePhrase.IsPlain(said.Letter, step, said.Words[0]));
}
