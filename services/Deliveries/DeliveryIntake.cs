using Microsoft.Extensions.Logging;

namespace AreaSend.Services.Deliveries;

/// <summary>Stores what a mail service has said, each word once. One that cannot be stored yet keeps no other from being stored.</summary>
internal sealed class DeliveryIntake(NoticeDeliveries deliveries, ILogger<DeliveryIntake> logger)
{
    public async Task<WebhookAnswer> TakeAsync(DeliveryBatch batch, CancellationToken cancellation)
    {
        if (batch.Damaged > 0)
        {
            DeliveryLog.Damaged(logger, batch.Damaged);
        }

        var early = false;
        foreach (var @event in batch.Events)
        {
            early |= await IsEarlyAsync(@event, cancellation);
        }

        return early ? WebhookAnswer.TooEarly : WebhookAnswer.Taken;
    }

    private async Task<bool> IsEarlyAsync(DeliveryEvent @event, CancellationToken cancellation)
    {
        try
        {
            return await deliveries.RecordAsync(@event, cancellation) == DeliveryRecording.TooEarly;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // The mail service posts it again for a while; by then somebody may have mended the inspection that cannot be read.
            DeliveryLog.NotStored(logger, problem);
            return true;
        }
    }
}
