using System.Diagnostics;

namespace AreaSend.FileChecks.Tests;

public class MemoryTests
{
    /// <summary>What the host may take while it checks the worst of uploads, the test runner around it included.</summary>
    private const long MostBytes = 200L << 20;

    [Fact]
    public async Task Check_BombsInAProcessOfItsOwn_TakesLessThan200MegabytesAtItsPeak()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Heavy())
        {
            await File.WriteAllBytesAsync(folder.File(file.Name), file.Content());
        }

        var (exitCode, output) = await RunChildAsync(folder.Path);

        Assert.True(exitCode == 0, output);
        var peak = long.Parse(await File.ReadAllTextAsync(folder.File(MemoryChild.PeakFile)));
        Assert.InRange(peak, 1, MostBytes);
    }

    /// <summary>The bombs, the large workbooks, and 80 MB of what takes longest to look through.</summary>
    internal static IEnumerable<OddFile> Heavy() => [.. Bombs.All, .. OddWorkbooks.Large, .. LargeFiles.All];

    private static async Task<(int ExitCode, string Output)> RunChildAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[typeof(MemoryTests).Assembly.Location, "-explicit", "only", "-class", typeof(MemoryChild).FullName!, "-noColor", "-noLogo"])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment[MemoryChild.FolderVariable] = folder;
        using var child = Process.Start(start)!;
        var output = child.StandardOutput.ReadToEndAsync();
        var errors = child.StandardError.ReadToEndAsync();
        await child.WaitForExitAsync();
        return (child.ExitCode, await output + await errors);
    }
}
