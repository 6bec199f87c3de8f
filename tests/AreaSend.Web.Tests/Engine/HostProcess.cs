using System.Diagnostics;
using System.Text.RegularExpressions;
using AreaSend.Core.Rules;
using AreaSend.Testing;

namespace AreaSend.Web.Tests.Engine;

/// <summary>The real host in a process of its own, with <see cref="HostBackdoor"/>; it can be killed.</summary>
internal sealed partial class HostProcess : IDisposable
{
    private readonly Process _process;

    private HostProcess(Process process, Uri address)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
    }

    public HttpClient Client { get; }

    public static Task<HostProcess> StartAsync(HostFolder folder, ShiftedClock clock) => StartAsync(
        [.. folder.Settings, new(HostBackdoor.BehindVariable, clock.Behind.BclCompatibleTicks.ToString(System.Globalization.CultureInfo.InvariantCulture))]);

    /// <param name="environment">Settings as the host calls them, or variables.</param>
    public static async Task<HostProcess> StartAsync(IReadOnlyCollection<KeyValuePair<string, string>> environment)
    {
        var start = Program("AreaSend.Web.dll");
        start.Environment["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = Tests;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        foreach (var (name, value) in environment)
        {
            start.Environment[name.Replace(":", "__")] = value;
        }

        var process = Process.Start(start)!;
        return new HostProcess(process, await ListeningAsync(process));
    }

    /// <summary>A program of this repository, beside the tests, as a process of its own.</summary>
    public static ProcessStartInfo Program(string file, params string[] arguments)
    {
        var output = AppContext.BaseDirectory;
        string[] with = ["exec", "--depsfile", Path.Combine(output, $"{Tests}.deps.json"), "--runtimeconfig", Path.Combine(output, $"{Tests}.runtimeconfig.json")];
        return new("dotnet", [.. with, Path.Combine(output, file), .. arguments]) { WorkingDirectory = output, RedirectStandardOutput = true, RedirectStandardError = true };
    }

    private static string Tests => typeof(HostProcess).Assembly.GetName().Name!;

    /// <summary>SIGKILL: no handler, no flush, no farewell.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        Client.CancelPendingRequests();
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static async Task<Uri> ListeningAsync(Process process)
    {
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                // Nobody reads on: a full pipe would stop the host.
                _ = process.StandardOutput.ReadToEndAsync();
                _ = process.StandardError.ReadToEndAsync();
                return new Uri($"http://127.0.0.1:{match.Groups[1].Value}");
            }
        }

        throw new InvalidOperationException($"The host did not start: {string.Join('\n', said)} {await process.StandardError.ReadToEndAsync()}");
    }

    [GeneratedRegex(@"Now listening on: http://\S+:(\d+)")]
    private static partial Regex Listening();
}
