using System.Text.Json;
using AreaSend.Cli.Tests.Prompt;
using AreaSend.Testing;

namespace AreaSend.Cli.Tests.Simulate;

/// <summary>One simulation to the published priority action plan, for all tests of a class.</summary>
public sealed class SimulatedInspection : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SimulatedInspection() => History = Run(_folder, outcome: 3);

    public JsonElement History { get; }

    public string Store => _folder.File("simulation.db");

    public IReadOnlyList<string> Emails => EmailsIn(_folder);

    public static JsonElement Run(TemporaryFolder folder, int outcome) =>
        Typed.Line($"simulate --area 888 --on-site 2025-09-22 --outcome {outcome} --out {folder.Path} --json").Json();

    public static IReadOnlyList<string> EmailsIn(TemporaryFolder folder) =>
        [.. Directory.EnumerateFiles(folder.Path, "*.eml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Dispose();
}
