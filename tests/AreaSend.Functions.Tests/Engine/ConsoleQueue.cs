using AreaSend.Functions.Triggers;
using AreaSend.Services.Engine.Durable;
using Azure;
using Azure.Storage.Queues;

namespace AreaSend.Functions.Tests.Engine;

/// <summary>The queue trigger's part of the platform: hands the console's messages to the app. One at a time of the tests has the queue.</summary>
internal sealed class ConsoleQueue : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _delivering;

    private ConsoleQueue(QueueClient queue, DurableHost host) => _delivering = DeliverAsync(queue, host);

    public static async Task<ConsoleQueue> DeliverAsync(StorageAccount account, DurableHost host)
    {
        var queue = Of(await account.ConnectionStringAsync());
        await queue.DeleteIfExistsAsync();
        return new ConsoleQueue(queue, host);
    }

    public static QueueClient Of(string connection) =>
        new(connection, DurableEngineOptions.QueueName, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _delivering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task DeliverAsync(QueueClient queue, DurableHost host)
    {
        while (true)
        {
            await Task.Delay(20, _stopping.Token);
            if (!await queue.ExistsAsync(_stopping.Token))
            {
                continue;
            }

            foreach (var message in (await queue.ReceiveMessagesAsync(_stopping.Token)).Value)
            {
                await InspectionChanged.Run(message.Body.ToString(), host.Client, _stopping.Token);
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, _stopping.Token);
            }
        }
    }
}

/// <summary>Tests that use the queue's one name, one after the other.</summary>
[CollectionDefinition(nameof(ConsoleQueue))]
public sealed class ConsoleQueueOfTests;
