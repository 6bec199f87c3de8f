using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using AreaSend.Services.Mail;
using AreaSend.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace AreaSend.Services.Tests.Mail;

/// <summary>Against a local server that answers as SendGrid's v3 interface does.</summary>
public sealed class SendGridSenderTests
{
    private const string ApiKey = "SG.fictional-key";
    private static readonly Instant Now = Instant.FromUtc(2025, 10, 16, 8, 0);

    [Fact]
    public async Task Send_Taken_AsksAsTheInterfaceWantsItAndNamesTheMessage()
    {
        await using var stub = await HttpStub.StartAsync(Answer(202, ("X-Message-Id", "abc123")));
        var mail = Mails.To();

        var result = await SendAsync(stub.Address, mail);

        Assert.Equal(new MailResult.Accepted("abc123"), result);
        var request = Assert.Single(stub.Requests);
        Assert.Equal(("POST", "/v3/mail/send"), (request.Method, request.Path));
        Assert.Equal($"Bearer {ApiKey}", request.Headers["Authorization"]);
        Assert.StartsWith("application/json", request.Headers["Content-Type"]);
        using var body = JsonDocument.Parse(request.Body);
        var root = body.RootElement;
        Assert.Equal(("ofsted-area-send@example.org", "Ofsted"), Mailbox(root.GetProperty("from")));
        Assert.Equal(mail.Subject, root.GetProperty("subject").GetString());
        var personalization = Assert.Single(root.GetProperty("personalizations").EnumerateArray());
        Assert.Equal(("zoe@example.org", "Zoë O'Connor"), Mailbox(Assert.Single(personalization.GetProperty("to").EnumerateArray())));
        Assert.Equal(
            [("text/plain", mail.Text), ("text/html", mail.Html)],
            root.GetProperty("content").EnumerateArray().Select(part => (part.GetProperty("type").GetString()!, part.GetProperty("value").GetString()!)));
        Assert.Equal(mail.Key, CustomArguments(root).Single(argument => argument.Name == "areasend_key").Value.GetString());
    }

    [Fact]
    public async Task Send_Taken_TracksNobodyAndHandsOnNothingButTheKey()
    {
        await using var stub = await HttpStub.StartAsync(Answer(202));

        await SendAsync(stub.Address, Mails.To());

        using var body = JsonDocument.Parse(stub.Requests.Single().Body);
        var tracking = body.RootElement.GetProperty("tracking_settings");
        Assert.All(["click_tracking", "open_tracking", "subscription_tracking"], setting => Assert.False(tracking.GetProperty(setting).GetProperty("enable").GetBoolean()));
        Assert.Equal(["areasend_key"], CustomArguments(body.RootElement).Select(argument => argument.Name));
    }

    [Theory]
    [InlineData(400, "(400): personalizations.0.to.0.email")]
    [InlineData(401, "API key (401)")]
    [InlineData(403, "(403)")]
    [InlineData(404, "(404)")]
    [InlineData(413, "(413)")]
    [InlineData(301, "(301)")]
    public async Task Send_RefusedForGood_SaysWhyWithoutAddressOrKey(int status, string because)
    {
        const string Body = """{"errors":[{"message":"zoe@example.org is no good for SG.fictional-key","field":"personalizations.0.to.0.email"},{"message":"zoe","field":"zoe@example.org"}]}""";
        await using var stub = await HttpStub.StartAsync(Answer(status, Body));

        var refused = Assert.IsType<MailResult.Refused>(await SendAsync(stub.Address, Mails.To()));

        Assert.Contains(because, refused.Because);
        AssertSilent(refused.Because);
        Assert.Single(stub.Requests);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"errors":[{"message":"zoe"}]}""")]
    [InlineData("""{"errors":null}""")]
    [InlineData("")]
    public async Task Send_RefusedWithABodyOfNoUse_IsStillRefused(string body)
    {
        await using var stub = await HttpStub.StartAsync(Answer(400, body));

        Assert.Equal(new MailResult.Refused("SendGrid refused the e-mail (400)."), await SendAsync(stub.Address, Mails.To()));
    }

    [Theory]
    [InlineData("Retry-After", "120", 120)]
    [InlineData("Retry-After", "Thu, 16 Oct 2025 08:05:00 GMT", 300)]
    [InlineData("X-RateLimit-Reset", "1760601630", 30)]
    [InlineData("X-RateLimit-Reset", "1760601000", 0)]
    public async Task Send_AskedToSlowDown_SaysHowLongToWait(string header, string value, int seconds)
    {
        await using var stub = await HttpStub.StartAsync(Answer(429, (header, value)));

        var later = Assert.IsType<MailResult.TryLater>(await SendAsync(stub.Address, Mails.To()));

        Assert.Equal(Duration.FromSeconds(seconds), later.After);
        AssertSilent(later.Because);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task Send_NotTakenNow_IsToBeTriedLater(int status)
    {
        await using var stub = await HttpStub.StartAsync(Answer(status, """{"errors":[{"message":"zoe@example.org"}]}"""));

        var later = Assert.IsType<MailResult.TryLater>(await SendAsync(stub.Address, Mails.To()));

        Assert.Contains($"({status})", later.Because);
        Assert.Null(later.After);
        Assert.Equal(status is 500 or 502, later.MayBeOut); // what broke inside may have broken after the e-mail was taken
        AssertSilent(later.Because);
        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task Send_NoAnswer_IsToBeTriedLater()
    {
        await using var stub = await HttpStub.StartAsync(context => new TaskCompletionSource().Task.WaitAsync(context.RequestAborted));

        var later = Assert.IsType<MailResult.TryLater>(await SendAsync(stub.Address, Mails.To(), timeout: "0.2"));

        Assert.Equal(("SendGrid did not answer within 0.2 seconds.", true), (later.Because, later.MayBeOut));
    }

    [Fact]
    public async Task Send_AfterManyFailures_IsToBeTriedLaterWithoutAsking()
    {
        await using var stub = await HttpStub.StartAsync(Answer(503));
        await using var services = Services(stub.Address);
        var sender = services.GetRequiredService<IMailSender>();
        await Mails.FailUntilLeftAloneAsync(sender, stub);
        var before = stub.Requests.Count;

        var later = Assert.IsType<MailResult.TryLater>(await sender.SendAsync(Mails.To(), TestContext.Current.CancellationToken));

        Assert.Contains("SendGrid could not be reached", later.Because);
        Assert.Equal((null, false, before), (later.After, later.MayBeOut, stub.Requests.Count));
    }

    [Fact]
    public async Task Send_CalledOff_IsNoAnswerOfTheMailService()
    {
        using var calledOff = new CancellationTokenSource();
        await using var stub = await HttpStub.StartAsync(async context =>
        {
            await calledOff.CancelAsync();
            await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(stub.Address, Mails.To(), cancellation: calledOff.Token));
    }

    [Fact]
    public async Task Send_NobodyListens_IsToBeTriedLater()
    {
        var later = Assert.IsType<MailResult.TryLater>(await SendAsync(NobodysAddress(), Mails.To()));

        Assert.Contains("could not be reached", later.Because);
        Assert.False(later.MayBeOut);
        AssertSilent(later.Because);
    }

    [Fact]
    public async Task Send_MalformedAddress_IsRefusedWithoutAsking()
    {
        await using var stub = await HttpStub.StartAsync(Answer(202));

        Assert.IsType<MailResult.Refused>(await SendAsync(stub.Address, Mails.To("zoe@")));

        Assert.Empty(stub.Requests);
    }

    private static async Task<MailResult> SendAsync(Uri host, Services.Mail.Mail mail, string timeout = "30", CancellationToken? cancellation = null)
    {
        await using var services = Services(host, timeout);
        return await services.GetRequiredService<IMailSender>().SendAsync(mail, cancellation ?? TestContext.Current.CancellationToken);
    }

    private static ServiceProvider Services(Uri host, string timeout = "30") => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AreaSend:Mail:Sender"] = "SendGrid",
            ["AreaSend:Mail:SendGrid:ApiKey"] = ApiKey,
            ["AreaSend:Mail:SendGrid:Host"] = host.ToString(),
            ["AreaSend:Mail:SendGrid:TimeoutSeconds"] = timeout,
        }).Build())
        .AddSingleton<IClock>(new FakeClock(Now))
        .AddMail()
        .BuildServiceProvider();

    private static RequestDelegate Answer(int status, params (string Name, string Value)[] headers) => context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return Task.CompletedTask;
    };

    private static RequestDelegate Answer(int status, string body) => async context =>
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body);
    };

    // A port that was free a moment ago: whoever connects is refused.
    private static Uri NobodysAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    private static void AssertSilent(string because)
    {
        Assert.DoesNotContain("zoe", because, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(ApiKey, because);
    }

    private static (string?, string?) Mailbox(JsonElement mailbox) => (mailbox.GetProperty("email").GetString(), mailbox.GetProperty("name").GetString());

    // The interface takes them for all recipients at the root, or for one in its personalization.
    private static List<JsonProperty> CustomArguments(JsonElement root) =>
    [
        .. new[] { root }.Concat(root.GetProperty("personalizations").EnumerateArray())
            .Where(place => place.TryGetProperty("custom_args", out _))
            .SelectMany(place => place.GetProperty("custom_args").EnumerateObject()),
    ];
}
