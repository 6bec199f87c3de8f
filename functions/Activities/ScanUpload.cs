using AreaSend.Functions.Orchestrations;
using AreaSend.Services.Uploads.Ingesting;
using Microsoft.Azure.Functions.Worker;

namespace AreaSend.Functions.Activities;

/// <summary>
/// Takes a document that came in to a decision: the same ingestion that its arrival starts, for what no event announced or what is to be tried again.
/// </summary>
internal sealed class ScanUpload(Ingestion ingestion)
{
    [Function(nameof(ScanUpload))]
    public Task Run([ActivityTrigger] EffectInput document, CancellationToken cancellation) =>
        ingestion.IngestIfDueAsync(Guid.ParseExact(document.Key, "D"), cancellation);
}
