using System.Collections.Concurrent;
using System.Threading.Channels;
using AreaSend.Conformance;
using AreaSend.Functions.Activities;
using AreaSend.Functions.Hosting;
using AreaSend.Functions.Orchestrations;
using AreaSend.Functions.Triggers;
using AreaSend.Services.Storage;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Scanning;
using AreaSend.Testing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace AreaSend.Functions.Tests.Engine;

/// <summary>
/// The real Durable Task engine in this process, with the app's own orchestrations and activities over a store that outlives it.
/// </summary>
internal sealed class DurableHost : IAsyncDisposable
{
    // A test's database lends twenty connections, and an activity may hold two. In Azure host.json has the limit.
    private const int FewAtOnce = 8;

    // Nothing is slow for so long that it is not broken, however many others want this machine's processors.
    private static readonly TimeSpan WaitTimeout = TimeSpan.FromMinutes(10);

    private readonly ServiceProvider _services;
    private readonly Channel<string> _finished = Channel.CreateUnbounded<string>();
    private readonly int _mostActivities;
    private readonly int _mostAtOnce;
    private readonly ConcurrentDictionary<string, int> _counts = new();
    private volatile Task _gate = Task.CompletedTask;
    private TaskHub? _engine;
    private readonly SemaphoreSlim _room;
    private int _begun;
    private int _ended;

    private DurableHost(ServiceProvider services, int mostActivities, int mostAtOnce) =>
        (_services, _mostActivities, _mostAtOnce, _room) = (services, mostActivities, mostAtOnce, new(mostAtOnce));

    public DurableTaskClient Client => _engine!.Client;

    /// <summary>It has carried out as many activities as it was to live for.</summary>
    public bool IsDead => Volatile.Read(ref _ended) >= _mostActivities;

    /// <summary>How often an activity has ended.</summary>
    public int Count(string activity) => _counts.GetValueOrDefault(activity);

    /// <summary>No activity begins until the returned one is completed: what is said meanwhile is said during a step.</summary>
    public TaskCompletionSource Hold()
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _gate = held.Task;
        return held;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <param name="store">The store.</param>
    /// <param name="hub">Where the engine keeps what it knows; in memory, unless another is given.</param>
    /// <param name="mostActivities">After so many activities nothing gets through any more: the machine is gone.</param>
    /// <param name="mostAtOnce">How many activities are at work at once.</param>
    /// <param name="configure">Adds services, or takes the place of some.</param>
    public static async Task<DurableHost> StartAsync(
        ThrowawayStore store, IHub? hub = null, int mostActivities = int.MaxValue, int mostAtOnce = FewAtOnce, Action<IServiceCollection>? configure = null)
    {
        var services = EngineHost.Start(store, services =>
        {
            // Unless a test gives a storage, nothing is uploaded.
            services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("AreaSend:Sandbox", "true")]).Build());
            services.AddSingleton<IHostEnvironment>(new HostingEnvironment { ContentRootPath = AppContext.BaseDirectory });
            services.AddSingleton<IHostApplicationLifetime, ApplicationLifetime>();
            services.AddBlobStorage();
            services.AddMalwareScanner();
            services.AddUploads();
            services.AddSingleton<Advance>();
            services.AddSingleton<SendNotice>();
            services.AddSingleton<Disseminate>();
            services.AddSingleton<ScanUpload>();
            services.AddSingleton<PoisonQueues>();
            services.AddSingleton<Reconcile>();
            services.AddSingleton<SweepUploads>();
            services.AddSingleton<RefreshBankHolidays>();
            services.AddSingleton<Retention>();
            configure?.Invoke(services);
        });
        var host = new DurableHost(services, mostActivities, mostAtOnce);
        host._engine = await TaskHub.StartAsync(hub ?? new MemoryHub(), host.Register);
        return host;
    }

    /// <summary>What the timer would call.</summary>
    public Task ReconcileAsync() => Get<Reconcile>().Run(new TimerInfo(), Client, CancellationToken.None);

    /// <summary>The name of the activity that has ended next; an engine that stands still fails the test.</summary>
    public async Task<string> NextActivityAsync()
    {
        using var timeout = new CancellationTokenSource(WaitTimeout);
        return await _finished.Reader.ReadAsync(timeout.Token);
    }

    /// <summary>An inspection's orchestration, once a step has set its status.</summary>
    public Task<OrchestrationMetadata> StatusAsync(Guid inspection) => StatusAsync(inspection, _ => true);

    /// <summary>The same, once it says so: a moment after the activity has ended that found it out.</summary>
    public async Task<OrchestrationMetadata> StatusAsync(Guid inspection, Func<OrchestrationMetadata, bool> says)
    {
        using var timeout = new CancellationTokenSource(WaitTimeout);
        while (true)
        {
            if (await Client.GetInstanceAsync(InspectionStarter.InstanceOf(inspection), getInputsAndOutputs: true, timeout.Token) is { SerializedCustomStatus: not null } instance
                && says(instance))
            {
                return instance;
            }

            await Task.Delay(20, timeout.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _engine!.DisposeAsync();

        // An activity at work writes into a store that its test is about to delete: none is, once every place is taken.
        for (var place = 0; place < _mostAtOnce; place++)
        {
            await _room.WaitAsync();
        }

        await _services.DisposeAsync();
    }

    private void Register(DurableTaskRegistry registry)
    {
        registry.AddOrchestrator<InspectionOrchestrator>();
        registry.AddOrchestrator<ThreeWeekTimeline>();
        registry.AddOrchestrator<ReportChain>();
        registry.AddOrchestrator<PlanChain>();
        registry.AddOrchestrator<FollowUp>();
        registry.AddActivityFunc<Guid, AdvanceOutput?>(nameof(Advance), (_, inspection) => WatchAsync(nameof(Advance), () => Get<Advance>().Run(inspection, CancellationToken.None)));
        registry.AddActivityFunc<EffectInput>(nameof(SendNotice), (_, notice) => WatchAsync(nameof(SendNotice), () => Get<SendNotice>().Run(notice, CancellationToken.None)));
        registry.AddActivityFunc<EffectInput>(nameof(Disseminate), (_, notice) => WatchAsync(nameof(Disseminate), () => Get<Disseminate>().Run(notice, CancellationToken.None)));
        registry.AddActivityFunc<EffectInput>(nameof(ScanUpload), (_, document) => WatchAsync(nameof(ScanUpload), () => Get<ScanUpload>().Run(document, CancellationToken.None)));
    }

    private Task WatchAsync(string name, Func<Task> activity) => WatchAsync(name, async () =>
    {
        await activity();
        return true;
    });

    private async Task<T> WatchAsync<T>(string name, Func<Task<T>> activity)
    {
        if (Interlocked.Increment(ref _begun) > _mostActivities)
        {
            await Task.Delay(Timeout.Infinite);
        }

        await _gate;
        await _room.WaitAsync();
        try
        {
            return await activity();
        }
        finally
        {
            _room.Release();
            Interlocked.Increment(ref _ended);
            _counts.AddOrUpdate(name, 1, (_, before) => before + 1);
            _finished.Writer.TryWrite(name);
        }
    }
}
