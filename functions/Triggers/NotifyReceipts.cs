using AreaSend.Services.Deliveries;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace AreaSend.Functions.Triggers;

/// <summary>Where GOV.UK Notify posts what became of an e-mail. Its token is the caller's proof, so there is no key in the address.</summary>
internal sealed class NotifyReceipts(NotifyCallback callback)
{
    [Function(nameof(NotifyReceipts))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "notify-receipts")] HttpRequest request, CancellationToken cancellation) =>
        await PostedBytes.ReadAsync(request.Body, NotifyCallback.LargestBody, cancellation) is { } body
            ? new StatusCodeResult((int)await callback.ReceiveAsync(request.Headers.Authorization, body, cancellation))
            : new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
}
