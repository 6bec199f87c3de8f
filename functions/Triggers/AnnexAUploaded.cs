using AreaSend.Functions.Orchestrations;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Ingesting;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AreaSend.Functions.Triggers;

/// <summary>A document lies in quarantine. Event Grid may say so more than once; ingestion decides once.</summary>
internal sealed class AnnexAUploaded(Ingestion ingestion)
{
    [Function(nameof(AnnexAUploaded))]
    public async Task Run(
        [BlobTrigger($"{DocumentBlobs.Quarantine}/{{name}}", Source = BlobTriggerSource.EventGrid, Connection = "Uploads")] BlobClient blob,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (await ingestion.IngestAsync(blob.Name, cancellation) is { } document)
        {
            await client.StartOrNudgeAsync(document.Inspection, cancellation);
        }
    }
}
