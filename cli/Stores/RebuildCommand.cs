using System.CommandLine;
using AreaSend.Cli.Prompt;
using AreaSend.Services.Checkpoints;
using AreaSend.Services.Hosting;
using AreaSend.Services.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AreaSend.Cli.Stores;

/// <summary>
/// <c>rebuild</c>: makes the list of inspections anew from their events. Hosts may go on running; the engine looks at every inspection once afterwards.
/// It never lowers a head or drops an inspection unless told to, with a reason that is kept among the checkpoints first: exit 1, nothing changed.
/// </summary>
internal static class RebuildCommand
{
    private const string WhereIsItKept =
        "Nothing was changed. The reason is kept where an auditor finds it, in the log of checkpoints: name that and the key to sign with, --checkpoints PLACE --checkpoint-key KEY.";

    public static Command Create()
    {
        var store = new StoreChoice();
        var command = new Command("rebuild", "Make the list of inspections anew from their events, which stay as they are.");
        store.AddTo(command);
        var reason = new Option<string?>("--although-events-are-missing")
        {
            Description = "Why the list may forget events that it knows of and that are gone. It is kept in the log of checkpoints, for good: name nobody.",
        };
        command.Add(reason);
        var checkpoints = new CheckpointChoice();
        checkpoints.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var why = parsed.GetValue(reason)?.Trim() is { Length: > 0 } given ? given : null;
            var rebuilt = await store.UseAsync(
                parsed, SqliteOpenMode.ReadWrite, settings => RebuildAsync(settings, evenIfLost: false, cancellation));
            if (rebuilt.Lost.Count > 0 && why is not null)
            {
                if (!checkpoints.IsTyped(parsed))
                {
                    throw new CommandRefusedException(WhereIsItKept);
                }

                rebuilt = await store.UseAsync(parsed, SqliteOpenMode.ReadWrite, settings => checkpoints.UseAsync(parsed, async book =>
                {
                    var forgetting = new CheckpointForgetting(new CheckpointComparison(new StoreDatabase(settings)), SystemClock.Instance);
                    await forgetting.AddAsync(book, why, [.. rebuilt.Lost.Select(Sentence)], cancellation);
                    return await RebuildAsync(settings, evenIfLost: true, cancellation);
                }));
            }

            var output = parsed.InvocationConfiguration.Output;
            foreach (var lost in rebuilt.Lost)
            {
                output.WriteLine(Sentence(lost));
            }

            if (rebuilt is { Inspections: 0, Lost.Count: > 0 } && why is null)
            {
                output.WriteLine(
                    "Nothing was changed: the list is the evidence that these events were recorded. Restore the database from a backup; or, if they are to be forgotten, say why: --although-events-are-missing \"REASON\".");
                return 1;
            }

            output.WriteLine(
                $"The list was made anew from the events of {rebuilt.Inspections} inspections.{(rebuilt.Lost.Count == 0 ? "" : $" It no longer knows of what is missing above. Reason kept among the checkpoints: {why}")}");
            return 0;
        });
        return command;
    }

    private static string Sentence(BrokenChain lost) => $"Inspection {lost.Inspection}, event {lost.Seq}: {lost.What}";

    private static async Task<Rebuilt> RebuildAsync(StoreSettings settings, bool evenIfLost, CancellationToken cancellation)
    {
        await using var services = new ServiceCollection().AddLogging().AddStore(settings).BuildServiceProvider();
        try
        {
            return await services.GetRequiredService<SummaryRebuild>().RebuildAsync(evenIfLost, cancellation);
        }
        catch (BrokenChainException broken)
        {
            throw new CommandRefusedException($"{broken.Message} The list stays as it was from this inspection on; 'areasend verify' names all that is damaged.");
        }
    }
}
