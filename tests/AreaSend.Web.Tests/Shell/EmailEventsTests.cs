using System.Net;
using AreaSend.Services.Deliveries;
using AreaSend.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Web.Tests.Shell;

/// <summary>Mail services come without a role and without a form's token: SendGrid's signature and GOV.UK Notify's token are all they have.</summary>
public sealed class EmailEventsTests : IAsyncDisposable
{
    private readonly ConsoleFactory _console = new();
    private readonly SendGridEvents _sendGrid = new();

    public EmailEventsTests()
    {
        _console.Settings["AreaSend:Mail:SendGrid:WebhookPublicKey"] = _sendGrid.PublicKey;
        _console.Settings["AreaSend:Mail:GovukNotify:CallbackToken"] = "a-fictional-token";
    }

    [Fact]
    public async Task Post_Signed_IsTaken() => Assert.Equal(HttpStatusCode.NoContent, await PostAsync(_sendGrid.Post(Now)));

    [Fact]
    public async Task Post_SignedByAnother_Returns401()
    {
        using var other = new SendGridEvents();
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(other.Post(Now)));
    }

    [Fact]
    public async Task Post_NotAList_Returns400() => Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(_sendGrid.Sign(Now, "{}"u8.ToArray())));

    [Fact]
    public async Task Post_TooLarge_Returns413() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(_sendGrid.Sign(Now, new byte[EventWebhook.LargestBody + 1])));

    [Theory]
    [InlineData("Bearer a-fictional-token", """{ "id": "1", "status": "delivered", "reference": "of another system" }""", HttpStatusCode.NoContent)]
    [InlineData("Bearer a-fictional-token", "[]", HttpStatusCode.BadRequest)]
    [InlineData("Bearer another-token", """{ "id": "1", "status": "delivered" }""", HttpStatusCode.Unauthorized)]
    [InlineData(null, """{ "id": "1", "status": "delivered" }""", HttpStatusCode.Unauthorized)]
    public async Task PostOfNotify_IsAnsweredByItsToken(string? authorization, string body, HttpStatusCode expected)
    {
        using var client = _console.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/notify-receipts") { Content = new StringContent(body) };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);

        using var answer = await client.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        await _console.DisposeAsync();
        _sendGrid.Dispose();
    }

    private Instant Now => _console.Services.GetRequiredService<IClock>().GetCurrentInstant();

    private async Task<HttpStatusCode> PostAsync((byte[] Body, string Signature, string Timestamp) post)
    {
        using var client = _console.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/email-events") { Content = new ByteArrayContent(post.Body) };
        request.Headers.Add(EventWebhook.SignatureHeader, post.Signature);
        request.Headers.Add(EventWebhook.TimestampHeader, post.Timestamp);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
