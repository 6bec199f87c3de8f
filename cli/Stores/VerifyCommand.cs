using System.CommandLine;
using AreaSend.Services.Store;
using Microsoft.Data.Sqlite;

namespace AreaSend.Cli.Stores;

/// <summary><c>verify --database PATH</c>: whether every history in a store is what was recorded. Exit 0 whole, 1 damaged, 2 no such store. Changes nothing.</summary>
internal static class VerifyCommand
{
    private const int Whole = 0;
    private const int Damaged = 1;

    public static Command Create()
    {
        var store = new StoreChoice();
        var command = new Command("verify", "Check every inspection's history, hash by hash: exit 0 whole, 1 damaged.");
        store.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var report = await store.UseAsync(
                parsed, SqliteOpenMode.ReadOnly, settings => new ChainVerifier(new StoreDatabase(settings)).VerifyAsync(cancellation));
            var output = parsed.InvocationConfiguration.Output;
            foreach (var broken in report.Broken)
            {
                output.WriteLine($"Inspection {broken.Inspection}, event {broken.Seq}: {broken.What}");
            }

            foreach (var early in report.SetBack)
            {
                output.WriteLine($"Inspection {early.Inspection}, event {early.Seq}: {early.What}");
            }

            output.WriteLine(report.Broken.Count == 0
                ? $"Every history is what was recorded: {report.Inspections} inspections, {report.Events} events."
                : $"{report.Broken.Count} of {report.Inspections} histories damaged.");
            return report.Broken.Count == 0 ? Whole : Damaged;
        });
        return command;
    }
}
