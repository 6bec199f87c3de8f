using AreaSend.Services.Mail;
using AreaSend.Testing;
using Microsoft.Extensions.Options;
using MimeKit;
using NodaTime.Testing;

namespace AreaSend.Services.Tests.Mail;

public sealed class EmlFolderSenderTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2025, 10, 16, 8, 0);
    private readonly TemporaryFolder _folder = new();
    private readonly FakeClock _clock = new(Now);

    [Fact]
    public async Task Send_AnEmail_IsReadBackWhole()
    {
        var mail = Mails.To();

        await SendAsync(mail);
        var read = await ReadAsync();

        Assert.Equal(mail.Subject, read.Subject);
        Assert.Equal("Ofsted <ofsted-area-send@example.org>", read.From.ToString().Replace("\"", ""));
        Assert.Equal(("Zoë O'Connor", "zoe@example.org"), (read.To.Mailboxes.Single().Name, read.To.Mailboxes.Single().Address));
        Assert.Equal(mail.Text, read.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(mail.Html, read.HtmlBody);
        Assert.Equal(new DateTimeOffset(2025, 10, 16, 9, 0, 0, TimeSpan.FromHours(1)), read.Date);
        Assert.Equal(mail.Key, read.Headers["X-AreaSend-Key"]);
        Assert.EndsWith("@example.org", read.MessageId);
        Assert.Equal("multipart/alternative", read.Body!.ContentType.MimeType);
    }

    [Fact]
    public async Task Send_TheSameKeyAgain_ReplacesTheFileAndKeepsTheMessageId()
    {
        await SendAsync(Mails.To());
        var first = (await ReadAsync()).MessageId;
        _clock.AdvanceHours(1);

        await SendAsync(Mails.To());

        Assert.Equal(first, (await ReadAsync()).MessageId);
    }

    [Fact]
    public async Task Send_KeysThatDifferInASign_MakeTwoFiles()
    {
        await SendAsync(Mails.To(key: "a:b"));
        await SendAsync(Mails.To(key: "a_b"));
        await SendAsync(Mails.To(key: "../a/b"));

        Assert.Equal(3, Directory.GetFiles(_folder.Path, "*.eml").Length);
    }

    [Fact]
    public async Task Send_LineBreaksInNameAndSubject_AddNoHeader()
    {
        var mail = Mails.To(name: "Zoë\r\nBcc: someone@example.org") with { Subject = "Report\r\nBcc: someone@example.org" };

        await SendAsync(mail);

        Assert.Empty((await ReadAsync()).Bcc);
    }

    [Theory]
    [InlineData("")]
    [InlineData("zoe")]
    [InlineData("zoe@")]
    [InlineData("Zoe <zoe@example.org>")]
    [InlineData("zoe@example.org, someone@example.org")]
    [InlineData("zoe@example.org\r\nBcc: someone@example.org")]
    public async Task Send_MalformedAddress_IsRefusedWithoutRepeatingIt(string address)
    {
        var refused = Assert.IsType<MailResult.Refused>(await SendAsync(Mails.To(address)));

        Assert.DoesNotContain("zoe", refused.Because);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Send_FolderCannotBeWritten_SaysSoAndLeavesNothing()
    {
        await File.WriteAllTextAsync(_folder.File("outbox"), "a file where the folder should be");

        var later = Assert.IsType<MailResult.TryLater>(await SendAsync(Mails.To(), _folder.File("outbox")));

        Assert.Contains("outbox folder", later.Because);
    }

    public void Dispose() => _folder.Dispose();

    private Task<MailResult> SendAsync(Services.Mail.Mail mail, string? outbox = null) =>
        new EmlFolderSender(Options.Create(new MailOptions { Folder = outbox ?? _folder.Path }), _clock).SendAsync(mail, TestContext.Current.CancellationToken);

    private async Task<MimeMessage> ReadAsync() => await MimeMessage.LoadAsync(Assert.Single(Directory.GetFileSystemEntries(_folder.Path)));
}
