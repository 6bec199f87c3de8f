using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AreaSend.Services.Mail;
using AreaSend.Services.Mail.GovukNotify;
using AreaSend.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;

namespace AreaSend.Services.Tests.Mail;

/// <summary>Against a local server that answers as GOV.UK Notify's HTTP interface does.</summary>
public sealed class NotifySenderTests
{
    internal const string ApiKey = $"a-fictional-key-{Service}-{Secret}";
    internal const string Template = "0198f3c2-0000-4000-8000-00000000feed";
    private const string Service = "0198f3c2-0000-4000-8000-00000000cafe";
    private const string Secret = "0198f3c2-0000-4000-8000-00000000beef";
    private const string Taken = """{ "id": "740e5834-3a29-46b4-9a6f-16142fde533a", "reference": "any" }""";
    private static readonly Instant Now = Instant.FromUtc(2025, 10, 16, 8, 0);

    [Fact]
    public async Task Send_Taken_AsksAsTheInterfaceWantsItAndNamesTheMessage()
    {
        await using var stub = await HttpStub.StartAsync(Answer(201, Taken));
        var mail = Mails.To();

        var result = await SendAsync(stub.Address, mail);

        Assert.Equal(new MailResult.Accepted("740e5834-3a29-46b4-9a6f-16142fde533a"), result);
        var request = Assert.Single(stub.Requests);
        Assert.Equal(("POST", "/v2/notifications/email"), (request.Method, request.Path));
        using var body = JsonDocument.Parse(request.Body);
        Assert.Equal(["email_address", "personalisation", "reference", "template_id"], body.RootElement.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
        Assert.Equal(("zoe@example.org", Template, mail.Key), (Text(body, "email_address"), Text(body, "template_id"), Text(body, "reference")));
        var words = body.RootElement.GetProperty("personalisation").EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetString());
        Assert.Equal(new Dictionary<string, string?> { ["subject"] = mail.Subject, ["body"] = mail.Text.Trim() }, words);
    }

    [Fact]
    public async Task Send_Always_ProvesItselfWithATokenOfThisMoment()
    {
        await using var stub = await HttpStub.StartAsync(Answer(201, Taken));

        await SendAsync(stub.Address, Mails.To());

        var authorization = stub.Requests.Single().Headers["Authorization"];
        Assert.StartsWith("Bearer ", authorization, StringComparison.Ordinal);
        var parts = authorization["Bearer ".Length..].Split('.');
        using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
        Assert.Equal(("HS256", "JWT"), (Text(header, "alg"), Text(header, "typ")));
        Assert.Equal((Service, Now.ToUnixTimeSeconds()), (Text(claims, "iss"), claims.RootElement.GetProperty("iat").GetInt64()));
        Assert.Equal(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{parts[0]}.{parts[1]}")), Base64Url.DecodeFromChars(parts[2]));
    }

    [Theory]
    [InlineData("ofsted-area-send@example.org", "0198f3c2-0000-4000-8000-0000000000f5")]
    [InlineData("cqc-area-send@example.org", "0198f3c2-0000-4000-8000-0000000000c9")]
    public async Task Send_WithReplyTo_NamesTheMailboxThatItComesFrom(string from, string replyTo)
    {
        await using var stub = await HttpStub.StartAsync(Answer(201, Taken));

        await SendAsync(stub.Address, Mails.To() with { From = new Mailbox("Whoever", from) },
            ("OfstedReplyToId", "0198f3c2-0000-4000-8000-0000000000f5"), ("CqcReplyToId", "0198f3c2-0000-4000-8000-0000000000c9"));

        using var body = JsonDocument.Parse(stub.Requests.Single().Body);
        Assert.Equal(replyTo, Text(body, "email_reply_to_id"));
    }

    [Theory]
    [InlineData(400, "BadRequestError", "Can't send to this recipient using a team-only API key", "Set AreaSend:Mail:GovukNotify:ApiKey to a live key")]
    [InlineData(400, "BadRequestError", "Can't send to this recipient when service is in trial mode - see https://www.notifications.service.gov.uk/trial-mode", "trial mode")]
    [InlineData(400, "ValidationError", "email_address Not a valid email address", "does not take the recipient's address (400)")]
    [InlineData(400, "ValidationError", "template_id is not a valid UUID", "Check AreaSend:Mail:GovukNotify:TemplateId")]
    [InlineData(400, "BadRequestError", "Template not found", "Check AreaSend:Mail:GovukNotify:TemplateId")]
    [InlineData(400, "BadRequestError", "Missing personalisation: zoe@example.org", "asks for more than it is given")]
    [InlineData(400, "BadRequestError", "Emails cannot be longer than 2000000 bytes. Your message is 2000001 bytes.", "too long")]
    [InlineData(400, "BadRequestError", "zoe@example.org, something new", "GOV.UK Notify refused the e-mail (400).")]
    [InlineData(403, "AuthError", "Invalid token: API key not found", "Check AreaSend:Mail:GovukNotify:ApiKey")]
    [InlineData(413, "", "", "(413)")]
    [InlineData(302, "", "", "(302)")]
    public async Task Send_RefusedForGood_SaysWhatToDoWithoutTheAddress(int status, string error, string message, string because)
    {
        await using var stub = await HttpStub.StartAsync(Answer(status, Errors(status, error, message)));

        var refused = Assert.IsType<MailResult.Refused>(await SendAsync(stub.Address, Mails.To()));

        Assert.Contains(because, refused.Because, StringComparison.Ordinal);
        AssertSilent(refused.Because);
        Assert.Single(stub.Requests);
    }

    [Theory]
    [InlineData(429, "RateLimitError", "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds", 60)]
    [InlineData(429, "TooManyRequestsError", "Exceeded send limits (250000) for today", 16 * 60 * 60)]
    public async Task Send_MoreThanNotifyAllows_SaysHowLongToWait(int status, string error, string message, int seconds)
    {
        await using var stub = await HttpStub.StartAsync(Answer(status, Errors(status, error, message)));

        var later = Assert.IsType<MailResult.TryLater>(await SendAsync(stub.Address, Mails.To()));

        Assert.Equal((Duration.FromSeconds(seconds), false), (later.After, later.MayBeOut));
    }

    [Fact]
    public async Task Send_ClocksApart_IsToBeTriedLaterAndSaysSo()
    {
        await using var stub = await HttpStub.StartAsync(Answer(403, Errors(403, "AuthError", "Error: Your system clock must be accurate to within 30 seconds")));

        var later = Assert.IsType<MailResult.TryLater>(await SendAsync(stub.Address, Mails.To()));

        Assert.Contains("30 seconds apart", later.Because, StringComparison.Ordinal);
        Assert.False(later.MayBeOut);
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(502, true)]
    [InlineData(503, false)]
    public async Task Send_NotTakenNow_IsToBeTriedLater(int status, bool mayBeOut)
    {
        await using var stub = await HttpStub.StartAsync(Answer(status, "zoe@example.org"));

        var later = Assert.IsType<MailResult.TryLater>(await SendAsync(stub.Address, Mails.To()));

        Assert.Equal(($"GOV.UK Notify cannot take mail at the moment ({status}).", mayBeOut), (later.Because, later.MayBeOut));
        Assert.Single(stub.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task Send_AfterManyFailures_IsToBeTriedLaterWithoutAsking()
    {
        await using var stub = await HttpStub.StartAsync(Answer(503, ""));
        await using var services = Services(stub.Address);
        var sender = services.GetRequiredService<IMailSender>();
        await Mails.FailUntilLeftAloneAsync(sender, stub);
        var before = stub.Requests.Count;

        var later = Assert.IsType<MailResult.TryLater>(await sender.SendAsync(Mails.To(), TestContext.Current.CancellationToken));

        Assert.Contains("GOV.UK Notify could not be reached", later.Because, StringComparison.Ordinal);
        Assert.Equal((null, false, before), (later.After, later.MayBeOut, stub.Requests.Count));
    }

    /// <summary>The question sends nothing, so it is asked again.</summary>
    [Fact]
    public async Task Send_AnswerLostAndNotifyForAMomentAway_AsksAgainWhetherNotifyHasIt()
    {
        var looked = 0;
        await using var stub = await HttpStub.StartAsync(context => context.Request.Method == "POST" || ++looked == 1
            ? Answer(500, "")(context)
            : Answer(200, """{ "notifications": [{ "id": "740e5834" }], "links": {} }""")(context));

        var result = await SendAsync(stub.Address, Mails.To());

        Assert.Equal(new MailResult.Accepted("740e5834"), result);
        Assert.Equal(["POST", "GET", "GET"], stub.Requests.Select(request => request.Method));
    }

    /// <summary>An answer that was lost is looked up by the notice's key, so that what Notify has is not handed over a second time.</summary>
    [Theory]
    [InlineData("""{ "notifications": [{ "id": "740e5834" }], "links": {} }""", true)]
    [InlineData("""{ "notifications": [], "links": {} }""", false)]
    [InlineData("[]", false)]
    [InlineData("not JSON", false)]
    public async Task Send_AnswerLost_LooksWhetherNotifyHasIt(string found, bool has)
    {
        await using var stub = await HttpStub.StartAsync(context => context.Request.Method == "POST" ? Answer(500, "")(context) : Answer(200, found)(context));

        var result = await SendAsync(stub.Address, Mails.To());

        Assert.Equal(has ? new MailResult.Accepted("740e5834") : new MailResult.TryLater("GOV.UK Notify cannot take mail at the moment (500).", MayBeOut: true), result);
        Assert.Equal("/v2/notifications?template_type=email&reference=0198f3c2%3Adraft-shared%3Adcs", stub.Requests[1].Path);
    }

    [Fact]
    public async Task Send_NoAnswer_MayBeOut()
    {
        await using var stub = await HttpStub.StartAsync(context => new TaskCompletionSource().Task.WaitAsync(context.RequestAborted));

        var later = Assert.IsType<MailResult.TryLater>(await SendAsync(stub.Address, Mails.To(), ("TimeoutSeconds", "0.2")));

        Assert.Equal(("GOV.UK Notify did not answer within 0.2 seconds.", true), (later.Because, later.MayBeOut));
    }

    [Fact]
    public async Task Send_NobodyListens_IsToBeTriedLaterAndIsNotOut()
    {
        var stub = await HttpStub.StartAsync(Answer(201, Taken));
        var address = stub.Address;
        await stub.DisposeAsync();

        var later = Assert.IsType<MailResult.TryLater>(await SendAsync(address, Mails.To()));

        Assert.Contains("could not be reached", later.Because, StringComparison.Ordinal);
        Assert.False(later.MayBeOut);
    }

    [Fact]
    public async Task Send_MalformedAddress_IsRefusedWithoutAsking()
    {
        await using var stub = await HttpStub.StartAsync(Answer(201, Taken));

        Assert.IsType<MailResult.Refused>(await SendAsync(stub.Address, Mails.To("zoe@")));

        Assert.Empty(stub.Requests);
    }

    [Theory]
    [InlineData("Title\n=====\n\nWords.\n", "# Title\n\nWords.")]
    [InlineData("Part\n----\n\nWords.\n", "## Part\n\nWords.")]
    [InlineData("- one\n- two\n\n1. first\n", "* one\n* two\n\n1. first")]
    [InlineData("Dates:\n- Draft: Monday\n- Final: Friday\n", "Dates:\n\n* Draft: Monday\n* Final: Friday")]
    [InlineData("Open your page <https://example.org/a?b=c>.\n", "Open your page https://example.org/a?b=c .")]
    [InlineData("- the page <https://example.org/a>\n", "* the page https://example.org/a")]
    [InlineData("5 < 6 and <b>\n", "5 < 6 and <b>")]
    public void Text_OfANotice_IsWrittenInTheSignsThatNotifyKnows(string plain, string expected) => Assert.Equal(expected, NotifyText.Of(plain));

    private static async Task<MailResult> SendAsync(Uri address, Services.Mail.Mail mail, params (string Name, string Value)[] settings)
    {
        await using var services = Services(address, settings);
        return await services.GetRequiredService<IMailSender>().SendAsync(mail, TestContext.Current.CancellationToken);
    }

    private static ServiceProvider Services(Uri address, params (string Name, string Value)[] settings)
    {
        var configured = new Dictionary<string, string?>
        {
            ["AreaSend:Mail:Sender"] = "GovukNotify",
            ["AreaSend:Mail:GovukNotify:ApiKey"] = ApiKey,
            ["AreaSend:Mail:GovukNotify:TemplateId"] = Template,
            ["AreaSend:Mail:GovukNotify:BaseAddress"] = address.ToString(),
        };
        foreach (var (name, value) in settings)
        {
            configured[$"AreaSend:Mail:GovukNotify:{name}"] = value;
        }

        return new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(configured).Build())
            .AddSingleton<IClock>(new FakeClock(Now))
            .AddMail()
            .BuildServiceProvider();
    }

    private static RequestDelegate Answer(int status, string body) => async context =>
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body);
    };

    private static string Errors(int status, string error, string message) => JsonSerializer.Serialize(new { status_code = status, errors = new[] { new { error, message } } });

    private static string? Text(JsonDocument document, string name) => document.RootElement.GetProperty(name).GetString();

    private static void AssertSilent(string because)
    {
        Assert.DoesNotContain("zoe", because, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Secret, because, StringComparison.Ordinal);
    }
}
