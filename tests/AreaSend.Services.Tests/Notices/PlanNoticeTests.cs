using AreaSend.Core.Inspections;

namespace AreaSend.Services.Tests.Notices;

/// <summary>The plan that follows the report (handbook, paragraphs 143 to 150).</summary>
public sealed class PlanNoticeTests
{
    private static readonly PlanReceived Received = new(SampleInspection.At(2025, 12, 29));

    [Fact]
    public async Task PlanReminder_PriorityActionPlan_SaysWhatItMustInclude()
    {
        var notice = await Composing.ComposeAsync(SampleInspection.Published().Request("plan-reminder", RecipientRole.PrincipalAuthority));

        notice.IsSound();
        Assert.Equal("Fictional Area: plan due by Tuesday 30 December 2025", notice.Subject);
        notice.Says("The priority action plan (area SEND)", "is due by Tuesday 30 December 2025 (fixed)", "have not received it yet", "both Ofsted and CQC", "the responsible partner for each proposed action", "the period within which");
    }

    [Fact]
    public async Task PlanReminder_StrategicPlan_AsksTheAreaToPublishIt()
    {
        var notice = await Composing.ComposeAsync(SampleInspection.Published(new Outcome.TypicallyPositive()).Request("plan-reminder", RecipientRole.Dcs));

        notice.IsSound();
        notice.Says("The strategic plan", "Tuesday 30 December 2025 (fixed)", "updates and publishes", "accessible to children and young people");
        notice.NeverSays("priority action");
    }

    [Theory]
    [InlineData(RecipientRole.Dcs)]
    [InlineData(RecipientRole.Icb)]
    public async Task PlanOverdue_SaysSinceWhenAndWhoseItIs(RecipientRole to)
    {
        var notice = await Composing.ComposeAsync(SampleInspection.Published().Request("plan-overdue", to));

        notice.IsSound();
        notice.Says("was due by Tuesday 30 December 2025 (fixed)", "have not received it yet");
    }

    /// <summary>A plan that came in time and was sent back has been received: whatever is due of it, nobody says that it never came.</summary>
    [Theory]
    [InlineData("plan-overdue", RecipientRole.Dcs)]
    [InlineData("plan-overdue", RecipientRole.Icb)]
    [InlineData("plan-reminder", RecipientRole.PrincipalAuthority)]
    public async Task Plan_ReceivedAndSentBack_IsNotCalledNeverReceived(string template, RecipientRole to)
    {
        var inspection = SampleInspection.Published().With(Received).With(new PlanReturned(SampleInspection.At(2025, 12, 29, 15), "A fictional gap."));

        var notice = await Composing.ComposeAsync(inspection.Request(template, to));

        notice.IsSound();
        notice.Says("received it on Monday 29 December 2025 and sent it back on Monday 29 December 2025; they have not received it again");
        notice.NeverSays("have not received it yet", "We have no record");
    }

    [Fact]
    public async Task PlanReturned_BeforeItsDeadline_SaysThatTheDeadlineStands()
    {
        var inspection = SampleInspection.Published().With(new PlanReceived(SampleInspection.At(2025, 12, 10))).With(new PlanReturned(SampleInspection.At(2025, 12, 15), "A fictional gap."));

        var notice = await Composing.ComposeAsync(inspection.Request("plan-returned", RecipientRole.PrincipalAuthority));

        notice.Says("The deadline for it, Tuesday 30 December 2025 (fixed), has not passed");
        notice.NeverSays("was to be submitted", "as soon as possible");
    }

    /// <summary>Paragraph 144: partnerships should aim to update their plan within 35 working days; that is no debt.</summary>
    [Fact]
    public async Task PlanOverdue_StrategicPlan_AsksAndDoesNotScold()
    {
        var notice = await Composing.ComposeAsync(SampleInspection.Published(new Outcome.Inconsistent()).Request("plan-overdue", RecipientRole.Icb));

        notice.IsSound();
        notice.Says("should aim for that day", "If it is published, reply to this e-mail with its address");
        notice.NeverSays("overdue", "not received");
    }

    [Fact]
    public async Task PlanConfirmed_AsksForPublicationWithinFiveWorkingDays()
    {
        var inspection = SampleInspection.Published().With(Received).With(new PlanWasConfirmed(SampleInspection.At(2026, 1, 12)));

        var notice = await Composing.ComposeAsync(inspection.Request("plan-confirmed", RecipientRole.Dcs));

        notice.IsSound();
        notice.Says("confirmed on Monday 12 January 2026", "Monday 19 January 2026 (fixed)", "Supply a copy", "reasonable charge");
    }

    [Fact]
    public async Task PlanReturned_SaysWhatIsMissing()
    {
        var inspection = SampleInspection.Published().With(Received).With(new PlanReturned(SampleInspection.At(2026, 1, 12), "No period is given for <action> 3."));

        var notice = await Composing.ComposeAsync(inspection.Request("plan-returned", RecipientRole.PrincipalAuthority));

        notice.IsSound();
        notice.Says("sent it back on Monday 12 January 2026", "What is missing: No period is given for <action> 3.", "again to both Ofsted and CQC");
    }

    /// <summary>Feedback on the plan comes from others under the edition of 7 July 2025 (¶ 149); it is submitted as before.</summary>
    [Fact]
    public async Task PlanReturned_UnderTheEditionOfJuly2025_SaysWhoGaveFeedback()
    {
        var inspection = SampleInspection.Planned(edition: "area-send-2025-07-07").With(new Notified(SampleInspection.At(2025, 9, 8)))
            .With(new OnSiteStarted(SampleInspection.At(2025, 9, 22))).With(new OnSiteEnded(SampleInspection.At(2025, 9, 26, 17))).With(new DraftReportShared(SampleInspection.At(2025, 10, 16)))
            .With(new FinalReportShared(SampleInspection.At(2025, 11, 7), new Outcome.WidespreadFailings("Fictional Council"))).With(new ReportPublished(SampleInspection.At(2025, 11, 19), "https://reports.example.org/999"))
            .With(Received);
        var returned = await Composing.ComposeAsync(inspection.With(new PlanReturned(SampleInspection.At(2026, 1, 12), "No period.")).Request("plan-returned", RecipientRole.PrincipalAuthority));
        var confirmed = await Composing.ComposeAsync(inspection.With(new PlanWasConfirmed(SampleInspection.At(2026, 1, 12))).Request("plan-confirmed", RecipientRole.Dcs));

        returned.IsSound();
        returned.Says("DfE and NHS England reviewed the priority action plan", "again to both Ofsted and CQC");
        confirmed.IsSound();
        confirmed.Says("DfE and NHS England confirmed on Monday 12 January 2026");
        confirmed.NeverSays("Ofsted and CQC confirmed");
    }

    /// <summary>A complaint can hold the report back until after its plan is due: what the plan lacks would repeat a finding.</summary>
    [Theory]
    [InlineData("plan-returned")]
    [InlineData("plan-reminder")]
    public async Task PlanReturned_ReportNotPublished_KeepsWhatIsMissingToItself(string template)
    {
        var inspection = SampleInspection.WithFinal()
            .With(new ComplaintReceived(SampleInspection.At(2025, 11, 12)))
            .With(Received)
            .With(new PlanReturned(SampleInspection.At(2026, 1, 12), "No measure against a fictional failing."));

        var notice = await Composing.ComposeAsync(inspection.Request(template, RecipientRole.Dcs));

        notice.IsSound();
        notice.Says("sent", "back on Monday 12 January 2026");
        notice.NeverSays("fictional failing", "priority action");
    }
}
