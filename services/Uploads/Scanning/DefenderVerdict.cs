using System.Text.Json;
using AreaSend.FileChecks;

namespace AreaSend.Services.Uploads.Scanning;

/// <summary>The verdict of Microsoft Defender for Storage on one blob, from its Event Grid event or from the blob's index tags.</summary>
/// <param name="Blob">The blob's address.</param>
/// <param name="ETag">The version of the blob that was scanned; the verdict says nothing about any other. Without quotation marks.</param>
/// <param name="Verdict">What Defender says.</param>
public sealed record DefenderVerdict(Uri Blob, string ETag, ScanVerdict Verdict)
{
    /// <summary>The type of event that carries a verdict.</summary>
    public const string EventType = "Microsoft.Security.MalwareScanningResult";

    /// <summary>The index tag that carries a verdict; Defender's pages spell it in more than one case.</summary>
    public const string Tag = "Malware Scanning scan result";

    private const string Engine = "Microsoft Defender for Storage";

    /// <summary>Reads one event of Event Grid's schema or the CloudEvents schema; null when it is about something else.</summary>
    public static DefenderVerdict? FromEvent(JsonElement message)
    {
        var type = Text(message, "eventType") ?? Text(message, "type");
        if (type != EventType
            || !message.TryGetProperty("data", out var data)
            || !Uri.TryCreate(Text(data, "blobUri"), UriKind.Absolute, out var blob)
            || Text(data, "eTag") is not { Length: > 0 } tag)
        {
            return null;
        }

        return new DefenderVerdict(blob, tag.Trim('"'), Read(Text(data, "scanResultType"), Text(data, "scanFinishedTimeUtc"), MalwareNames(data)));
    }

    /// <summary>Reads a blob's index tags. Whoever may write tags may write this one: let nobody but Defender.</summary>
    public static ScanVerdict FromTags(IEnumerable<KeyValuePair<string, string>> tags) =>
        Read(tags.FirstOrDefault(tag => string.Equals(tag.Key, Tag, StringComparison.OrdinalIgnoreCase)).Value, null, []);

    private static ScanVerdict Read(string? result, string? finished, string[] names) => result switch
    {
        "No threats found" => new ScanVerdict.Clean(Engine, finished is null ? "as tagged" : $"as of {finished}"),
        "Malicious" => new ScanVerdict.Infected(names.Length == 0 ? "malware" : SafeText.Of(string.Join(", ", names))),
        null or "" => new ScanVerdict.NoVerdict("Microsoft Defender has given no verdict."),
        _ => new ScanVerdict.NoVerdict($"Microsoft Defender's verdict is “{SafeText.Of(result)}”."),
    };

    private static string[] MalwareNames(JsonElement data) =>
        data.TryGetProperty("scanResultDetails", out var details)
        && details.ValueKind == JsonValueKind.Object
        && details.TryGetProperty("malwareNamesFound", out var names)
        && names.ValueKind == JsonValueKind.Array
            ? [.. names.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!)]
            : [];

    private static string? Text(JsonElement holder, string name) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
