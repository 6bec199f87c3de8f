using AreaSend.Core.Inspections;

namespace AreaSend.Services.Tests.Notices;

public sealed class NoticeComposerTests
{
    [Fact]
    public async Task Compose_HostileName_IsEscapedInHtmlAndWholeInText()
    {
        var notice = await Composing.ComposeAsync(SampleInspection.Notified().Request("notification", RecipientRole.Dcs));

        notice.IsSound();
        notice.Says("Dear Zoë O'Connor <& Sons>");
        Assert.Contains("&lt;&amp; Sons&gt;", notice.Html);
    }

    [Fact]
    public async Task Compose_LineBreakInTheAreasName_StaysOneSubject()
    {
        var request = SampleInspection.Notified().Request("notification", RecipientRole.Dcs) with { AreaName = "Fictional\r\nBcc: someone@example.org" };

        var notice = await Composing.ComposeAsync(request);

        Assert.Equal("Area SEND inspection of Fictional Bcc: someone@example.org: notification", notice.Subject);
    }

    [Fact]
    public async Task Compose_NoSuchTemplate_SaysWhich()
    {
        var request = SampleInspection.Notified().Request("notification", RecipientRole.Dcs) with { Template = "nothing" };

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => Composing.ComposeAsync(request));

        Assert.Contains("nothing", refusal.Message);
    }

    [Fact]
    public async Task Compose_Twice_SaysTheSame()
    {
        var request = SampleInspection.Notified().Request("notification", RecipientRole.Icb);

        Assert.Equal(await Composing.ComposeAsync(request), await Composing.ComposeAsync(request));
    }
}
