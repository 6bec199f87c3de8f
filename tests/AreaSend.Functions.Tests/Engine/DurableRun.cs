using AreaSend.Conformance;
using AreaSend.Functions.Orchestrations;
using AreaSend.Functions.Triggers;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Engine;
using AreaSend.Services.Engine.Durable;
using AreaSend.Testing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AreaSend.Functions.Tests.Engine;

/// <summary>
/// The durable engine on the store's clock. Its own timers run by the machine's clock and would fire in months; the script moves the store's clock
/// and nudges, as the sandbox does and as the queue does after a fact.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="activitiesOfAHost">A host that has carried out so many is lost.</param>
/// <param name="hub">The hub that outlives its hosts; none, and it is lost with each host, and the next one reconciles.</param>
/// <param name="memory">The hub of the one host, for a test that reads it afterwards.</param>
/// <param name="configure">Adds services to its hosts, or takes the place of some.</param>
internal sealed class DurableRun(
    ThrowawayStore store,
    int activitiesOfAHost = int.MaxValue,
    AzureStorageHub? hub = null,
    MemoryHub? memory = null,
    Action<IServiceCollection>? configure = null) : IEngineRun
{
    private DurableHost? _host;

    /// <summary>How many hosts there have been.</summary>
    public int Hosts { get; private set; }

    public async Task SettleAsync()
    {
        if (_host is null)
        {
            await StartAsync();
        }

        foreach (var inspection in await DueAsync())
        {
            await _host!.Client.StartOrNudgeAsync(inspection, CancellationToken.None);
        }

        while ((await DueAsync()).Count > 0)
        {
            if (_host!.IsDead)
            {
                await _host.DisposeAsync();
                await StartAsync();
                await (hub is null ? _host.ReconcileAsync() : Task.CompletedTask);
            }

            await _host.NextActivityAsync();
        }
    }

    public Task RefreshAsync(Uri feed)
    {
        _host!.Get<IOptions<BankHolidayOptions>>().Value.Url = feed;
        return _host.Get<RefreshBankHolidays>().Run(new TimerInfo { IsPastDue = true }, _host.Client, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    private async Task StartAsync()
    {
        _host = await DurableHost.StartAsync(store, hub?.Open() ?? memory, activitiesOfAHost, configure: configure);
        Hosts++;
    }

    private Task<IReadOnlyList<Guid>> DueAsync() => _host!.Get<EngineWork>().DueAsync(store.Now);
}
