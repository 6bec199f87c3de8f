using AreaSend.Services.Mail;
using AreaSend.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NodaTime.Testing;

namespace AreaSend.Services.Tests.Mail;

public sealed class MailSetupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Start_NothingConfigured_WritesFilesBelowTheContentRoot()
    {
        using var host = Host(("AreaSend:Mail:Folder", "outbox"));
        await host.StartAsync(TestContext.Current.CancellationToken);

        await host.Services.GetRequiredService<IMailSender>().SendAsync(Mails.To(), TestContext.Current.CancellationToken);

        Assert.Single(Directory.GetFiles(_folder.File("outbox"), "*.eml"));
    }

    [Theory]
    [InlineData("AreaSend:Mail:Sender", "Pigeon", "Set it to Folder, SendGrid, GovukNotify or Smtp")]
    [InlineData("AreaSend:Mail:Sender", "SendGrid", "SendGrid:ApiKey is missing")]
    [InlineData("AreaSend:Mail:SendGrid:ApiKey", "SG.fictional-key", "no mail would leave this machine")]
    [InlineData("AreaSend:Mail:Smtp:Host", "mail.example.org", "no mail would leave this machine")]
    [InlineData("AreaSend:Mail:Sender", "Smtp", "Smtp:Host is missing")]
    [InlineData("AreaSend:Mail:GovukNotify:ApiKey", "fictional", "no mail would leave this machine")]
    [InlineData("AreaSend:Mail:GovukNotify:CallbackToken", "short", "could be guessed")]
    [InlineData("AreaSend:Mail:OnlyTo", "@example.org, example.org", "OnlyTo has “example.org”")]
    [InlineData("AreaSend:Mail:OfstedFrom", "nobody", "OfstedFrom is not an e-mail address")]
    [InlineData("AreaSend:Mail:CqcFrom", "", "CqcFrom is not an e-mail address")]
    public async Task Start_SettingsThatCannotWork_StopsWithASentence(string setting, string value, string sentence)
    {
        using var host = Host((setting, value));

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains(sentence, Assert.Single(refusal.Failures));
        Assert.DoesNotContain("SG.fictional-key", refusal.Message);
    }

    [Theory]
    [InlineData("AreaSend:Mail:SendGrid:Host", "http://sendgrid.example.org", "begins with https://")]
    [InlineData("AreaSend:Mail:SendGrid:Host", "sendgrid", "begins with https://")]
    [InlineData("AreaSend:Mail:SendGrid:TimeoutSeconds", "0", "more than 0")]
    public async Task Start_SendGridSettingsThatCannotWork_StopsWithASentence(string setting, string value, string sentence)
    {
        using var host = Host(("AreaSend:Mail:Sender", "SendGrid"), ("AreaSend:Mail:SendGrid:ApiKey", "SG.fictional-key"), (setting, value));

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains(sentence, Assert.Single(refusal.Failures));
    }

    [Theory]
    [InlineData("Port", "70000", "from 1 to 65535")]
    [InlineData("Security", "Perhaps", "Set it to StartTls or Tls or None.")]
    [InlineData("Security", "None", "mail would travel in the open")]
    [InlineData("User", "areasend", "belong together")]
    [InlineData("Password", "fictional", "belong together")]
    [InlineData("TimeoutSeconds", "301", "at most 300")]
    [InlineData("AuthorityFile", "/nowhere/authority.pem", "no PEM file with a certificate")]
    public async Task Start_SmtpSettingsThatCannotWork_StopsWithASentence(string setting, string value, string sentence)
    {
        using var host = Host(("AreaSend:Mail:Sender", "Smtp"), ("AreaSend:Mail:Smtp:Host", "mail.example.org"), ($"AreaSend:Mail:Smtp:{setting}", value));

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains(sentence, Assert.Single(refusal.Failures));
    }

    [Theory]
    [InlineData("ApiKey", "", "GovukNotify:ApiKey is missing")]
    [InlineData("ApiKey", "fictional", "not a key as GOV.UK Notify shows it")]
    [InlineData("TemplateId", "", "TemplateId has to be the id")]
    [InlineData("OfstedReplyToId", "ofsted@example.org", "OfstedReplyToId has to be the id of a reply-to address")]
    [InlineData("BaseAddress", "http://notify.example.org", "begins with https://")]
    [InlineData("TimeoutSeconds", "0", "more than 0")]
    public async Task Start_NotifySettingsThatCannotWork_StopsWithASentence(string setting, string value, string sentence)
    {
        using var host = Host(
            ("AreaSend:Mail:Sender", "GovukNotify"),
            ("AreaSend:Mail:GovukNotify:ApiKey", NotifySenderTests.ApiKey),
            ("AreaSend:Mail:GovukNotify:TemplateId", NotifySenderTests.Template),
            ($"AreaSend:Mail:GovukNotify:{setting}", value));

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains(sentence, Assert.Single(refusal.Failures));
        Assert.DoesNotContain(NotifySenderTests.ApiKey, refusal.Message);
    }

    public void Dispose() => _folder.Dispose();

    private IHost Host(params (string Setting, string Value)[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = _folder.Path });
        builder.Configuration.AddInMemoryCollection(settings.GroupBy(setting => setting.Setting).ToDictionary(group => group.Key, group => (string?)group.Last().Value));
        builder.Services.AddSingleton<IClock>(new FakeClock(Instant.FromUtc(2025, 10, 16, 8, 0)));
        builder.Services.AddMail();
        return builder.Build();
    }
}
