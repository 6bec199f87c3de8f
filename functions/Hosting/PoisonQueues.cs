using AreaSend.Functions.Triggers;
using AreaSend.Services.Engine.Durable;
using Azure;
using Azure.Identity;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace AreaSend.Functions.Hosting;

/// <summary>
/// Where the platform lays a message that failed as often as <c>host.json</c> lets it be tried: nothing takes it from there, so somebody has to be
/// told. Each queue is in the account of its trigger, and is there only once it has been needed.
/// </summary>
internal sealed class PoisonQueues(IConfiguration configuration)
{
    /// <summary>The connection and the name of each.</summary>
    public static readonly IReadOnlyList<(string Connection, string Queue)> All =
    [
        ("AzureWebJobsStorage", $"{DurableEngineOptions.QueueName}-poison"),
        ("Uploads", $"{MalwareVerdict.Queue}-poison"),
        ("Uploads", "webjobs-blobtrigger-poison"),
    ];

    /// <summary>How many messages lie there.</summary>
    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        var count = 0;
        foreach (var (connection, queue) in All)
        {
            count += await CountAsync(Service(connection).GetQueueClient(queue), cancellation);
        }

        return count;
    }

    private static async Task<int> CountAsync(QueueClient queue, CancellationToken cancellation)
    {
        try
        {
            return (await queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return 0;
        }
    }

    // By the same settings that the platform reads for a trigger's connection.
    private QueueServiceClient Service(string connection) => configuration[connection] is { Length: > 0 } text
        ? new QueueServiceClient(text)
        : new QueueServiceClient(
            new Uri(configuration[$"{connection}:queueServiceUri"] ?? $"https://{configuration[$"{connection}:accountName"]}.queue.core.windows.net"),
            new DefaultAzureCredential());
}
