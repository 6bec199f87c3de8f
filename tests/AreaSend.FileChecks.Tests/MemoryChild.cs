using System.Diagnostics;
using System.Globalization;
using AreaSend.FileChecks;

namespace AreaSend.FileChecks.Tests;

/// <summary>What <see cref="MemoryTests"/> runs in a process of its own, because a peak belongs to a whole process.</summary>
public class MemoryChild
{
    public const string FolderVariable = "AREASEND_ODD_FILES";
    public const string PeakFile = "peak";

    [Fact(Explicit = true)]
    public void Check_EveryFileInTheFolder_AsTheTableSays()
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable)!;
        var check = new UploadCheck(new UploadLimits());
        foreach (var file in MemoryTests.Heavy())
        {
            using var content = File.OpenRead(Path.Combine(folder, file.Name));
            file.RequireVerdict(check.Check(content, file.FileName));
        }

        using var process = Process.GetCurrentProcess();
        File.WriteAllText(Path.Combine(folder, PeakFile), process.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
    }
}
