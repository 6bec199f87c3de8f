using AreaSend.Core.Inspections;

namespace AreaSend.Services.Tests.Notices;

/// <summary>What the area is told about files that it sent, and about items that inspectors ask for besides (handbook, paragraphs 87 and 195).</summary>
public sealed class UploadNoticeTests
{
    private const string Because = "The file contains macros: save it without them or as a PDF, and send that.";

    [Fact]
    public async Task UploadRefused_SaysForWhichItemsWhenAndHowToMendIt()
    {
        var notice = await Composing.ComposeAsync(Refused("2.4", "7.3/B").Request("upload-refused", RecipientRole.Lano));

        notice.IsSound();
        Assert.Equal("Fictional Area: a file you sent could not be accepted", notice.Subject);
        notice.Says("Wednesday 10 September 2025, 10am", "2.4: Tribunals and single route of redress", "7.3: Pen portrait, for Child B", Because, "Friday 12 September 2025, 5pm (fixed)");
        notice.LinksTo("https://areasend.example.org/lano");
    }

    [Fact]
    public async Task UploadRefused_ItemAnsweredByAnotherFile_IsNotCalledStillToBeSent()
    {
        var inspection = Refused("2.4", "2.5").With(new ItemReceived(SampleInspection.At(2025, 9, 10, 9), "2.4"));

        var notice = await Composing.ComposeAsync(inspection.Request("upload-refused", RecipientRole.Lano));

        notice.Says("This item is still to be sent:", "2.5: Information about specific cohorts: by Friday 12 September 2025, 5pm (fixed)");
        notice.NeverSays("2.4: Tribunals and single route of redress: ");
    }

    [Fact]
    public async Task ExtraItem_SaysWhatWhyAndByWhen()
    {
        var notice = await Composing.ComposeAsync(Asked().Request("extra-item", RecipientRole.Lano));

        notice.IsSound();
        Assert.Equal("Fictional Area: inspectors ask for one more item, due Monday 15 September 2025, 5pm", notice.Subject);
        notice.Says("Minutes of the fictional board", "Why: To see what was decided.", "Monday 15 September 2025, 5pm (fixed)");
    }

    [Fact]
    public async Task AnnexAReminder_OfAnExtraItem_CallsItByItsTitle()
    {
        var notice = await Composing.ComposeAsync(Asked().Request("annex-a-reminder", RecipientRole.Lano, ["extra-1"]));

        notice.IsSound();
        Assert.Equal("Fictional Area: Annex A information still outstanding, due Monday 15 September 2025, 5pm", notice.Subject);
        notice.Says("Minutes of the fictional board");
        notice.NeverSays("extra-1", "2.4:");
    }

    private static SampleInspection Refused(params string[] items) => SampleInspection.WithLano()
        .With(new ChildrenSelected(SampleInspection.At(2025, 9, 9, 16), 2))
        .With(new UploadArrived(SampleInspection.At(2025, 9, 10, 10), SampleInspection.Document, items))
        .With(new UploadRefused(SampleInspection.At(2025, 9, 10, 10, 1), SampleInspection.Document, "macros", Because));

    private static SampleInspection Asked() => SampleInspection.WithLano()
        .With(new ExtraItemAsked(SampleInspection.At(2025, 9, 10, 11), "extra-1", "Minutes of the fictional board", "To see what was decided.", new LocalDate(2025, 9, 15), new LocalTime(17, 0)));
}
