using AreaSend.Services.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Browser.Tests;

/// <summary>A console of its own, filled with the sandbox's fictional inspections.</summary>
public sealed class FilledConsole : IAsyncLifetime
{
    private readonly ConsoleHost _host = new();

    public Uri Address => _host.Address;

    public async ValueTask InitializeAsync()
    {
        _ = _host.Address;
        await _host.Services.GetRequiredService<SandboxFill>().FillAsync();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
