using AreaSend.Services.Deliveries;


namespace AreaSend.Web.Mail;

/// <summary>
/// Where mail services post what became of an e-mail when the console itself runs the engine: SendGrid, whose proof is its signature, and GOV.UK Notify,
/// whose proof is its token. Neither has a role or a form's token.
/// </summary>
internal static class EmailEvents
{
    public static void MapEmailEvents(this WebApplication app)
    {
        app.MapPost("/api/email-events", ReceiveAsync).AllowAnonymous().DisableAntiforgery();
        app.MapPost("/api/notify-receipts", ReceiveReceiptAsync).AllowAnonymous().DisableAntiforgery();
    }

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

    private static async Task<IResult> ReceiveReceiptAsync(HttpRequest request, NotifyCallback callback, CancellationToken cancellation) =>
        await PostedBytes.ReadAsync(request.Body, NotifyCallback.LargestBody, cancellation) is { } body
            ? Results.StatusCode((int)await callback.ReceiveAsync(request.Headers.Authorization, body, cancellation))
            : Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
}
