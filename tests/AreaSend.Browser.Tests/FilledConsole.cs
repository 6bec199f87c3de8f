using AreaSend.Services.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Browser.Tests;

/// <summary>A console of its own, filled with the sandbox's fictional inspections.</summary>
public sealed class FilledConsole : IAsyncLifetime
{
    private readonly ConsoleHost host = new();

    public Uri Address => host.Address;

    public async ValueTask InitializeAsync()
    {
        _ = host.Address;
        await host.Services.GetRequiredService<SandboxFill>().FillAsync();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
