using System.CommandLine;
using AreaSend.Services.Hosting;
using AreaSend.Services.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Cli.Stores;

/// <summary>
/// <c>rebuild</c>: makes the list of inspections anew from their events. Hosts may go on running; the engine looks at every inspection once afterwards.
/// It never lowers a head or drops an inspection unless told to, with a reason: exit 1, nothing changed.
/// </summary>
internal static class RebuildCommand
{
    public static Command Create()
    {
        var store = new StoreChoice();
        var command = new Command("rebuild", "Make the list of inspections anew from their events, which stay as they are.");
        store.AddTo(command);
        var reason = new Option<string?>("--although-events-are-missing")
        {
            Description = "Why the list may forget events that it knows of and that are gone. It is then no evidence of them any more.",
        };
        command.Add(reason);
        command.SetAction(async (parsed, cancellation) =>
        {
            var why = parsed.GetValue(reason);
            var rebuilt = await store.UseAsync(
                parsed,
                SqliteOpenMode.ReadWrite,
                settings => RebuildAsync(settings, evenIfLost: !string.IsNullOrWhiteSpace(why), cancellation));
            var output = parsed.InvocationConfiguration.Output;
            foreach (var lost in rebuilt.Lost)
            {
                output.WriteLine($"Inspection {lost.Inspection}, event {lost.Seq}: {lost.What}");
            }

            if (rebuilt is { Inspections: 0, Lost.Count: > 0 } && string.IsNullOrWhiteSpace(why))
            {
                output.WriteLine(
                    "Nothing was changed: the list is the evidence that these events were recorded. Restore the database from a backup; or, if they are to be forgotten, say why: --although-events-are-missing \"REASON\".");
                return 1;
            }

            output.WriteLine(
                $"The list was made anew from the events of {rebuilt.Inspections} inspections.{(rebuilt.Lost.Count == 0 ? "" : $" It no longer knows of what is missing above. Reason given: {why!.Trim()}")}");
            return 0;
        });
        return command;
    }

    private static async Task<Rebuilt> RebuildAsync(StoreSettings settings, bool evenIfLost, CancellationToken cancellation)
    {
        await using var services = new ServiceCollection().AddLogging().AddStore(settings).BuildServiceProvider();
        return await services.GetRequiredService<SummaryRebuild>().RebuildAsync(evenIfLost, cancellation);
    }
}
