using System.Text.Json;
using AreaSend.Services.Uploads.Scanning;

namespace AreaSend.Services.Tests.Uploads.Scanning;

public class DefenderVerdictTests
{
    private const string Malicious = """
        {
          "id": "52d00da0-8f1a-4c3c-aa2c-24831967356b",
          "subject": "storageAccounts/example/containers/quarantine/blobs/one",
          "data": {
            "correlationId": "52d00da0-8f1a-4c3c-aa2c-24831967356b",
            "blobUri": "https://example.blob.core.windows.net/quarantine/one",
            "eTag": "0x8DB4C9327B08CBF",
            "scanFinishedTimeUtc": "2024-01-09T11:31:54.0481279Z",
            "scanResultType": "RESULT",
            "scanResultDetails": DETAILS
          },
          "eventType": "Microsoft.Security.MalwareScanningResult",
          "dataVersion": "1.0"
        }
        """;

    private const string Names = """{ "malwareNamesFound": ["DOS/EICAR_Test_File", "Other"], "sha256": "275A" }""";

    [Fact]
    public void FromEvent_Malicious_IsInfectedForThatVersionOfTheBlob()
    {
        var verdict = DefenderVerdict.FromEvent(Event("Malicious", Names));

        Assert.Equal(
            new DefenderVerdict(new Uri("https://example.blob.core.windows.net/quarantine/one"), "0x8DB4C9327B08CBF", new ScanVerdict.Infected("DOS/EICAR_Test_File, Other")),
            verdict);
    }

    [Fact]
    public void FromEvent_MaliciousWithoutNames_IsStillInfected() =>
        Assert.Equal(new ScanVerdict.Infected("malware"), DefenderVerdict.FromEvent(Event("Malicious", "null"))!.Verdict);

    [Fact]
    public void FromEvent_NoThreatsFound_IsClean() =>
        Assert.Equal(
            new ScanVerdict.Clean("Microsoft Defender for Storage", "as of 2024-01-09T11:31:54.0481279Z"),
            DefenderVerdict.FromEvent(Event("No threats found", "null"))!.Verdict);

    [Theory, InlineData("Error"), InlineData("Not Scanned"), InlineData("no threats found"), InlineData("")]
    public void FromEvent_AnythingElse_IsNoVerdict(string result) =>
        Assert.IsType<ScanVerdict.NoVerdict>(DefenderVerdict.FromEvent(Event(result, "null"))!.Verdict);

    [Fact]
    public void FromEvent_CloudEventsSchema_IsReadToo() =>
        Assert.NotNull(DefenderVerdict.FromEvent(Parse(Malicious.Replace("eventType", "type").Replace("DETAILS", "null"))));

    [Theory]
    [InlineData("""{ "eventType": "Microsoft.Storage.BlobCreated", "data": {} }""")]
    [InlineData("""{ "eventType": "Microsoft.Security.MalwareScanningResult" }""")]
    [InlineData("""{ "eventType": "Microsoft.Security.MalwareScanningResult", "data": { "scanResultType": "No threats found" } }""")]
    [InlineData("""{ "eventType": 5 }""")]
    [InlineData("[]")]
    public void FromEvent_NotAVerdictOnABlob_IsNull(string message) => Assert.Null(DefenderVerdict.FromEvent(Parse(message)));

    [Fact]
    public void FromTags_EachValue_IsReadStrictly()
    {
        Assert.IsType<ScanVerdict.Clean>(Tagged("No threats found"));
        Assert.IsType<ScanVerdict.Infected>(Tagged("Malicious"));
        Assert.IsType<ScanVerdict.NoVerdict>(Tagged("Not scanned"));
        Assert.IsType<ScanVerdict.NoVerdict>(DefenderVerdict.FromTags([]));
    }

    private static ScanVerdict Tagged(string value) => DefenderVerdict.FromTags([new("Malware scanning scan result", value), new("other", "No threats found")]);

    private static JsonElement Event(string result, string details) => Parse(Malicious.Replace("RESULT", result).Replace("DETAILS", details));

    private static JsonElement Parse(string text) => JsonDocument.Parse(text).RootElement;
}
