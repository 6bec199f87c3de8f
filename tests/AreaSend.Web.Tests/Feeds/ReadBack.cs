using System.Diagnostics;
using System.Text.Json;
using AreaSend.Testing;

namespace AreaSend.Web.Tests.Feeds;

/// <summary>A calendar as ical.js reads it: see <c>read-calendar.mjs</c>.</summary>
/// <param name="Name">What programs call it.</param>
/// <param name="Method">What it is: <c>PUBLISH</c>.</param>
/// <param name="Events">Its entries.</param>
internal sealed record ReadBack(string Name, string Method, IReadOnlyList<EventReadBack> Events)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<ReadBack> OfAsync(string calendar)
    {
        var start = new ProcessStartInfo("node", [Repository.Folder("tests/AreaSend.Web.Tests/Feeds/read-calendar.mjs")])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var (read, error) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.WriteAsync(calendar);
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, $"ical.js cannot read it: {await error}");
        return JsonSerializer.Deserialize<ReadBack>(await read, Json)!;
    }

    /// <summary>The entry of a step.</summary>
    public EventReadBack Of(string step) => Assert.Single(Events, entry => entry.Uid.EndsWith($"-{step}@areasend", StringComparison.Ordinal));
}

/// <summary>An entry: start and end as the clocks in London show them, without a time where it is a whole day.</summary>
internal sealed record EventReadBack(
    string Uid, string Summary, string Description, string Start, string End, string? Utc, int Sequence, string Status, string Changed, string Stamped);
