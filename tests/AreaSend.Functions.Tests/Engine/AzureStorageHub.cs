using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Azure.Data.Tables;
using DurableTask.AzureStorage;
using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.DurableTask.Testing.Sidecar.Dispatcher;

namespace AreaSend.Functions.Tests.Engine;

/// <summary>
/// A task hub in Azure Storage, which outlives its hosts: the backend of <c>local.settings.sample.json</c>. What a lost host had in hand is handed out
/// again when storage takes it to be lost: after minutes in Azure, after a moment unless a test asks for the same.
/// </summary>
internal sealed class AzureStorageHub
{
    /// <summary>How many activities and orchestrators <c>host.json</c> has at work at once.</summary>
    public const int MostAtOnceInAzure = 20;

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    // A host that lives renews in time, however many others want this machine's processors: one whose lease runs out again and again gets nothing done.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    private readonly string _name = $"hub{Guid.NewGuid():N}"[..20];
    private readonly string _connectionString;
    private readonly bool _asInAzure;

    private AzureStorageHub(string connectionString, bool asInAzure) => (_connectionString, _asInAzure) = (connectionString, asInAzure);

    public static async Task<AzureStorageHub> CreateAsync(StorageAccount account, bool asInAzure = false)
    {
        var hub = new AzureStorageHub(await account.ConnectionStringAsync(), asInAzure);
        await hub.Open().CreateIfNotExistsAsync();
        return hub;
    }

    /// <summary>The hub as a machine that has just started sees it.</summary>
    public IHub Open()
    {
        var settings = new AzureStorageOrchestrationServiceSettings
        {
            TaskHubName = _name,
            StorageAccountClientProvider = new StorageAccountClientProvider(_connectionString),
            UseAppLease = false,
            WorkerId = Guid.NewGuid().ToString("N"),
            MaxQueuePollingInterval = TimeSpan.FromMilliseconds(50),
            LeaseAcquireInterval = Moment / 5,
        };
        if (_asInAzure)
        {
            settings.MaxConcurrentTaskActivityWorkItems = settings.MaxConcurrentTaskOrchestrationWorkItems = MostAtOnceInAzure;
        }
        else
        {
            settings.PartitionCount = 1;
            settings.ControlQueueVisibilityTimeout = settings.WorkItemQueueVisibilityTimeout = Moment;
            (settings.LeaseInterval, settings.LeaseRenewInterval) = (Lease, Moment);
        }

        var hub = DispatchProxy.Create<IHub, PlainEvents>();
        ((PlainEvents)(object)hub).Storage = new AzureStorageOrchestrationService(settings);
        return hub;
    }

    /// <summary>Of whom there is a row: the instance of each row of the table of instances and of that of their histories.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync()
    {
        var tables = new TableServiceClient(_connectionString);
        var rows = new List<string>();
        foreach (var table in (string[])[$"{_name}Instances", $"{_name}History"])
        {
            await foreach (var row in tables.GetTableClient(table).QueryAsync<TableEntity>(select: [nameof(TableEntity.PartitionKey)]))
            {
                rows.Add(row.PartitionKey);
            }
        }

        return rows;
    }

    /// <summary>The test host's side leaves its own kinds of two things in the history, which this storage writes and cannot read.</summary>
    [SuppressMessage("Performance", "CA1852", Justification = "The proxy is a class that derives from it, made as the test runs.")]
    private class PlainEvents : DispatchProxy
    {
        private bool _isStopped;

        public object? Storage { get; set; }

        protected override object? Invoke(MethodInfo? method, object?[]? arguments)
        {
            _isStopped |= method!.Name == nameof(IOrchestrationService.StopAsync);
            if (_isStopped && method.Name == nameof(IOrchestrationService.LockNextTaskOrchestrationWorkItemAsync))
            {
                return NothingAsync<TaskOrchestrationWorkItem>(arguments!);
            }

            if (_isStopped && method.Name == nameof(IOrchestrationService.LockNextTaskActivityWorkItem))
            {
                return NothingAsync<TaskActivityWorkItem>(arguments!);
            }

            if (method.Name == nameof(IOrchestrationService.CompleteTaskOrchestrationWorkItemAsync))
            {
                var state = (OrchestrationRuntimeState)arguments![1]!;
                Plain(state.Events);
                Plain(state.NewEvents);
                foreach (var started in ((IList<TaskMessage>)arguments[3]!).Select(message => message.Event).OfType<ExecutionStartedEvent>().Where(started => started.Tags is not null))
                {
                    started.Tags = new Dictionary<string, string>(started.Tags);
                }
            }

            return method.Invoke(Storage, arguments);
        }

        // A stopped storage has no work, and says so at once: who asks again as fast, keeps a processor busy for nothing.
        private static async Task<T?> NothingAsync<T>(object?[] arguments)
            where T : class
        {
            await Task.Delay((TimeSpan)arguments[0]!, (CancellationToken)arguments[1]!).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return null;
        }

        private static void Plain(IList<HistoryEvent> events)
        {
            for (var i = 0; i < events.Count; i++)
            {
                if (events[i] is GrpcSubOrchestrationInstanceCreatedEvent created)
                {
                    events[i] = new SubOrchestrationInstanceCreatedEvent(created.EventId)
                    {
                        Timestamp = created.Timestamp, Name = created.Name, Version = created.Version, InstanceId = created.InstanceId, Input = created.Input,
                    };
                }
            }
        }
    }
}
