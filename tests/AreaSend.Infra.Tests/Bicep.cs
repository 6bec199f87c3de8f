using System.Diagnostics;
using System.Reflection;

namespace AreaSend.Infra.Tests;

/// <summary>The bicep compiler, run as a process. A run takes seconds, so one run looks at as many files as it can.</summary>
internal static class Bicep
{
    private static readonly string Path = typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "BicepPath").Value!.Replace('\\', System.IO.Path.DirectorySeparatorChar);

    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>Runs it in a folder; whatever it says of a file, warning or error, is in <see cref="Said.Complaints"/>.</summary>
    public static Task<Said> RunAsync(string folder, params string[] arguments) => RunAsync(folder, Nothing, arguments);

    /// <summary>The same, with what <c>azd</c> would have been told (<c>azd env set</c>).</summary>
    public static async Task<Said> RunAsync(string folder, IReadOnlyDictionary<string, string> told, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // It needs no culture, and a machine without ICU could not start it otherwise.
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        foreach (var (name, value) in told)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var complaints = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Said(process.ExitCode, await output, (await complaints).Trim());
    }

    /// <summary>How it ended.</summary>
    internal sealed record Said(int Status, string Output, string Complaints);
}
