using AreaSend.Services.Mail.Deliveries;

namespace AreaSend.Web.Mail;

/// <summary>Where SendGrid's event webhook posts to when the console itself runs the engine. Its signature is the caller's proof, so it needs neither a role nor a form's token.</summary>
internal static class EmailEvents
{
    public static void MapEmailEvents(this WebApplication app) =>
        app.MapPost("/api/email-events", ReceiveAsync).AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> ReceiveAsync(HttpRequest request, EventWebhook webhook, CancellationToken cancellation)
    {
        if (await PostedBytes.ReadAsync(request.Body, EventWebhook.LargestBody, cancellation) is not { } body)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        var answer = await webhook.ReceiveAsync(
            request.Headers[EventWebhook.SignatureHeader], request.Headers[EventWebhook.TimestampHeader], body, cancellation);
        return Results.StatusCode((int)answer);
    }
}
