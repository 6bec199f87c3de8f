using AreaSend.Testing;

namespace AreaSend.Infra.Tests;

/// <summary>The files under <c>infra/</c>.</summary>
internal static class InfraFiles
{
    public static string Folder { get; } = Repository.Folder("infra");

    /// <summary>Templates, parameter files and the compiler's settings; not what a deployment leaves behind.</summary>
    public static IEnumerable<string> All =>
        Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".bicep" or ".bicepparam" || Path.GetFileName(file) == "bicepconfig.json")
            .Where(file => Path.GetFileName(file) != "main.bicepparam");
}
