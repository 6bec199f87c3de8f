using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Tests.Timetables;

namespace AreaSend.Core.Tests.Inspections;

/// <summary>Facts that cannot be true, and the sentence that says what to do. Each course is the inspection on site on 22 September 2025.</summary>
public sealed class FactRulesTests
{
    private const string Link = "https://reports.example.org/888";

    private static readonly Dictionary<string, Func<Course>> Courses = new()
    {
        ["planned"] = () => new Course("2025-09-22"),
        ["notified"] = () => RunTo("2025-09-08 12:00"),
        ["selected"] = () => RunTo("2025-09-09 09:30").Record(new ChildrenSelected(At("2025-09-09 10:00"), 2)),
        ["paused"] = () => RunTo("2025-09-10 12:00").Pause("2025-09-10 12:00"),
        ["deferral asked"] = () => RunTo("2025-09-10 12:00").Record(new DeferralAsked(At("2025-09-10 12:00"), "Flood")),
        ["deferred"] = () => RunTo("2025-09-10 12:00").Record(new DeferralAsked(At("2025-09-10 12:00"), "Flood"))
            .Record(new DeferralDecided(At("2025-09-11 12:00"), Granted: true, "Flood")),
        ["withdrawn"] = () => RunTo("2025-09-10 12:00").Record(new InspectionWithdrawn(At("2025-09-11 12:00"), "Boundaries change")),
        ["ended"] = () => RunTo("2025-09-26 17:00"),
        ["draft"] = () => RunTo("2025-09-26 17:00").Record(new DraftReportShared(At("2025-10-16"))),
        ["final 1"] = () => CertaintyTests.UpToFinal(1),
        ["final 3"] = () => CertaintyTests.UpToFinal(3),
        ["complaint"] = () => CertaintyTests.UpToFinal(1).Record(new ComplaintReceived(At("2025-11-10"))),
        ["resolved"] = () => CertaintyTests.UpToFinal(1).Record(new ComplaintReceived(At("2025-11-10"))).Record(new ComplaintWasResolved(At("2025-11-20"))),
        ["published 1"] = () => CertaintyTests.UpToFinal(1).Record(new ReportPublished(At("2025-11-19"), Link)),
        ["plan received"] = () => CertaintyTests.UpToFinal(3).Record(new PlanReceived(At("2025-12-15"))),
        ["plan confirmed"] = () => CertaintyTests.UpToFinal(3).Record(new PlanReceived(At("2025-12-15"))).Record(new PlanWasConfirmed(At("2026-01-12"))),
        ["complete"] = Complete,
        ["plan published"] = () => CertaintyTests.UpToFinal(1).Record(new PlanPublished(At("2025-12-15"))),
    };

    public static TheoryData<string, Fact, string> Refusals { get; } = new()
    {
        { "planned", new LanoNominated(At("2025-09-01"), Guid.Empty), "The area has not been notified yet, so this cannot have happened. Wait for the notification day." },
        { "planned", new ItemReceived(At("2025-09-01"), "1.1"), "The area has not been notified yet, so this cannot have happened. Wait for the notification day." },
        { "planned", new InspectionPaused(At("2025-09-01"), "Flood"), "The area has not been notified yet, so nothing has begun that could be paused. Change the on-site week or withdraw the inspection." },
        { "planned", new OnSiteStarted(At("2025-09-01")), "The area has not been notified yet, so this cannot have happened. Wait for the notification day." },
        { "planned", new DraftReportShared(At("2025-09-01")), "The on-site days have not ended yet, so there can be no draft report." },
        { "planned", new FinalReportShared(At("2025-09-01"), Outcomes.Of(1)), "The draft report has not been shared yet. Record that first." },
        { "planned", new ReportPublished(At("2025-09-01"), Link), "The final report has not been shared yet. Record that first." },
        { "planned", new PlanReceived(At("2025-09-01")), "The final report has not been shared yet. Record that first." },
        { "planned", new InspectionWithdrawn(At("2025-09-01"), ""), "Give a reason. The area is told it, so name no child or young person." },
        { "notified", new Notified(At("2025-09-08 12:00")), "The leaders have already been notified, on Monday 8 September 2025." },
        { "notified", new LanoNominated(At("2025-09-05"), Guid.Empty), "The area was notified on Monday 8 September 2025; enter that day or a later one." },
        { "notified", new DeputyNamed(At("2025-09-08 12:00"), Guid.Empty), "No officer has been nominated. Record the nomination first." },
        { "selected", new DeputyNamed(At("2025-09-05"), Guid.Empty), "No officer has been nominated. Record the nomination first." },
        { "notified", new ItemReceived(At("2025-09-08 12:00"), "8.1"), "Annex A has no item 8.1. Use a number from the list." },
        { "notified", new ItemReceived(At("2025-09-08 12:00"), "7.1/A"), "Annex A has no item 7.1/A for the children selected so far. Use a number from the list." },
        { "notified", new ChildrenSelected(At("2025-09-08 12:00"), 0), "Enter how many children and young people were selected: about 6, and between 1 and 26." },
        { "notified", new ChildrenSelected(At("2025-09-08 12:00"), 27), "Enter how many children and young people were selected: about 6, and between 1 and 26." },
        { "notified", new InspectionResumed(At("2025-09-08 12:00"), []), "The inspection is not paused, so it cannot be resumed." },
        { "notified", new InspectionPaused(At("2025-09-08 12:00"), " "), "Give a reason. The area is told it, so name no child or young person." },
        { "notified", new DeferralAsked(At("2025-09-08 12:00"), ""), "Give a reason. The area is told it, so name no child or young person." },
        { "notified", new DeferralDecided(At("2025-09-08 12:00"), true, "Flood"), "No request for deferral is waiting for a decision. Record the request first." },
        { "notified", new OnSiteEnded(At("2025-09-08 12:00")), "Inspectors have not come on site yet, so the on-site days cannot have ended." },
        { "selected", new ItemReceived(At("2025-09-09 12:00"), "7.1/C"), "Annex A has no item 7.1/C for the children selected so far. Use a number from the list." },
        { "selected", new ChildrenSelected(At("2025-09-09 12:00"), 6), "The children have already been selected, on Tuesday 9 September 2025." },
        { "paused", new InspectionPaused(At("2025-09-11"), "Flood"), "The inspection is already paused." },
        { "paused", new InspectionResumed(At("2025-09-10 11:00"), []), "It cannot be resumed before the moment it was paused." },
        { "deferral asked", new DeferralAsked(At("2025-09-11"), "Flood"), "A request for deferral is already waiting for a decision. Decide that one first." },
        { "deferral asked", new DeferralDecided(At("2025-09-11"), true, ""), "Give a reason. The area is told it, so name no child or young person." },
        { "deferred", new ItemReceived(At("2025-09-12"), "1.1"), "This inspection was deferred on Thursday 11 September 2025. Plan another one, and record it there." },
        { "withdrawn", new ItemReceived(At("2025-09-12"), "1.1"), "This inspection was withdrawn on Thursday 11 September 2025. Nothing more can be recorded on it." },
        { "withdrawn", new InspectionWithdrawn(At("2025-09-12"), "Again"), "This inspection was withdrawn on Thursday 11 September 2025. Nothing more can be recorded on it." },
        { "ended", new SurveysClosed(At("2025-09-26 17:00")), "The surveys have already closed, on Tuesday 16 September 2025." },
        { "ended", new FieldworkStarted(At("2025-09-26 17:00")), "Fieldwork has already begun, on Thursday 18 September 2025." },
        { "ended", new OnSiteStarted(At("2025-09-26 17:00")), "Inspectors have already come on site, on Monday 22 September 2025." },
        { "ended", new OnSiteEnded(At("2025-09-26 17:00")), "The on-site days have already ended, on Friday 26 September 2025." },
        { "ended", new DraftReportShared(At("2025-09-25")), "The on-site days ended on Friday 26 September 2025; enter that day or a later one." },
        { "ended", new CommentsReceived(At("2025-10-01")), "The draft report has not been shared yet. Record that first." },
        { "ended", new DeferralAsked(At("2025-09-29"), "Flood"), "The on-site days have ended, so there is no inspection left to defer." },
        { "draft", new DraftReportShared(At("2025-10-17")), "The draft report has already been shared, on Thursday 16 October 2025." },
        { "draft", new CommentsReceived(At("2025-10-15")), "The draft report was shared on Thursday 16 October 2025; enter that day or a later one." },
        { "draft", new ComplaintReceived(At("2025-10-17")), "The final report has not been shared yet. Record that first." },
        { "draft", new PlanPublished(At("2025-10-17")), "The final report has not been shared yet. Record that first." },
        { "final 1", new CommentsReceived(At("2025-11-08")), "The final report was shared on Friday 7 November 2025; comments on the draft can no longer be taken." },
        { "final 1", new FinalReportShared(At("2025-11-10"), Outcomes.Of(2)), "The final report has already been shared, on Friday 7 November 2025." },
        { "final 1", new ComplaintWasResolved(At("2025-11-10")), "No complaint has been received, so none can be resolved." },
        { "final 1", new ReportPublished(At("2025-11-14"), Link), "The local area may complain until the end of Friday 14 November 2025. The report cannot be published before that." },
        { "final 1", new ReportPublished(At("2025-11-19"), "reports/888"), "Give the web address at which the report can be read, beginning with https://." },
        { "final 1", new ReportPublished(At("2025-11-19"), "javascript:alert(1)"), "Give the web address at which the report can be read, beginning with https://." },
        { "final 1", new ReportDisseminated(At("2025-11-19")), "The report has not been published yet. Record that first." },
        { "final 1", new PlanReceived(At("2025-11-10")), "Outcome 1 asks for no priority action plan; record when the strategic plan is published." },
        { "final 1", new PlanWasConfirmed(At("2025-11-10")), "Outcome 1 asks for no priority action plan; record when the strategic plan is published." },
        { "final 3", new PlanWasConfirmed(At("2025-11-10")), "No priority action plan has been received. Record that first." },
        { "final 3", new PlanReturned(At("2025-11-10"), "No dates"), "No priority action plan has been received. Record that first." },
        { "final 3", new PlanPublished(At("2025-11-10")), "The priority action plan has not been confirmed yet. Record that first." },
        { "final 3", new PlanReceived(At("2025-11-06")), "The final report was shared on Friday 7 November 2025; enter that day or a later one." },
        { "complaint", new ReportPublished(At("2025-11-19"), Link), "A complaint holds publication. Record its resolution first." },
        { "complaint", new ComplaintReceived(At("2025-11-11")), "A complaint has already been received, on Monday 10 November 2025." },
        { "complaint", new ComplaintWasResolved(At("2025-11-09")), "The complaint was received on Monday 10 November 2025; enter that day or a later one." },
        { "resolved", new ComplaintWasResolved(At("2025-11-21")), "The complaint has already been resolved, on Thursday 20 November 2025." },
        { "published 1", new ReportPublished(At("2025-11-20"), Link), "The report has already been published, on Wednesday 19 November 2025." },
        { "published 1", new ComplaintReceived(At("2025-11-20")), "The report was published on Wednesday 19 November 2025; a complaint can no longer hold it; handle it outside this timetable." },
        { "plan received", new PlanReceived(At("2025-12-16")), "The priority action plan has already been received, on Monday 15 December 2025." },
        { "plan received", new PlanReturned(At("2025-12-16"), ""), "Give a reason. The area is told it, so name no child or young person." },
        { "plan received", new PlanWasConfirmed(At("2025-12-14")), "The plan was received on Monday 15 December 2025; enter that day or a later one." },
        { "plan confirmed", new PlanReceived(At("2026-01-13")), "The priority action plan has already been confirmed, on Monday 12 January 2026." },
        { "plan confirmed", new PlanReturned(At("2026-01-13"), "No dates"), "The priority action plan has already been confirmed, on Monday 12 January 2026." },
        { "plan confirmed", new PlanPublished(At("2026-01-11")), "The plan was confirmed on Monday 12 January 2026; enter that day or a later one." },
        { "plan published", new PlanPublished(At("2025-12-16")), "The plan has already been published, on Monday 15 December 2025." },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void WhyNot_AFactThatCannotBe_SaysWhatToDo(string course, Fact fact, string sentence) =>
        Assert.Equal(sentence, Courses[course]().WhyNot(fact));

    [Fact]
    public void WhyNot_AMomentInTheFuture_IsRefused()
    {
        var course = RunTo("2025-09-08 12:00");

        Assert.Equal(
            "Wednesday 10 September 2025 lies in the future. Record what has happened, on or before Monday 8 September 2025.",
            course.WhyNot(new LanoNominated(At("2025-09-10"), Guid.Empty), now: "2025-09-08 12:00"));
    }

    [Fact]
    public void WhyNot_AnItemTwice_IsRefused()
    {
        var course = RunTo("2025-09-08 12:00").Record(new ItemReceived(At("2025-09-08 13:00"), "list-1"));

        Assert.Equal("List 1 has already been received.", course.WhyNot(new ItemReceived(At("2025-09-08 14:00"), "list-1")));
    }

    [Theory]
    [InlineData(0, null, "Choose outcome 1, 2 or 3.")]
    [InlineData(4, "Fenborough", "Choose outcome 1, 2 or 3.")]
    [InlineData(3, null, "Name the principal authority: with outcome 3 the report says who makes the priority action plan (paragraph 147).")]
    [InlineData(3, " ", "Name the principal authority: with outcome 3 the report says who makes the priority action plan (paragraph 147).")]
    [InlineData(1, "Fenborough", "Leave the principal authority empty: outcome 1 asks for no priority action plan.")]
    public void OutcomeOf_WhatCannotBe_SaysWhatToDo(int number, string? authority, string sentence)
    {
        Assert.Null(Outcome.Of(number, authority, isSeparate: false, out var refusal));
        Assert.Equal(sentence, refusal);
    }

    [Fact]
    public void PlanReturned_AndSubmittedAgain_WaitsForReviewAgain()
    {
        var course = Courses["plan received"]().Record(new PlanReturned(At("2025-12-17"), "No dates"));
        Assert.Contains(course.Inspection.Owed(At("2025-12-17")), duty => duty.What.EndsWith("sent back on Wednesday 17 December 2025", StringComparison.Ordinal));

        course.Record(new PlanReceived(At("2025-12-22"))).Record(new PlanWasConfirmed(At("2026-01-12")));

        Assert.Equal(new LocalDate(2026, 1, 19), course.Due("plan-publication"));
    }

    public static TheoryData<Fact> WhatACompleteInspectionRefuses { get; } =
    [
        new LanoNominated(At("2026-01-05"), Guid.Empty), new ItemReceived(At("2026-01-05"), "1.1"), new ChildrenSelected(At("2026-01-05"), 6),
        new ExtraItemAsked(At("2026-01-05"), "extra-1", "Minutes", "To see them", new LocalDate(2026, 1, 12), new LocalTime(17, 0)),
        new UploadArrived(At("2026-01-05"), Guid.Empty, ["1.1"]), new DeferralAsked(At("2026-01-05"), "Flood"), new InspectionPaused(At("2026-01-05"), "Flood"),
        new DeadlineOverridden(At("2026-01-05"), "next-full-inspection", new LocalDate(2026, 2, 2), "Sooner", []), new InspectionWithdrawn(At("2026-01-05"), "Late"),
    ];

    [Theory]
    [MemberData(nameof(WhatACompleteInspectionRefuses))]
    public void WhyNot_ACompleteInspection_TakesNothingThatWouldGoOnWithIt(Fact fact) => Assert.Equal(
        "This inspection is complete: its report and its plan are published. Plan what comes after it, such as a monitoring inspection, as an inspection of its own.",
        Complete().WhyNot(fact));

    [Fact]
    public void Owed_ACompleteInspection_NothingButItsFollowUpStandsInTheTimetable()
    {
        var course = Complete();

        Assert.True(course.Case.IsComplete);
        Assert.Empty(course.Inspection.Owed(At("2026-01-05"))); // the nominated officer was never named, and no item came
        Assert.Equal(new LocalDate(2030, 9, 26), course.Due("next-full-inspection"));
    }

    [Fact]
    public void WhyNot_ALateComplaintOnACompleteInspection_IsStillResolved()
    {
        var course = CertaintyTests.UpToFinal(1).Record(new ComplaintReceived(At("2025-11-18"))); // the window closed on 14 November
        CompleteWith(course);

        Assert.Null(course.WhyNot(new ComplaintWasResolved(At("2026-01-05"))));
    }

    private static Course Complete() => CompleteWith(CertaintyTests.UpToFinal(1));

    private static Course CompleteWith(Course course)
    {
        course.Record(new ReportPublished(At("2025-11-19"), Link)).Record(new PlanPublished(At("2025-12-15")));
        course.RunTo("2025-12-15 13:00");
        return course;
    }

    private static Course RunTo(string moment)
    {
        var course = new Course("2025-09-22");
        course.RunTo(moment);
        return course;
    }

    private static Instant At(string moment) => Course.At(moment);
}
