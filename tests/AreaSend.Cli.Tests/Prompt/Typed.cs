using System.Diagnostics;
using System.Text.Json;
using AreaSend.Cli.Prompt;
using AreaSend.Core.Timetables;

namespace AreaSend.Cli.Tests.Prompt;

/// <summary>What came of a command line.</summary>
internal sealed record Typed(int Status, string Output, string Error)
{
    /// <summary>Within this process: the same parser and commands as the program's.</summary>
    public static Typed Line(string line) => Words(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The same, for words that hold spaces.</summary>
    public static Typed Words(params string[] words)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var status = Entry.Run(words, output, error, Commands.All(Editions.Shipped));
        return new Typed(status, output.ToString(), error.ToString());
    }

    /// <summary>The program itself, as a process of its own.</summary>
    public static Task<Typed> AsProcess(params string[] args) => InZone(null, args);

    /// <summary>The program itself on a machine whose clock shows another time zone.</summary>
    public static Task<Typed> InZone(string? zone, params string[] args) => With(zone is null ? [] : new() { ["TZ"] = zone }, args);

    /// <summary>The program itself, in an environment that has these too.</summary>
    public static async Task<Typed> With(Dictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "areasend.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Typed(process.ExitCode, await output, await error);
    }

    public JsonElement Json()
    {
        Assert.Equal((0, ""), (Status, Error));
        return JsonDocument.Parse(Output).RootElement;
    }
}
