using System.Diagnostics;
using AreaSend.Services.Hosting;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Ingesting;
using AreaSend.Services.Uploads.Scanning;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime.Testing;
using NodaTime.Text;

namespace AreaSend.Services.Tests.Uploads.Ingesting;

/// <summary>A host in a process of its own that is killed (SIGKILL) at a stage of ingestion. Stages are what ingestion logs.</summary>
public sealed class KilledHost
{
    private const string Stage = "AREASEND_TEST_KILL_AT";
    private const string Store = "AREASEND_TEST_STORE";
    private const string Blobs = "AREASEND_TEST_BLOBS";
    private const string Document = "AREASEND_TEST_DOCUMENT";
    private const string Now = "AREASEND_TEST_NOW";

    /// <summary>Runs one, and returns when it is dead.</summary>
    /// <param name="stage">What is logged when it dies.</param>
    /// <param name="store">Its SQLite file.</param>
    /// <param name="blobs">Its storage.</param>
    /// <param name="document">What it takes in.</param>
    /// <param name="now">Where its clock stands all its life.</param>
    /// <returns>Its exit code: 137 when it was killed.</returns>
    internal static async Task<int> RunAsync(string stage, StoreSettings store, string blobs, Guid document, Instant now)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                [Stage] = stage,
                [Store] = store.ConnectionString,
                [Blobs] = blobs,
                [Document] = document.ToString(),
                [Now] = InstantPattern.ExtendedIso.Format(now),
            },
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(KilledHost).Assembly.Location);
        }

        foreach (var argument in (string[])["-method", $"{typeof(KilledHost).FullName}.{nameof(Body)}", "-explicit", "only"])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        await said;
        return process.ExitCode;
    }

    /// <summary>What that process does; by itself it is no test.</summary>
    [Fact(Explicit = true)]
    public async Task Body()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(Stage) is null, "Started by KillTests.");
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Killer(Environment.GetEnvironmentVariable(Stage)!)));
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton<IClock>(new FakeClock(InstantPattern.ExtendedIso.Parse(Environment.GetEnvironmentVariable(Now)!).Value));
        services.AddStore(new StoreSettings(StoreProvider.Sqlite, Environment.GetEnvironmentVariable(Store)!));
        services.AddSingleton(await AnnexACase.StorageAsync(Environment.GetEnvironmentVariable(Blobs)!));
        services.AddSingleton<IMalwareScanner>(new SandboxScanner());
        services.AddUploads();
        await using var host = services.BuildServiceProvider();

        await host.GetRequiredService<Ingestion>().IngestAsync(Guid.Parse(Environment.GetEnvironmentVariable(Document)!));
    }

    /// <summary>Listens to the log, and kills its own process when a stage is reached: nothing is flushed, closed or disposed.</summary>
    private sealed class Killer(string stage) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Name == stage)
            {
                using var self = Process.GetCurrentProcess();
                self.Kill();
                self.WaitForExit();
            }
        }

        public void Dispose()
        {
        }
    }
}
