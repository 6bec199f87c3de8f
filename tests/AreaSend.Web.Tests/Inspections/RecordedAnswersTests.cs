using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Web.Inspections;
using AreaSend.Web.Inspections.Actions;
using AreaSend.Web.Reading;
using AreaSend.Web.Tests.Components.Forms;
using NodaTime;

namespace AreaSend.Web.Tests.Inspections;

/// <summary>Whoever corrects an entry finds each answer as it was recorded: sent back as they are, the answers say what is recorded.</summary>
public sealed class RecordedAnswersTests(FormsHost forms) : IClassFixture<FormsHost>
{
    private static readonly Instant At = LondonTime.At(new LocalDate(2025, 9, 8), new LocalTime(9, 12, 34));

    /// <summary>A fact of each kind that can be corrected, with every answer that its form asks for.</summary>
    private static readonly Dictionary<string, (string Kind, Func<InspectionCase, Fact> Fact)[]> Facts = new()
    {
        ["items-received"] = [(InspectionKind.Full, _ => new ItemReceived(At, "list-1")), (InspectionKind.Full, _ => new ItemReceived(At, "2.4"))],
        ["children-selected"] = [(InspectionKind.Full, _ => new ChildrenSelected(At, 5))],
        ["support-discussed"] = [(InspectionKind.Monitoring, _ => new SupportDiscussed(At, [SupportPartner.NhsEngland]))],
        ["self-evaluation-received"] = [(InspectionKind.Engagement, _ => new SelfEvaluationReceived(At))],
        ["agenda-agreed"] = [(InspectionKind.Engagement, _ => new AgendaAgreed(At, [.. MeetingParties.OfTheAgenda.Take(2)]))],
        ["meeting-held"] = [(InspectionKind.Engagement, _ => new MeetingHeld(At, [.. Enum.GetValues<MeetingParty>().Skip(1)]))],
        ["meeting-letter-sent"] = [(InspectionKind.Engagement, _ => new MeetingLetterSent(At, "Waiting times", "Autumn 2026", "A plan"))],
        ["revisit-letter-shared"] = [(InspectionKind.Revisit, @case => new RevisitLetterShared(At, [.. @case.Grounds!.Matters.Select(matter => new WeaknessProgress(matter, false))], ["Data", "Joint commissioning"]))],
        ["draft-shared"] = [(InspectionKind.Full, _ => new DraftReportShared(At))],
        ["comments-received"] = [(InspectionKind.Full, _ => new CommentsReceived(At))],
        ["final-shared"] =
        [
            (InspectionKind.Full, _ => new FinalReportShared(At, new Outcome.Inconsistent())),
            (InspectionKind.Full, _ => new FinalReportShared(At, new Outcome.WidespreadFailings("Barsetshire", IsSeparate: true, ["Waiting times", "Plans"]))),
            (InspectionKind.Monitoring, @case =>
                new FinalReportShared(At, Outcome: null, new MonitoringResult([.. @case.Grounds!.Matters.Select((matter, place) => new PriorityAreaResult(matter, place == 0))])
            {
                NewWeaknesses = ["Data"], Plan = new ResponsibleAuthority("Barsetshire", IsSeparate: true), NextFullBy = new LocalDate(2026, 2, 27),
            })),
        ],
        ["complaint-received"] = [(InspectionKind.Full, _ => new ComplaintReceived(At))],
        ["complaint-resolved"] = [(InspectionKind.Full, _ => new ComplaintWasResolved(At, ComplaintResult.UpheldInPart))],
        ["published"] = [(InspectionKind.Full, _ => new ReportPublished(At, "https://reports.example.org/888"))],
        ["plan-received"] = [(InspectionKind.Full, _ => new PlanReceived(At))],
        ["plan-returned"] = [(InspectionKind.Full, _ => new PlanReturned(At, "Milestones"))],
        ["plan-confirmed"] = [(InspectionKind.Full, _ => new PlanWasConfirmed(At))],
        ["plan-published"] = [(InspectionKind.Full, _ => new PlanPublished(At, "https://plans.example.org/888"))],
        ["deferral-asked"] = [(InspectionKind.Full, _ => new DeferralAsked(At, "A flood"))],
        ["deferral-decided"] = [(InspectionKind.Full, _ => new DeferralDecided(At, Granted: false, "The flood is over")), (InspectionKind.Full, _ => new DeferralDecided(At, Granted: true, "The flood goes on"))],
        ["paused"] = [(InspectionKind.Full, _ => new InspectionPaused(At, "A flood"))],
        ["withdrawn"] = [(InspectionKind.Full, _ => new InspectionWithdrawn(At, "The wrong area"))],
    };

    public static TheoryData<string> Correctable => [.. Facts.Keys];

    [Theory]
    [MemberData(nameof(Correctable))]
    public async Task SentBackAsTheyAre_SayWhatIsRecorded(string key)
    {
        foreach (var (kind, build) in Facts[key])
        {
            var view = (await forms.Host.Get<InspectionViews>().FindAsync(await forms.InspectionAsync(kind, [])))!;
            var fact = build(view.Case);
            var after = view.Loaded.Inspection.With(fact, At, Recorder.Coordinator);
            view = view with { Loaded = view.Loaded with { Inspection = after }, Now = view.Now + Duration.FromHours(3) };
            var correction = CorrectFact.Of(view, after.Case.Recorded.Count, CorrectFact.Otherwise)!;

            var answers = correction.Fill(new Answers(view, Form: null));
            var again = Assert.IsType<FactCorrected>(correction.Request(answers).Facts[0](after.Case, view.Plan, view.Now)).Instead;

            Assert.Equal(EventJson.Write(fact), EventJson.Write(again!));
        }
    }

    // Resuming asks nothing, so there is no answer to put right.
    [Fact]
    public async Task Facts_AreThoseOfEveryActionWhoseEntryCanBeSaidOtherwise()
    {
        var view = (await forms.Host.Get<InspectionViews>().FindAsync(await forms.InspectionAsync()))!;
        var correctable = InspectionAction.All.Where(action => action.Key != "resumed" && action.Records is { } kind
            && CorrectionRules.CanBeCorrected(new RecordedEvent(1, view.Now, Recorder.Coordinator, Sample(kind))));

        Assert.Equal(correctable.Select(action => action.Key).Order(StringComparer.Ordinal), Facts.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("final-shared", "input[name='Form.Outcome'][value='2']")]
    [InlineData("published", "input[name='Form.Link'][value='https://reports.example.org/888']")]
    [InlineData("children-selected", "input[name='Form.Children'][value='5']")]
    public async Task Otherwise_IsAPageWithTheAnswersFilledIn(string key, string field)
    {
        var inspection = await forms.InspectionAsync(Course(key));
        var seq = (await forms.Inspections.FindAsync(inspection))!.Case.Recorded.Last(recorded => recorded.Event.GetType() == InspectionAction.Find(key)!.Records).Seq;

        var page = await (await forms.CoordinatorAsync()).OpenAsync($"/inspections/{inspection}/correct/{seq}/otherwise");

        var filled = page.QuerySelector(field);
        Assert.NotNull(filled);
        Assert.True(filled.GetAttribute("type") != "radio" || filled.HasAttribute("checked"));
        Assert.Equal("8", page.QuerySelector("input[name='Form.Day.Day']")!.GetAttribute("value"));
    }

    private static BuildFact[] Course(string key) => key == "children-selected" ? [(_, _, now) => new ChildrenSelected(now, 5)] :
    [
        (_, _, now) => new OnSiteStarted(now), (_, _, now) => new OnSiteEnded(now), (_, _, now) => new DraftReportShared(now), (_, _, now) => new CommentsReceived(now),
        (_, _, now) => new FinalReportShared(now, new Outcome.Inconsistent()),
        .. key == "published"
            ? (BuildFact[])[(_, _, now) => new ComplaintReceived(now), (_, _, now) => new ComplaintWasResolved(now, ComplaintResult.NotUpheld), (_, _, now) => new ReportPublished(now, "https://reports.example.org/888")]
            : [],
    ];

    private static Fact Sample(Type kind) => (Fact)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(kind);
}
