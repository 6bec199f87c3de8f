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
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Start_NothingConfigured_WritesFilesBelowTheContentRoot()
    {
        using var host = Host(("AreaSend:Mail:Folder", "outbox"));
        await host.StartAsync(TestContext.Current.CancellationToken);

        await host.Services.GetRequiredService<IMailSender>().SendAsync(Mails.To(), TestContext.Current.CancellationToken);

        Assert.Single(Directory.GetFiles(folder.File("outbox"), "*.eml"));
    }

    [Theory]
    [InlineData("AreaSend:Mail:Sender", "Pigeon", "Set it to Folder or SendGrid")]
    [InlineData("AreaSend:Mail:Sender", "SendGrid", "SendGrid:ApiKey is missing")]
    [InlineData("AreaSend:Mail:SendGrid:ApiKey", "SG.fictional-key", "no mail would leave this machine")]
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

    public void Dispose() => folder.Dispose();

    private IHost Host(params (string Setting, string Value)[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = folder.Path });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Setting, setting => (string?)setting.Value));
        builder.Services.AddSingleton<IClock>(new FakeClock(Instant.FromUtc(2025, 10, 16, 8, 0)));
        builder.Services.AddMail();
        return builder.Build();
    }
}
