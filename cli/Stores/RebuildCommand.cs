using System.CommandLine;
using AreaSend.Services.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Cli.Stores;

/// <summary>
/// <c>rebuild</c>: makes the list of inspections anew from their events. Hosts may go on running; the engine looks at every inspection once afterwards.
/// </summary>
internal static class RebuildCommand
{
    public static Command Create()
    {
        var store = new StoreChoice();
        var command = new Command("rebuild", "Make the list of inspections anew from their events, which stay as they are.");
        store.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var inspections = await store.UseAsync(parsed, SqliteOpenMode.ReadWrite, settings => RebuildAsync(settings, cancellation));
            parsed.InvocationConfiguration.Output.WriteLine($"The list was made anew from the events of {inspections} inspections.");
            return 0;
        });
        return command;
    }

    private static async Task<int> RebuildAsync(StoreSettings settings, CancellationToken cancellation)
    {
        await using var services = new ServiceCollection().AddLogging().AddStore(settings).BuildServiceProvider();
        return await services.GetRequiredService<SummaryRebuild>().RebuildAsync(cancellation);
    }
}
