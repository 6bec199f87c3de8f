using AreaSend.Functions.Hosting;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace AreaSend.Functions.Tests.Triggers;

public class PoisonQueuesTests(StorageAccount account)
{
    [Fact]
    public async Task Count_MessagesGivenUp_AreThoseOfEveryTriggersQueue()
    {
        var connection = await account.ConnectionStringAsync();
        var poison = new PoisonQueues(new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", connection), new("Uploads", connection)]).Build());

        // The platform makes such a queue when it first needs it.
        Assert.Equal(0, await poison.CountAsync(CancellationToken.None));
        foreach (var (_, name) in PoisonQueues.All)
        {
            var queue = new QueueClient(connection, name);
            await queue.CreateAsync();
            await queue.SendMessageAsync("fictional");
        }

        Assert.Equal(3, await poison.CountAsync(CancellationToken.None));
    }
}
