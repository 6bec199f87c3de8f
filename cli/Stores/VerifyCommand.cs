using System.CommandLine;
using AreaSend.Services.Store;
using Microsoft.Data.Sqlite;

namespace AreaSend.Cli.Stores;

/// <summary><c>verify --database PATH</c>: whether every history in a store is what was recorded, and every document what its history says. Exit 0 whole, 1 damaged, 2 no such store. Changes nothing.</summary>
internal static class VerifyCommand
{
    private const int Whole = 0;
    private const int Damaged = 1;

    // Who may write the database can compute hashes too.
    private const string NotChecked =
        "Not checked, because nothing outside of this database is looked at: whether whole inspections were removed or replaced together with all their hashes; names of files, names and addresses of people and recipients, the access log, and the files in storage.";

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

            foreach (var wrong in report.Documents)
            {
                output.WriteLine($"Inspection {wrong.Inspection}, document {wrong.Document}: {wrong.What}");
            }

            output.WriteLine(report.Broken.Count == 0
                ? $"Every history is what was recorded: {report.Inspections} inspections, {report.Events} events."
                : $"{report.Broken.Count} of {report.Inspections} histories damaged.");
            output.WriteLine(report.Documents.Count == 0 ? "Every document is what the events say of it." : $"{report.Documents.Count} documents are not what the events say of them.");
            output.WriteLine(NotChecked);
            return report.Broken.Count + report.Documents.Count == 0 ? Whole : Damaged;
        });
        return command;
    }
}
