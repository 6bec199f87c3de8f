using AreaSend.Core.Inspections;

namespace AreaSend.Services.Tests.Notices;

/// <summary>What the area is told of what it hands in: that it came, late or not, and never what it is called or says.</summary>
public class HandInNoticeTests
{
    [Theory]
    [InlineData(10, 30, false)] // the tenth working day after the draft
    [InlineData(10, 31, true)]
    public async Task HandedIn_Comments_SaysThatTheyCameAndWhetherLate(int month, int day, bool isLate)
    {
        var notice = await Composing.ComposeAsync(HandedIn(month, day).Request("handed-in", RecipientRole.Lano));

        notice.IsSound();
        notice.Says("comments on the draft report");
        Assert.Equal(isLate, notice.Text.Contains("It came after its deadline.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refused_Comments_SaysWhatIsWrongAndThatTheirComingStands()
    {
        var refused = HandedIn(10, 20).With(new PaperRefused(SampleInspection.At(2025, 10, 20, 13), SampleInspection.Document, "macros", "The file contains macros: save it without them and send that."));

        var notice = await Composing.ComposeAsync(refused.Request("hand-in-refused", RecipientRole.Lano));

        notice.IsSound();
        notice.Says("The file contains macros: save it without them and send that.");
        notice.Says("That it was handed in, and when, stands");
    }

    /// <summary>That a priority action plan is asked for gives the outcome away: until publication an e-mail says "the plan".</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task HandedIn_ThePlan_IsNamedOnceTheReportIsPublished(bool isPublished)
    {
        var outcome = new Outcome.WidespreadFailings("Fictional Trust");
        var inspection = isPublished ? SampleInspection.Published(outcome) : SampleInspection.WithFinal(outcome);
        inspection = inspection.With(new PlanReceived(SampleInspection.At(2025, 12, 1)));
        inspection = inspection.With(new PaperFiled(SampleInspection.At(2025, 12, 1), SampleInspection.Document, PaperKind.Plan.Key, inspection.Case.Events.Count));

        var notice = await Composing.ComposeAsync(inspection.Request("handed-in", RecipientRole.Lano));

        Assert.Equal(isPublished, notice.Text.Contains("priority action plan", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("plan", notice.Text, StringComparison.Ordinal);
    }

    private static SampleInspection HandedIn(int month, int day)
    {
        var inspection = SampleInspection.WithDraft().With(new CommentsReceived(SampleInspection.At(2025, month, day)));
        return inspection.With(new PaperFiled(SampleInspection.At(2025, month, day), SampleInspection.Document, PaperKind.Comments.Key, inspection.Case.Events.Count));
    }
}
