using AreaSend.Conformance;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Engine;
using AreaSend.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AreaSend.Services.Tests.Conformance;

/// <summary>The embedded engine: what its host's loop does in a pass, on the store's clock.</summary>
/// <param name="store">The store.</param>
/// <param name="configure">Adds services to its host, or takes the place of some.</param>
internal sealed class EmbeddedRun(ThrowawayStore store, Action<IServiceCollection>? configure = null) : IEngineRun
{
    private readonly ServiceProvider _host = EngineHost.Start(store, configure);

    public Task SettleAsync() => _host.GetRequiredService<DueWorkRunner>().RunAsync(store.Now);

    public Task RefreshAsync(Uri feed)
    {
        _host.GetRequiredService<IOptions<BankHolidayOptions>>().Value.Url = feed;
        return _host.GetRequiredService<BankHolidayRefresh>().RefreshAsync();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}

/// <summary>The same, with a host that ends after every single piece of work.</summary>
internal sealed class EmbeddedRunKilledAlways(ThrowawayStore store) : IEngineRun
{
    public async Task SettleAsync()
    {
        while (await OnePieceAsync())
        {
            // The next piece is another host's.
        }
    }

    public async Task RefreshAsync(Uri feed)
    {
        await using var host = new EmbeddedRun(store);
        await host.RefreshAsync(feed);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<bool> OnePieceAsync()
    {
        await using var host = EngineHost.Start(store);
        return await host.GetRequiredService<InspectionAdvance>().AdvanceDueAsync(store.Now) > 0
            || await host.GetRequiredService<OutboxRunner>().SendNextDueAsync(store.Now);
    }
}
