using System.CommandLine;
using AreaSend.Cli.Prompt;
using AreaSend.Services.Store;
using Microsoft.Data.Sqlite;

namespace AreaSend.Cli.Verify;

/// <summary><c>verify --database PATH</c>: whether every history in a SQLite store is what was recorded. Exit 0 whole, 1 damaged, 2 no such store. Changes nothing.</summary>
internal static class VerifyCommand
{
    private const int Whole = 0;
    private const int Damaged = 1;

    public static Command Create()
    {
        var database = new Option<FileInfo>("--database") { Description = "The SQLite file of a store.", Required = true };
        var command = new Command("verify", "Check every inspection's history, hash by hash: exit 0 whole, 1 damaged.") { database };
        command.SetAction(async (parsed, cancellation) =>
        {
            var report = await CheckAsync(parsed.GetRequiredValue(database), cancellation);
            var output = parsed.InvocationConfiguration.Output;
            foreach (var broken in report.Broken)
            {
                output.WriteLine($"Inspection {broken.Inspection}, event {broken.Seq}: {broken.What}");
            }

            output.WriteLine(report.Broken.Count == 0
                ? $"Every history is what was recorded: {report.Inspections} inspections, {report.Events} events."
                : $"{report.Broken.Count} of {report.Inspections} histories damaged.");
            return report.Broken.Count == 0 ? Whole : Damaged;
        });
        return command;
    }

    private static async Task<ChainReport> CheckAsync(FileInfo file, CancellationToken cancellation)
    {
        if (!file.Exists)
        {
            throw new RefusedException($"There is no file {file.FullName}.");
        }

        var settings = new StoreSettings(
            StoreProvider.Sqlite,
            new SqliteConnectionStringBuilder { DataSource = file.FullName, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            return await new ChainVerifier(new StoreDatabase(settings)).VerifyAsync(cancellation);
        }
        catch (SqliteException)
        {
            throw new RefusedException($"{file.FullName} cannot be read as a store of AreaSend.");
        }
    }
}
