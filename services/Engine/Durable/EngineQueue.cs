using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Options;

namespace AreaSend.Services.Engine.Durable;

/// <summary>The Functions app's queue: a message is an inspection that is to be looked at now.</summary>
internal sealed class EngineQueue(QueueClient queue, IOptions<DurableEngineOptions> options)
{
    /// <summary>Has an inspection looked at. A hint: what was recorded is in the store, and found there even if this is lost.</summary>
    public async Task NudgeAsync(Guid inspection, CancellationToken cancellation)
    {
        try
        {
            await queue.SendMessageAsync(inspection.ToString("D"), cancellation);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound && options.Value.QueueConnectionString.Length > 0)
        {
            // In Azure the template makes it (infra/), and this host may not; an emulator's account is empty until somebody does.
            await queue.CreateIfNotExistsAsync(cancellationToken: cancellation);
            await queue.SendMessageAsync(inspection.ToString("D"), cancellation);
        }
    }
}
