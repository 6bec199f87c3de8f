using AreaSend.Core.Rules;
using AreaSend.Functions.Activities;
using AreaSend.Functions.Orchestrations;
using AreaSend.Functions.Triggers;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Ingesting;
using AreaSend.Testing;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace AreaSend.Functions.Tests.Triggers;

/// <summary>Documents on their way from the officer to a decision, by each way that the app hears of them.</summary>
public class DocumentTriggersTests(PostgresServer server, StorageAccount account)
{
    [Fact]
    public async Task AnnexAUploaded_BlobOfADocument_IsDecidedOnAndTheInspectionLooksAgain()
    {
        await using var room = await OpenAsync(ScannerOfTests.Clean);
        var (document, blob) = await room.SendAsync();

        await UploadedAsync(room, blob);

        Assert.Equal(DocumentState.Accepted, (await room.FindAsync(document)).State);
        Assert.Equal("Advance", await room.Host.NextActivityAsync());
    }

    // Event Grid delivers at least once, and may do so at one moment.
    [Fact]
    public async Task AnnexAUploaded_SaidAgainAndAgain_DecidesOnce()
    {
        await using var room = await OpenAsync(ScannerOfTests.Clean);
        var (_, blob) = await room.SendAsync();

        await Task.WhenAll(UploadedAsync(room, blob), UploadedAsync(room, blob));
        await UploadedAsync(room, blob);

        Assert.Equal(1, await room.DecisionsAsync());
    }

    [Fact]
    public async Task AnnexAUploaded_BlobOfNobody_IsLeftAlone()
    {
        await using var room = await OpenAsync(ScannerOfTests.Clean);
        var (document, blob) = await room.SendAsync();

        await UploadedAsync(room, new BlobClient(new Uri($"{blob.Uri}-another")));

        Assert.Equal(DocumentState.Expected, (await room.FindAsync(document)).State);
        Assert.Null(await room.Host.Client.GetInstanceAsync(InspectionStarter.InstanceOf(room.Inspection)));
    }

    [Theory]
    [InlineData("No threats found", DocumentState.Accepted)]
    [InlineData("Malicious", DocumentState.Refused)]
    public async Task MalwareVerdict_OnThisVersion_Decides(string result, DocumentState state)
    {
        await using var room = await OpenAsync(ScannerOfTests.None);
        var (document, blob) = await room.SendAsync();
        await UploadedAsync(room, blob);
        Assert.Equal(DocumentState.Arrived, (await room.FindAsync(document)).State);

        var verdict = await DefenderEventAsync(blob, result);

        await VerdictAsync(room, verdict);
        await VerdictAsync(room, verdict);

        Assert.Equal(state, (await room.FindAsync(document)).State);
        Assert.Equal(1, await room.DecisionsAsync());
        Assert.Equal("Advance", await room.Host.NextActivityAsync());
    }

    // The verdict may be there before anybody was told of the blob.
    [Fact]
    public async Task MalwareVerdict_BeforeTheUploadIsAnnounced_Decides()
    {
        await using var room = await OpenAsync(ScannerOfTests.None);
        var (document, blob) = await room.SendAsync();

        await VerdictAsync(room, await DefenderEventAsync(blob, "No threats found"));

        Assert.Equal(DocumentState.Accepted, (await room.FindAsync(document)).State);
    }

    [Theory]
    [InlineData("another version", "\"eTag\": \"", "\"eTag\": \"0xOLD")]
    [InlineData("another container", "/quarantine/", "/documents/")]
    [InlineData("nobody's blob", "/quarantine/", "/quarantine/another-")]
    [InlineData("no verdict", "No threats found", "Not Scanned")]
    [InlineData("another event", "Microsoft.Security.MalwareScanningResult", "Microsoft.Storage.BlobCreated")]
    public async Task MalwareVerdict_NotAVerdictOnThisVersion_DecidesNothing(string because, string said, string instead)
    {
        await using var room = await OpenAsync(ScannerOfTests.None);
        var (document, blob) = await room.SendAsync();
        await UploadedAsync(room, blob);
        var genuine = await DefenderEventAsync(blob, "No threats found");
        Assert.Contains(said, genuine, StringComparison.Ordinal);

        await VerdictAsync(room, genuine.Replace(said, instead, StringComparison.Ordinal));

        Assert.True((await room.FindAsync(document)).State == DocumentState.Arrived, because);
        Assert.Equal(0, await room.DecisionsAsync());
    }

    [Theory, InlineData(""), InlineData("not JSON"), InlineData("{ \"eventType\": ")]
    public async Task MalwareVerdict_NotJson_FailsWithASentence(string message)
    {
        await using var room = await OpenAsync(ScannerOfTests.None);

        var problem = await Assert.ThrowsAsync<FormatException>(() => VerdictAsync(room, message));

        Assert.Equal("A message in malware-verdicts is not JSON. It is tried five times, and then lies in malware-verdicts-poison.", problem.Message);
    }

    // The browser said that the file is in, and no event came: the orchestration finds it in the store.
    [Fact]
    public async Task ScanUpload_ArrivedAndNotAnnounced_IsTakenOnByTheOrchestration()
    {
        await using var room = await OpenAsync(ScannerOfTests.Clean);
        var (document, _) = await room.SendAsync();
        Assert.IsType<UploadEnd.Arrived>(await room.Host.Get<DocumentUploads>().CompletedAsync(room.Inspection, document));
        room.Store.Clock.Advance(Duration.FromMinutes(1));

        await room.Host.Client.StartOrNudgeAsync(room.Inspection, CancellationToken.None);

        await NextAsync(room, "ScanUpload");
        Assert.Equal(DocumentState.Accepted, (await room.FindAsync(document)).State);
        Assert.Equal(1, await room.DecisionsAsync());
    }

    [Fact]
    public async Task ScanUpload_NoVerdictYet_IsTriedAgainAtItsTime()
    {
        await using var room = await OpenAsync(ScannerOfTests.None, ScannerOfTests.Clean);
        var (document, _) = await room.SendAsync();
        await room.Host.Get<DocumentUploads>().CompletedAsync(room.Inspection, document);
        room.Store.Clock.Advance(Duration.FromMinutes(1));
        await room.Host.Client.StartOrNudgeAsync(room.Inspection, CancellationToken.None);
        await NextAsync(room, "ScanUpload");
        var waiting = await room.FindAsync(document);
        Assert.Equal((DocumentState.Arrived, 1), (waiting.State, waiting.Attempts));

        room.Store.Clock.Reset(waiting.NextAttempt!.Value + Duration.FromMinutes(1));
        await room.Host.Client.StartOrNudgeAsync(room.Inspection, CancellationToken.None);

        await NextAsync(room, "ScanUpload");
        Assert.Equal(DocumentState.Accepted, (await room.FindAsync(document)).State);
    }

    // The orchestration was told that the document is due; meanwhile its arrival was announced, and it was put off until there is a verdict.
    [Fact]
    public async Task ScanUpload_PutOffMeanwhile_IsNotDownloadedAgain()
    {
        var scanner = new ScannerOfTests(ScannerOfTests.None);
        await using var room = await DocumentRoom.OpenAsync(server, account, scanner);
        var (document, blob) = await room.SendAsync();
        await UploadedAsync(room, blob);

        await room.Host.Get<ScanUpload>().Run(new EffectInput(room.Inspection, document.ToString("D")), CancellationToken.None);

        Assert.Equal(1, scanner.Scans);
    }

    // Nobody announced it at all: neither the browser nor Event Grid.
    [Fact]
    public async Task SweepUploads_ArrivedAndNotAnnounced_IsDecidedOn()
    {
        await using var room = await OpenAsync(ScannerOfTests.Clean);
        var (document, _) = await room.SendAsync();

        await room.Host.Get<SweepUploads>().Run(new TimerInfo(), CancellationToken.None);

        Assert.Equal(DocumentState.Accepted, (await room.FindAsync(document)).State);
    }

    private Task<DocumentRoom> OpenAsync(params Services.Uploads.Scanning.ScanVerdict[] answers) => DocumentRoom.OpenAsync(server, account, new ScannerOfTests(answers));

    private static Task UploadedAsync(DocumentRoom room, BlobClient blob) =>
        new AnnexAUploaded(room.Host.Get<Ingestion>()).Run(blob, room.Host.Client, CancellationToken.None);

    private static Task VerdictAsync(DocumentRoom room, string message) =>
        new MalwareVerdict(room.Host.Get<Ingestion>()).Run(message, room.Host.Client, CancellationToken.None);

    private static async Task NextAsync(DocumentRoom room, string activity)
    {
        while (await room.Host.NextActivityAsync() != activity)
        {
            // What comes before it is the engine's own order.
        }
    }

    // As Defender's documentation shows it.
    private static async Task<string> DefenderEventAsync(BlobClient blob, string result) => $$"""
        {
          "id": "52d00da0-8f1a-4c3c-aa2c-24831967356b",
          "subject": "storageAccounts/example/containers/quarantine/blobs/{{blob.Name}}",
          "data": {
            "correlationId": "52d00da0-8f1a-4c3c-aa2c-24831967356b",
            "blobUri": "{{blob.Uri}}",
            "eTag": "{{(await blob.GetPropertiesAsync()).Value.ETag.ToString("G").Trim('"')}}",
            "scanFinishedTimeUtc": "2025-09-08T08:05:54.0481279Z",
            "scanResultType": "{{result}}",
            "scanResultDetails": { "malwareNamesFound": ["DOS/EICAR_Test_File"], "sha256": "275A021BBFB6489E54D471899F7DB9D1663FC695EC2FE2A2C4538AABF651FD0F" }
          },
          "eventType": "Microsoft.Security.MalwareScanningResult",
          "dataVersion": "1.0",
          "metadataVersion": "1",
          "eventTime": "2025-09-08T08:05:55.0000000Z",
          "topic": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/example/providers/Microsoft.EventGrid/topics/example"
        }
        """;
}
