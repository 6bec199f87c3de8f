using System.Text.Json;
using System.Text.Json.Nodes;
using AreaSend.Testing;

namespace AreaSend.Infra.Tests;

/// <summary>
/// The two stages as bicep says they would be deployed, once image and functions are there: every resource, with its parameters filled in. Beside them
/// production on its first day, and production with the Durable Task Scheduler.
/// </summary>
public sealed class Deployed : IAsyncLifetime
{
    /// <summary>Each stage has a parameter file of this name.</summary>
    public static readonly string[] Stages = ["dev", "prod"];

    /// <summary>Production when it is provisioned for the first time: neither the console's image nor the functions are there yet.</summary>
    public const string FirstDay = "first day";

    /// <summary>Production where the Durable Task Scheduler was chosen.</summary>
    public const string WithScheduler = "with scheduler";

    /// <summary>Production where areas are sent links to their rooms for getting ready.</summary>
    public const string WithGettingReady = "with getting ready";

    private static readonly Dictionary<string, string> LaterDay = new()
    {
        ["AREASEND_FUNCTIONS_DEPLOYED"] = "true",
        ["SERVICE_WEB_IMAGE_NAME"] = "areasend.azurecr.io/web:1",
    };

    private readonly Dictionary<string, IReadOnlyList<Resource>> _resources = [];

    /// <summary>All resources of a stage.</summary>
    public IReadOnlyList<Resource> this[string stage] => _resources[stage];

    /// <summary>The resources of one type in a stage; a test of none would pass for nothing, so there must be some.</summary>
    public IReadOnlyList<Resource> OfType(string stage, string type)
    {
        var found = _resources[stage].Where(resource => resource.Type == type).ToArray();
        Assert.NotEmpty(found);
        return found;
    }

    public async ValueTask InitializeAsync()
    {
        foreach (var stage in Stages)
        {
            _resources[stage] = await PredictAsync(stage, LaterDay);
        }

        _resources[FirstDay] = await PredictAsync("prod", []);
        _resources[WithScheduler] = await PredictAsync("prod", new(LaterDay) { ["AREASEND_DURABLE_TASK_SCHEDULER"] = "true" });
        _resources[WithGettingReady] = await PredictAsync("prod", new(LaterDay) { ["AREASEND_GETTING_READY_FROM"] = "getting-ready@example.org" });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // The snapshot is written beside the parameters, so it is taken of a copy.
    private static async Task<IReadOnlyList<Resource>> PredictAsync(string stage, Dictionary<string, string> told)
    {
        using var copy = new TemporaryFolder();
        foreach (var file in InfraFiles.All)
        {
            var target = copy.File(Path.GetRelativePath(InfraFiles.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        var said = await Bicep.RunAsync(
            copy.Path, told, "snapshot", $"{stage}.bicepparam", "--mode", "overwrite", "--location", "uksouth",
            "--subscription-id", "00000000-0000-0000-0000-000000000001", "--tenant-id", "00000000-0000-0000-0000-000000000002");
        Assert.True(said.Status == 0, said.Complaints);

        var snapshot = JsonNode.Parse(await File.ReadAllTextAsync(copy.File($"{stage}.snapshot.json")))!;
        Assert.Empty(snapshot["diagnostics"]!.AsArray());
        return [.. snapshot["predictedResources"]!.AsArray().Select(node => new Resource(node!.AsObject()))];
    }
}

/// <summary>One resource that a stage would have.</summary>
public sealed record Resource(JsonObject Json)
{
    public string Type => Text("type")!;

    public string Name => Text("name")!;

    /// <summary>The resource that a role or a setting is put on.</summary>
    public string Scope => Text("scope") ?? "";

    /// <summary>The value at a path such as <c>properties.network.mode</c>; nothing where there is none.</summary>
    public JsonNode? At(string path) => path.Split('.').Aggregate((JsonNode?)Json, (node, name) => (node as JsonObject)?[name]);

    public string? Text(string path) => At(path)?.GetValueKind() == JsonValueKind.String ? At(path)!.GetValue<string>() : At(path)?.ToJsonString();

    public bool? Flag(string path) => At(path)?.GetValue<bool>();

    public int? Number(string path) => At(path)?.GetValue<int>();

    public override string ToString() => $"{Type} {Name}";
}
