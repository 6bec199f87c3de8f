using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AreaSend.Services.Storage;

/// <summary>
/// Azurite, Microsoft's emulator of Azure Blob Storage, as a child process on a free loopback port: what the sandbox and the tests keep documents in.
/// It stops when this process does, however this one ends, because its standard input closes then (<c>tools/azurite/serve.js</c>).
/// </summary>
public sealed partial class AzuriteProcess : IAsyncDisposable
{
    // Azurite's own account, the same on every machine and printed in its manual; it opens nothing but this folder on this machine.
    private const string Account = "devstoreaccount1";
    private const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan TimeToStart = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly AzuriteFolder? _own;

    private AzuriteProcess(Process process, AzuriteFolder? own, Uri address)
    {
        _process = process;
        _own = own;
        Address = address;
    }

    /// <summary>Where the blob service listens, for example <c>http://127.0.0.1:33783/</c>.</summary>
    public Uri Address { get; }

    /// <summary>Its process, for a test that takes it away.</summary>
    internal int ProcessId => _process.Id;

    /// <summary>Ends when the process has ended.</summary>
    internal Task EndedAsync(CancellationToken cancellation) => _process.WaitForExitAsync(cancellation);

    /// <summary>What a blob client needs to reach it.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={AccountKey};BlobEndpoint={Address}{Account};";

    /// <summary>Starts Azurite and returns once it listens.</summary>
    /// <param name="toolFolder">Where <c>serve.js</c> is: <c>tools/azurite</c> of the clone.</param>
    /// <param name="dataFolder">Where it keeps the blobs; made if it is not there. One process at a time may have it.</param>
    /// <param name="cancellationToken">Gives up waiting, and stops what was started.</param>
    /// <exception cref="AzuriteException">Node or the package is missing, the folder is taken, or Azurite ended: the message says which and what to
    /// do.</exception>
    public static async Task<AzuriteProcess> StartAsync(string toolFolder, string dataFolder, CancellationToken cancellationToken = default)
    {
        var own = AzuriteFolder.Take(toolFolder, dataFolder);
        try
        {
            return await StartAsync(own, isOwn: true, port: 0, cancellationToken);
        }
        catch
        {
            own.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The same over a folder that the caller holds, on a port of its choice (0 for any): where it listened before, so that addresses given out stay good.
    /// </summary>
    internal static Task<AzuriteProcess> StartAsync(AzuriteFolder folder, int port, CancellationToken cancellationToken) =>
        StartAsync(folder, isOwn: false, port, cancellationToken);

    private static async Task<AzuriteProcess> StartAsync(AzuriteFolder folder, bool isOwn, int port, CancellationToken cancellationToken)
    {
        var process = Launch(folder, port);
        try
        {
            return new AzuriteProcess(process, isOwn ? folder : null, await ListeningAsync(process, cancellationToken));
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    /// <summary>Asks Azurite to write down what it holds and end; ends it by force if it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
            using var timeout = new CancellationTokenSource(TimeToStop);
            await _process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (IOException)
        {
            // It has ended already, and with it the other end of the pipe.
        }

        _process.Dispose();
        _own?.Dispose();
    }

    private static Process Launch(AzuriteFolder folder, int port)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = folder.Tool,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "serve.js", "--blobPort", port.ToString(CultureInfo.InvariantCulture), "--location", folder.Data,
                "--skipApiVersionCheck", "--disableTelemetry", "--silent",
            },
        };
        try
        {
            return Process.Start(start) ?? throw new AzuriteException("Node.js did not start.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new AzuriteException("Azurite needs Node.js 20 or later, and there is no node on the PATH: see https://nodejs.org/");
        }
    }

    /// <summary>Reads Azurite's output as long as it writes any, so that it never blocks on a full pipe, and answers when a line names the address.</summary>
    private static async Task<Uri> ListeningAsync(Process process, CancellationToken cancellationToken)
    {
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new ConcurrentQueue<string>();

        void Hear(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is null || address.Task.IsCompleted)
            {
                return;
            }

            said.Enqueue(line.Data);
            if (ListeningLine().Match(line.Data) is { Success: true } match)
            {
                address.TrySetResult(new Uri(match.Groups["address"].Value));
            }
        }

        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var ended = process.WaitForExitAsync(cancellationToken);
        try
        {
            await Task.WhenAny(address.Task, ended).WaitAsync(TimeToStart, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new AzuriteException($"Azurite did not listen within {TimeToStart.TotalSeconds} seconds. {string.Join(" ", said)}");
        }

        cancellationToken.ThrowIfCancellationRequested();
        return address.Task.IsCompletedSuccessfully
            ? await address.Task
            : throw new AzuriteException($"Documents have no storage, Azurite did not start. {string.Join(" ", said)}");
    }

    [GeneratedRegex(@"successfully listen\w* (on|at) (?<address>http://\S+)")]
    private static partial Regex ListeningLine();
}
