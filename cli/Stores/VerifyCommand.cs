using System.CommandLine;
using AreaSend.Cli.Prompt;
using AreaSend.Services.Checkpoints;
using AreaSend.Services.Store;
using Microsoft.Data.Sqlite;
using NodaTime.Text;

namespace AreaSend.Cli.Stores;

/// <summary>
/// <c>verify --database PATH</c>: whether every history in a store is what was recorded, and every document what its history says. Exit 0 whole, 1 damaged, 2
/// no such store. Changes nothing.
/// </summary>
internal static class VerifyCommand
{
    private const int Whole = 0;
    private const int Damaged = 1;

    // Who may write the database can compute hashes too.
    private const string NotCompared =
        "Not checked, because no checkpoint was named (--checkpoints PLACE --checkpoint-key KEY): whether whole inspections were removed, cut short or replaced together with all their hashes, the access log, names of files, and the addresses that notices went to.";

    private const string NotChecked = "Not checked: names and addresses of people, the texts of e-mails, and the files in storage.";

    public static Command Create()
    {
        var store = new StoreChoice();
        var command = new Command("verify", "Check every inspection's history, hash by hash: exit 0 whole, 1 damaged.");
        store.AddTo(command);
        var checkpoints = new CheckpointChoice();
        checkpoints.AddTo(command);
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
            output.WriteLine(
                report.Documents.Count == 0
                    ? "Every document is what the events say of it."
                    : $"{report.Documents.Count} documents are not what the events say of them.");
            var since = !checkpoints.IsTyped(parsed) ? new Compared(null, []) : await store.UseAsync(
                parsed, SqliteOpenMode.ReadOnly, settings => checkpoints.UseAsync(parsed, book => CompareAsync(settings, book, cancellation)));
            foreach (var wrong in since.Wrong)
            {
                output.WriteLine(wrong);
            }

            output.WriteLine(
                since.Checkpoint is { } checkpoint
                    ? $"{(since.Wrong.Count == 0 ? "All that the checkpoint has is still there" : $"{since.Wrong.Count} things are not as the checkpoint has them")}: {checkpoint.Inspections} inspections, names of files, addresses of notices and the access log, {InstantPattern.General.Format(checkpoint.At)}."
                    : NotCompared);
            foreach (var forgotten in since.Checkpoint?.Forgotten ?? [])
            {
                output.WriteLine(
                    $"Forgotten on purpose, {InstantPattern.General.Format(forgotten.At)}: {forgotten.Reason} {string.Join(' ', forgotten.Lost)}".TrimEnd());
            }

            output.WriteLine(NotChecked);
            return report.Broken.Count + report.Documents.Count + since.Wrong.Count == 0 ? Whole : Damaged;
        });
        return command;
    }

    /// <summary>The store against the newest checkpoint.</summary>
    private static async Task<Compared> CompareAsync(StoreSettings settings, CheckpointBook book, CancellationToken cancellation)
    {
        var latest = await book.LatestAsync(cancellation) ?? throw new CommandRefusedException("There is no checkpoint in that place.");
        return new Compared(latest, await new CheckpointComparison(new StoreDatabase(settings)).AgainstAsync(latest, cancellation));
    }

    private sealed record Compared(Checkpoint? Checkpoint, IReadOnlyList<string> Wrong);
}
