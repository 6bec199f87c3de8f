using AreaSend.Core.Inspections;

namespace AreaSend.Services.Tests.Notices;

/// <summary>Draft, final report, complaint and publication (handbook, paragraphs 133 to 140, 154, 156).</summary>
public sealed class ReportNoticeTests
{
    private static readonly ComplaintReceived InTime = new(SampleInspection.At(2025, 11, 12));

    [Theory]
    [InlineData(RecipientRole.Dcs)]
    [InlineData(RecipientRole.Icb)]
    [InlineData(RecipientRole.Lano)]
    public async Task DraftShared_IsConfidentialWithCommentsInTenWorkingDays(RecipientRole to)
    {
        var notice = await Composing.ComposeAsync(SampleInspection.WithDraft().Request("draft-shared", to));

        notice.IsSound();
        Assert.Equal("Fictional Area: draft report shared, comments by Thursday 30 October 2025", notice.Subject);
        notice.Says("shared with the local area on Thursday 16 October 2025", "restricted and confidential", "by Thursday 30 October 2025 (fixed)", "by Friday 7 November 2025");
    }

    [Fact]
    public async Task CommentsReminder_HasTheDeadline()
    {
        var notice = await Composing.ComposeAsync(SampleInspection.WithDraft().Request("comments-reminder", RecipientRole.Lano));

        notice.IsSound();
        notice.Says("due by Thursday 30 October 2025 (fixed)", "restricted and confidential");
    }

    [Theory]
    [InlineData(RecipientRole.Dcs)]
    [InlineData(RecipientRole.Icb)]
    [InlineData(RecipientRole.Lano)]
    public async Task FinalShared_HasComplaintPublicationPlanAndSurvey_AndNoFinding(RecipientRole to)
    {
        var notice = await Composing.ComposeAsync(SampleInspection.WithFinal().Request("final-shared", to), ("AreaSend:Notices:PostInspectionSurvey", "https://surveys.example.org/after"));

        notice.IsSound();
        Assert.Equal("Fictional Area: final report shared", notice.Subject);
        notice.Says("Friday 7 November 2025", "Friday 14 November 2025 (fixed)", "normally publish the report by Wednesday 19 November 2025", "Tuesday 30 December 2025 (fixed)", "We have no comments on the draft on record", "post-inspection survey");
        notice.LinksTo("https://surveys.example.org/after");
        notice.NeverSays("outcome", "priority action", "Fictional Council", "responses to the comments");
    }

    [Fact]
    public async Task FinalShared_CommentsReceived_SaysThatResponsesAreWithIt()
    {
        var inspection = SampleInspection.WithDraft().With(new CommentsReceived(SampleInspection.At(2025, 10, 29)))
            .With(new FinalReportShared(SampleInspection.At(2025, 11, 7), new Outcome.Inconsistent()));

        var notice = await Composing.ComposeAsync(inspection.Request("final-shared", RecipientRole.Dcs));

        notice.Says("with our responses to the comments on the draft");
        notice.NeverSays("no comments on the draft");
    }

    [Fact]
    public async Task ComplaintReceived_InTime_SaysThatItHoldsPublication()
    {
        var notice = await Composing.ComposeAsync(SampleInspection.WithFinal().With(InTime).Request("complaint-received", RecipientRole.Dcs));

        notice.IsSound();
        notice.Says("Wednesday 12 November 2025", "holds the publication", "Friday 14 November 2025 (fixed)");
    }

    [Fact]
    public async Task ComplaintReceived_Late_SaysThatPublicationStands()
    {
        var late = SampleInspection.WithFinal().With(new ComplaintReceived(SampleInspection.At(2025, 11, 17)));

        var notice = await Composing.ComposeAsync(late.Request("complaint-received", RecipientRole.LeadInspector));

        notice.IsSound();
        notice.Says("does not hold the publication", "by Wednesday 19 November 2025");
        notice.LinksTo($"https://areasend.example.org/inspections/{SampleInspection.Id}");
    }

    [Fact]
    public async Task ComplaintResolved_HasTheNewDateOfPublication()
    {
        var resolved = SampleInspection.WithFinal().With(InTime).With(new ComplaintWasResolved(SampleInspection.At(2025, 12, 1)));

        var notice = await Composing.ComposeAsync(resolved.Request("complaint-resolved", RecipientRole.Dcs));

        notice.IsSound();
        notice.Says("resolved on Monday 1 December 2025", "by Thursday 4 December 2025");
    }

    [Theory]
    [InlineData(RecipientRole.Dcs, "for a reasonable charge")]
    [InlineData(RecipientRole.Icb, "Publish the report on your organisation’s website")]
    [InlineData(RecipientRole.Lano, "Make sure that the Parent Carer Forum has a copy")]
    [InlineData(RecipientRole.Pcf, "should have given you a copy")]
    [InlineData(RecipientRole.SecretaryOfStateForEducation, "Joint Area Reviews")]
    [InlineData(RecipientRole.SecretaryOfStateForHealth, "Joint Area Reviews")]
    [InlineData(RecipientRole.PrincipalAuthority, "responsible for it: Fictional Council")]
    public async Task Published_HasTheLinkAndTheRecipientsPart(RecipientRole to, string said)
    {
        var notice = await Composing.ComposeAsync(SampleInspection.Published().Request("published", to));

        notice.IsSound();
        notice.Says("Wednesday 19 November 2025", "Fictional Council", "Tuesday 30 December 2025 (fixed)", said);
        notice.LinksTo("https://reports.example.org/999");
    }

    [Fact]
    public async Task Published_OutcomeWithoutPriorityAction_AsksForTheStrategicPlan()
    {
        var notice = await Composing.ComposeAsync(SampleInspection.Published(new Outcome.Inconsistent()).Request("published", RecipientRole.Dcs));

        notice.IsSound();
        notice.Says("aim to do so by Tuesday 30 December 2025 (fixed)", "by Tuesday 26 September 2028");
        notice.NeverSays("priority action", "monitoring inspection");
    }
}
