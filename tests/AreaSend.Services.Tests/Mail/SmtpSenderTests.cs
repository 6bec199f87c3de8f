using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using AreaSend.Services.Mail;
using AreaSend.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace AreaSend.Services.Tests.Mail;

/// <summary>Against a real mail server, which reads back what it was given.</summary>
public sealed class SmtpSenderTests
{
    private static readonly Instant Now = Instant.FromUtc(2025, 10, 16, 8, 0);

    [Fact]
    public async Task Send_Taken_IsReadBackWholeAndCameEncrypted()
    {
        await using var server = await SmtpServer.StartAsync();
        var mail = Mails.To();

        var accepted = Assert.IsType<MailResult.Accepted>(await SendAsync(server, mail));

        var read = await server.ReadAsync(TestContext.Current.CancellationToken);
        Assert.True(read.GetProperty("encrypted").GetBoolean());
        Assert.Equal(("Ofsted", "ofsted-area-send@example.org"), Mailbox(read, "from"));
        Assert.Equal(("Zoë O'Connor", "zoe@example.org"), Mailbox(read, "to"));
        Assert.Equal(JsonValueKind.Null, read.GetProperty("replyTo").ValueKind); // answers go to the mailbox that it came from
        Assert.Equal(mail.Subject, read.GetProperty("subject").GetString());
        Assert.Equal(mail.Text, read.GetProperty("text").GetString());
        Assert.Equal(mail.Html, read.GetProperty("html").GetString()!.TrimEnd());
        Assert.Equal(0, read.GetProperty("attachments").GetInt32());
        Assert.Equal($"<{accepted.ProviderId}>", read.GetProperty("messageId").GetString());
    }

    [Fact]
    public async Task Send_Taken_TellsTheServerOfNobodyButTheRecipient()
    {
        await using var server = await SmtpServer.StartAsync();

        await SendAsync(server, Mails.To());

        var read = await server.ReadAsync(TestContext.Current.CancellationToken);
        var envelope = read.GetProperty("envelope");
        Assert.Equal("ofsted-area-send@example.org", envelope.GetProperty("from").GetString());
        Assert.Equal(["zoe@example.org"], envelope.GetProperty("to").EnumerateArray().Select(to => to.GetString()!));
        var headers = read.GetProperty("headers").EnumerateArray().ToDictionary(header => header.GetProperty("name").GetString()!, header => header.GetProperty("value").GetString()!);
        Assert.Equal(
            ["auto-submitted", "content-type", "date", "from", "message-id", "mime-version", "subject", "to", "x-areasend-key"],
            headers.Keys.Where(name => name != "received").Order(StringComparer.Ordinal));
        Assert.Equal(("auto-generated", Mails.To().Key), (headers["auto-submitted"], headers["x-areasend-key"]));
    }

    [Fact]
    public async Task Send_TheSameKeyAgain_IsTheSameMessage()
    {
        await using var server = await SmtpServer.StartAsync();

        var first = await SendAsync(server, Mails.To());

        Assert.Equal(first, await SendAsync(server, Mails.To()));
        Assert.NotEqual(first, await SendAsync(server, Mails.To(key: "0198f3c2:draft-shared:dcs:again-1")));
    }

    [Fact]
    public async Task Send_WithUserAndPassword_SignsInOnceEncrypted()
    {
        await using var server = await SmtpServer.StartAsync(WithUser());

        Assert.IsType<MailResult.Accepted>(await SendAsync(server, Mails.To(), User(SmtpServer.Password)));

        Assert.Equal(SmtpServer.User, (await server.ReadAsync(TestContext.Current.CancellationToken)).GetProperty("user").GetString());
    }

    [Theory]
    [InlineData("StartTls", false)]
    [InlineData("Tls", true)]
    [InlineData("None", false)]
    public async Task Send_EachSecurity_EncryptsOrNotAsItSays(string security, bool fromTheFirstByte)
    {
        await using var server = await SmtpServer.StartAsync(new JsonObject { ["secure"] = fromTheFirstByte });

        Assert.IsType<MailResult.Accepted>(await SendAsync(server, Mails.To(), ("Security", security)));

        Assert.Equal(security != "None", (await server.ReadAsync(TestContext.Current.CancellationToken)).GetProperty("encrypted").GetBoolean());
    }

    [Fact]
    public async Task Send_ServerThatOffersNoStartTls_IsGivenNothing()
    {
        var behaviour = WithUser();
        behaviour["offerTls"] = false;
        await using var server = await SmtpServer.StartAsync(behaviour);

        var later = Assert.IsType<MailResult.TryLater>(await SendAsync(server, Mails.To(), User(SmtpServer.Password)));

        Assert.StartsWith("The mail server does not offer to encrypt the connection (STARTTLS), so it was given nothing.", later.Because, StringComparison.Ordinal);
        Assert.False(later.MayBeOut);
        Assert.Equal("", await server.StopAsync());
    }

    [Theory]
    [InlineData("localhost", "", "an authority that this machine does not know")]
    [InlineData("mail.example.org", null, "a certificate for another name")]
    public async Task Send_CertificateNotToTrust_IsGivenNothing(string name, string? authority, string why)
    {
        await using var server = await SmtpServer.StartAsync(name: name);

        var later = Assert.IsType<MailResult.TryLater>(await SendAsync(server, Mails.To(), authority is null ? [] : [("AuthorityFile", authority)]));

        Assert.True(later.Because.Contains("certificate", StringComparison.Ordinal), why);
        Assert.False(later.MayBeOut);
        Assert.Equal("", await server.StopAsync());
    }

    [Theory]
    [InlineData("from", 550, "does not let us send from this mailbox (550)")]
    [InlineData("to", 550, "refused the recipient's address (550)")]
    [InlineData("to", 553, "refused the recipient's address (553)")]
    [InlineData("content", 552, "refused the e-mail (552)")]
    [InlineData("content", 554, "refused the e-mail (554)")]
    public async Task Send_RefusedForGood_SaysWhyWithoutTheAddress(string at, int code, string because)
    {
        await using var server = await SmtpServer.StartAsync(Answering(at, code));

        var refused = Assert.IsType<MailResult.Refused>(await SendAsync(server, Mails.To()));

        Assert.Contains(because, refused.Because, StringComparison.Ordinal);
        Assert.DoesNotContain("zoe", refused.Because, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("from", 421)]
    [InlineData("to", 450)]
    [InlineData("to", 451)]
    [InlineData("content", 451)]
    [InlineData("content", 452)]
    public async Task Send_NotTakenNow_IsToBeTriedLaterAndIsNotOut(string at, int code)
    {
        await using var server = await SmtpServer.StartAsync(Answering(at, code));

        Assert.Equal(new MailResult.TryLater($"The mail server cannot take the e-mail at the moment ({code})."), await SendAsync(server, Mails.To()));
    }

    [Fact]
    public async Task Send_WithAWrongPassword_IsRefusedWithASentence()
    {
        await using var server = await SmtpServer.StartAsync(WithUser());

        Assert.Equal(
            new MailResult.Refused("The mail server does not know the user or the password. Check AreaSend:Mail:Smtp:User and :Password."),
            await SendAsync(server, Mails.To(), User("not the password")));
    }

    [Fact]
    public async Task Send_NobodyCanBeSignedInNow_IsToBeTriedLater()
    {
        var behaviour = WithUser();
        behaviour["answers"] = new JsonObject { ["auth"] = 454 };
        await using var server = await SmtpServer.StartAsync(behaviour);

        Assert.Equal(new MailResult.TryLater("The mail server cannot let us sign in at the moment (454)."), await SendAsync(server, Mails.To(), User(SmtpServer.Password)));
    }

    [Fact]
    public async Task Send_ServerWhereNobodySignsIn_IsRefusedWithASentence()
    {
        await using var server = await SmtpServer.StartAsync();

        var refused = Assert.IsType<MailResult.Refused>(await SendAsync(server, Mails.To(), User(SmtpServer.Password)));

        Assert.StartsWith("The mail server lets nobody sign in.", refused.Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_HungUpOnBeforeTheAnswer_MayBeOut()
    {
        await using var server = await SmtpServer.StartAsync(new JsonObject { ["hangUp"] = true });

        var later = Assert.IsType<MailResult.TryLater>(await SendAsync(server, Mails.To()));

        Assert.Equal(("The mail server broke off before it had answered whether it took the e-mail.", true), (later.Because, later.MayBeOut));
        Assert.Equal("zoe@example.org", Mailbox(await server.ReadAsync(TestContext.Current.CancellationToken), "to").Item2); // it had it
    }

    [Fact]
    public async Task Send_NoAnswerAfterTheContent_MayBeOut()
    {
        await using var server = await SmtpServer.StartAsync(new JsonObject { ["silent"] = true });

        var later = Assert.IsType<MailResult.TryLater>(await SendAsync(server, Mails.To(), ("TimeoutSeconds", "4")));

        Assert.Equal(("The mail server did not answer within 4 seconds.", true), (later.Because, later.MayBeOut));
    }

    [Fact]
    public async Task Send_NobodyListens_IsToBeTriedLater()
    {
        var server = await SmtpServer.StartAsync();
        await server.StopAsync();

        Assert.Equal(new MailResult.TryLater("The mail server could not be reached, or broke off."), await SendAsync(server, Mails.To()));
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Send_ServerThatNeverGreets_IsToBeTriedLaterAndIsNotOut()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        var later = await SendAsync(((IPEndPoint)listener.LocalEndpoint).Port, Mails.To(), ("TimeoutSeconds", "0.2"));

        Assert.Equal(new MailResult.TryLater("The mail server did not answer within 0.2 seconds."), later);
    }

    [Fact]
    public async Task Send_MalformedAddress_IsRefusedWithoutAsking()
    {
        await using var server = await SmtpServer.StartAsync();

        Assert.IsType<MailResult.Refused>(await SendAsync(server, Mails.To("zoe@")));

        Assert.Equal("", await server.StopAsync());
    }

    private static JsonObject WithUser() => new() { ["user"] = SmtpServer.User, ["password"] = SmtpServer.Password };

    private static JsonObject Answering(string at, int code) => new() { ["answers"] = new JsonObject { [at] = code } };

    private static (string, string)[] User(string password) => [("User", SmtpServer.User), ("Password", password)];

    private static (string?, string?) Mailbox(JsonElement read, string header)
    {
        var mailbox = Assert.Single(read.GetProperty(header).EnumerateArray());
        return (mailbox.GetProperty("name").GetString(), mailbox.GetProperty("address").GetString());
    }

    private static Task<MailResult> SendAsync(SmtpServer server, Services.Mail.Mail mail, params (string Name, string Value)[] settings) =>
        SendAsync(server.Port, mail, [("AuthorityFile", server.Authority), .. settings]);

    private static async Task<MailResult> SendAsync(int port, Services.Mail.Mail mail, params (string Name, string Value)[] settings)
    {
        var configured = new Dictionary<string, string?>
        {
            ["AreaSend:Mail:Sender"] = "Smtp",
            ["AreaSend:Mail:Smtp:Host"] = "127.0.0.1",
            ["AreaSend:Mail:Smtp:Port"] = $"{port}",
        };
        foreach (var (name, value) in settings)
        {
            configured[$"AreaSend:Mail:Smtp:{name}"] = value;
        }

        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(configured).Build())
            .AddSingleton<IClock>(new FakeClock(Now))
            .AddMail()
            .BuildServiceProvider();
        return await services.GetRequiredService<IMailSender>().SendAsync(mail, TestContext.Current.CancellationToken);
    }
}
