using System.Diagnostics;
using System.Text.RegularExpressions;
using AreaSend.Core.Rules;
using AreaSend.Testing;

namespace AreaSend.Web.Tests.Engine;

/// <summary>The real host in a process of its own, with <see cref="BackDoor"/>; it can be killed.</summary>
internal sealed partial class HostProcess : IDisposable
{
    private readonly Process _process;

    private HostProcess(Process process, Uri address)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
    }

    public HttpClient Client { get; }

    public static async Task<HostProcess> StartAsync(HostFolder folder, Instant began)
    {
        var tests = typeof(HostProcess).Assembly.GetName().Name!;
        var output = AppContext.BaseDirectory;
        var start = new ProcessStartInfo(
            "dotnet",
            ["exec", "--depsfile", Path.Combine(output, $"{tests}.deps.json"), "--runtimeconfig", Path.Combine(output, $"{tests}.runtimeconfig.json"), Path.Combine(output, "AreaSend.Web.dll")])
        {
            WorkingDirectory = output, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = tests;
        start.Environment[BackDoor.BeganVariable] = began.ToUnixTimeTicks().ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        foreach (var (name, value) in folder.Settings)
        {
            start.Environment[name.Replace(":", "__")] = value;
        }

        var process = Process.Start(start)!;
        return new HostProcess(process, await ListeningAsync(process));
    }

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
                return new Uri(match.Groups[1].Value);
            }
        }

        throw new InvalidOperationException($"The host did not start: {string.Join('\n', said)} {await process.StandardError.ReadToEndAsync()}");
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
