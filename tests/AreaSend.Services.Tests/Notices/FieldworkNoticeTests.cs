using AreaSend.Core.Inspections;

namespace AreaSend.Services.Tests.Notices;

/// <summary>Weeks 2 and 3 (handbook, paragraphs 95 to 97, 122 to 133, 155).</summary>
public sealed class FieldworkNoticeTests
{
    [Theory]
    [InlineData(RecipientRole.Lano, "agree the timetable of activities with you")]
    [InlineData(RecipientRole.Dcs, "leaders and practitioners are free")]
    [InlineData(RecipientRole.Icb, "your representative")]
    public async Task FieldworkStarts_HasDatesAndTheRecipientsPart(RecipientRole to, string said)
    {
        var notice = await Composing.ComposeAsync(SampleInspection.WithLano().Request("fieldwork-starts", to));

        notice.IsSound();
        Assert.Equal("Fictional Area: inspection fieldwork begins on Thursday 18 September 2025", notice.Subject);
        notice.Says("Thursday 18 September 2025 (fixed)", "Monday 22 September 2025 (fixed)", said);
    }

    [Theory]
    [InlineData(RecipientRole.Lano)]
    [InlineData(RecipientRole.Dcs)]
    [InlineData(RecipientRole.Icb)]
    public async Task OnSiteStarts_HasDatesPeopleAndMeetings(RecipientRole to)
    {
        var notice = await Composing.ComposeAsync(SampleInspection.WithLano().Request("on-site-starts", to));

        notice.IsSound();
        notice.Says("Monday 22 September 2025 (fixed)", "Friday 26 September 2025 (fixed)", "Keep-in-touch meetings", "attendance is voluntary", "colleague of their choice");
    }

    [Fact]
    public async Task ConcernsCall_HasTheDayAndTheNumber()
    {
        var notice = await Composing.ComposeAsync(SampleInspection.AfterOnSite().Request("concerns-call", RecipientRole.Dcs), ("AreaSend:Notices:ConcernsTelephone", "0300 000 0000"));

        notice.IsSound();
        notice.Says("Friday 26 September 2025", "Monday 29 September 2025 (fixed)", "0300 000 0000", "by Thursday 16 October 2025", "Thursday 30 October 2025 (forecast)");
    }

    [Fact]
    public async Task ConcernsCall_NumberNotSet_SaysHowToGetIt()
    {
        var notice = await Composing.ComposeAsync(SampleInspection.AfterOnSite().Request("concerns-call", RecipientRole.Icb));

        notice.Says("Reply to this e-mail for the number");
    }
}
