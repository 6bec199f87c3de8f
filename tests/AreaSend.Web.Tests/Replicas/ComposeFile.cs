using System.Text.RegularExpressions;
using AreaSend.Testing;

namespace AreaSend.Web.Tests.Replicas;

/// <summary>What <c>deploy/compose.yaml</c> gives to each console: its settings, and the names of its secrets.</summary>
internal static partial class ComposeFile
{
    private static readonly string[] Lines = Repository.Read("deploy/compose.yaml").Split('\n');

    /// <summary>The settings as they stand there, variables and all.</summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } = Below("  environment: &settings", "    ")
        .Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1].Trim('"'));

    /// <summary>The secrets: each is a file in the secrets' folder, most of them named like a setting.</summary>
    public static IReadOnlyList<string> Secrets { get; } = [.. Below("  secrets:", "    - ")];

    /// <summary>The settings with their variables filled in.</summary>
    /// <param name="variables">What <c>.env</c> says. One that has to be there and is not fails, as it does in Compose.</param>
    public static Dictionary<string, string> With(IReadOnlyDictionary<string, string> variables) => Settings.ToDictionary(
        setting => setting.Key,
        setting => Variable().Replace(setting.Value, variable => variables.GetValueOrDefault(variable.Groups["name"].Value)
            ?? (variable.Groups["or"].Value == ":-" ? variable.Groups["what"].Value : throw new InvalidOperationException($"{variable.Groups["name"].Value}: {variable.Groups["what"].Value}"))));

    private static IEnumerable<string> Below(string heading, string indent) =>
        Lines.SkipWhile(line => line != heading).Skip(1).TakeWhile(line => line.StartsWith(indent, StringComparison.Ordinal)).Select(line => line[indent.Length..]);

    [GeneratedRegex(@"\$\{(?<name>\w+)(?:(?<or>:[-?])(?<what>[^}]*))?\}")]
    private static partial Regex Variable();
}
