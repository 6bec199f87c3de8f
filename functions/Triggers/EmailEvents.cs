using AreaSend.Services.Deliveries;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace AreaSend.Functions.Triggers;

/// <summary>Where SendGrid's event webhook posts to. Its signature is the caller's proof, so there is no key in the address.</summary>
internal sealed class EmailEvents(EventWebhook webhook)
{
    [Function(nameof(EmailEvents))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "email-events")] HttpRequest request, CancellationToken cancellation)
    {
        if (await PostedBytes.ReadAsync(request.Body, EventWebhook.LargestBody, cancellation) is not { } body)
        {
            return new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }

        var answer = await webhook.ReceiveAsync(
            request.Headers[EventWebhook.SignatureHeader], request.Headers[EventWebhook.TimestampHeader], body, cancellation);
        return new StatusCodeResult((int)answer);
    }
}
