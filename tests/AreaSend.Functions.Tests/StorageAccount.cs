using System.Diagnostics;
using System.Text.RegularExpressions;
using AreaSend.Testing;

namespace AreaSend.Functions.Tests;

/// <summary>A storage account for one test run, with blobs, queues and tables: Azurite that keeps nothing. It starts with the first test that asks for it.</summary>
public sealed partial class StorageAccount : IAsyncDisposable
{
    private const string Name = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    // It stops with its owner, however that one ends, because its standard input closes then.
    private const string UntilInputEnds = """process.stdin.on("end", () => process.exit()).resume(); require("azurite/dist/src/azurite.js");""";

    private readonly Lazy<Task<Running>> _running = new(StartAsync);

    public async Task<string> ConnectionStringAsync() => (await _running.Value).ConnectionString;

    public async ValueTask DisposeAsync()
    {
        if (_running.IsValueCreated)
        {
            var (process, _) = await _running.Value;
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private static async Task<Running> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo("node")
        {
            WorkingDirectory = Repository.Folder("tools/azurite"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "-e", UntilInputEnds, "azurite", "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
                "--skipApiVersionCheck", "--disableTelemetry", "--silent", "--inMemoryPersistence",
            },
        })!;
        var connection = $"DefaultEndpointsProtocol=http;AccountName={Name};AccountKey={Key};";
        for (var services = 0; services < 3;)
        {
            var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("Azurite ended before it listened.");
            if (Listening().Match(line) is { Success: true } match)
            {
                connection += $"{match.Groups["service"].Value}Endpoint={match.Groups["address"].Value}/{Name};";
                services++;
            }
        }

        _ = process.StandardOutput.ReadToEndAsync();
        return new Running(process, connection);
    }

    [GeneratedRegex(@"(?<service>Blob|Queue|Table) service.*successfully listen\w* (on|at) (?<address>http://[^/\s]+)")]
    private static partial Regex Listening();

    private sealed record Running(Process Process, string ConnectionString);
}
