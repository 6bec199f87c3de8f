using System.CommandLine;
using AreaSend.Cli.Prompt;
using AreaSend.Services.Store;
using Microsoft.Data.Sqlite;

namespace AreaSend.Cli.Stores;

/// <summary><c>migrate</c>: makes the tables of a store, or brings them up to date. A server has neither the SDK nor <c>dotnet ef</c>.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var store = new StoreChoice();
        var command = new Command("migrate", "Make a store's tables or bring them up to date; nothing in it is lost. Done again, it changes nothing.");
        store.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var applied = await store.UseAsync(parsed, SqliteOpenMode.ReadWriteCreate, settings => MigrateAsync(settings, cancellation));
            var output = parsed.InvocationConfiguration.Output;
            foreach (var migration in applied)
            {
                output.WriteLine($"Applied {migration}.");
            }

            output.WriteLine(applied.Count == 0 ? "The database was up to date: nothing was changed." : "The database is up to date.");
            return 0;
        });
        return command;
    }

    private static async Task<IReadOnlyList<string>> MigrateAsync(StoreSettings settings, CancellationToken cancellation)
    {
        try
        {
            var database = new StoreDatabase(settings);
            await database.RefuseNewerAsync(cancellation);
            return await database.MigrateAsync(cancellation);
        }
        catch (Exception problem) when (problem is OtherStoreException or NewerStoreException)
        {
            throw new CommandRefusedException(problem.Message);
        }
    }
}
