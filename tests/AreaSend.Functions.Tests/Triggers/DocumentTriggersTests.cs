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
        await using var annexA = await OpenAsync(ScannerOfTests.Clean);
        var (document, blob) = await annexA.SendAsync();

        await UploadedAsync(annexA, blob);

        Assert.Equal(DocumentState.Accepted, (await annexA.FindAsync(document)).State);
        Assert.Equal("Advance", await annexA.Host.NextActivityAsync());
    }

    // Event Grid delivers at least once, and may do so at one moment.
    [Fact]
    public async Task AnnexAUploaded_SaidAgainAndAgain_DecidesOnce()
    {
        await using var annexA = await OpenAsync(ScannerOfTests.Clean);
        var (_, blob) = await annexA.SendAsync();

        await Task.WhenAll(UploadedAsync(annexA, blob), UploadedAsync(annexA, blob));
        await UploadedAsync(annexA, blob);

        Assert.Equal(1, await annexA.DecisionsAsync());
    }

    [Fact]
    public async Task AnnexAUploaded_BlobOfNobody_IsLeftAlone()
    {
        await using var annexA = await OpenAsync(ScannerOfTests.Clean);
        var (document, blob) = await annexA.SendAsync();

        await UploadedAsync(annexA, new BlobClient(new Uri($"{blob.Uri}-another")));

        Assert.Equal(DocumentState.Expected, (await annexA.FindAsync(document)).State);
        Assert.Null(await annexA.Host.Client.GetInstanceAsync(InspectionStarter.InstanceOf(annexA.Inspection)));
    }

    [Theory]
    [InlineData("No threats found", DocumentState.Accepted)]
    [InlineData("Malicious", DocumentState.Refused)]
    public async Task MalwareVerdict_OnThisVersion_Decides(string result, DocumentState state)
    {
        await using var annexA = await OpenAsync(ScannerOfTests.None);
        var (document, blob) = await annexA.SendAsync();
        await UploadedAsync(annexA, blob);
        Assert.Equal(DocumentState.Arrived, (await annexA.FindAsync(document)).State);

        var verdict = await DefenderEventAsync(blob, result);

        await VerdictAsync(annexA, verdict);
        await VerdictAsync(annexA, verdict);

        Assert.Equal(state, (await annexA.FindAsync(document)).State);
        Assert.Equal(1, await annexA.DecisionsAsync());
        Assert.Equal("Advance", await annexA.Host.NextActivityAsync());
    }

    // The verdict may be there before anybody was told of the blob.
    [Fact]
    public async Task MalwareVerdict_BeforeTheUploadIsAnnounced_Decides()
    {
        await using var annexA = await OpenAsync(ScannerOfTests.None);
        var (document, blob) = await annexA.SendAsync();

        await VerdictAsync(annexA, await DefenderEventAsync(blob, "No threats found"));

        Assert.Equal(DocumentState.Accepted, (await annexA.FindAsync(document)).State);
    }

    [Theory]
    [InlineData("another version", "\"eTag\": \"", "\"eTag\": \"0xOLD")]
    [InlineData("another container", "/quarantine/", "/documents/")]
    [InlineData("nobody's blob", "/quarantine/", "/quarantine/another-")]
    [InlineData("no verdict", "No threats found", "Not Scanned")]
    [InlineData("another event", "Microsoft.Security.MalwareScanningResult", "Microsoft.Storage.BlobCreated")]
    public async Task MalwareVerdict_NotAVerdictOnThisVersion_DecidesNothing(string because, string said, string instead)
    {
        await using var annexA = await OpenAsync(ScannerOfTests.None);
        var (document, blob) = await annexA.SendAsync();
        await UploadedAsync(annexA, blob);
        var genuine = await DefenderEventAsync(blob, "No threats found");
        Assert.Contains(said, genuine, StringComparison.Ordinal);

        await VerdictAsync(annexA, genuine.Replace(said, instead, StringComparison.Ordinal));

        Assert.True((await annexA.FindAsync(document)).State == DocumentState.Arrived, because);
        Assert.Equal(0, await annexA.DecisionsAsync());
    }

    [Theory, InlineData(""), InlineData("not JSON"), InlineData("{ \"eventType\": ")]
    public async Task MalwareVerdict_NotJson_FailsWithASentence(string message)
    {
        await using var annexA = await OpenAsync(ScannerOfTests.None);

        var problem = await Assert.ThrowsAsync<FormatException>(() => VerdictAsync(annexA, message));

        Assert.Equal("A message in malware-verdicts is not JSON. It is tried five times, and then lies in malware-verdicts-poison.", problem.Message);
    }

    // The browser said that the file is in, and no event came: the orchestration finds it in the store.
    [Fact]
    public async Task ScanUpload_ArrivedAndNotAnnounced_IsTakenOnByTheOrchestration()
    {
        await using var annexA = await OpenAsync(ScannerOfTests.Clean);
        var (document, _) = await annexA.SendAsync();
        Assert.IsType<UploadEnd.Arrived>(await annexA.Host.Get<DocumentUploads>().CompletedAsync(annexA.Inspection, document));
        annexA.Store.Clock.Advance(Duration.FromMinutes(1));

        await annexA.Host.Client.StartOrNudgeAsync(annexA.Inspection, CancellationToken.None);

        await NextAsync(annexA, "ScanUpload");
        Assert.Equal(DocumentState.Accepted, (await annexA.FindAsync(document)).State);
        Assert.Equal(1, await annexA.DecisionsAsync());
    }

    [Fact]
    public async Task ScanUpload_NoVerdictYet_IsTriedAgainAtItsTime()
    {
        await using var annexA = await OpenAsync(ScannerOfTests.None, ScannerOfTests.Clean);
        var (document, _) = await annexA.SendAsync();
        await annexA.Host.Get<DocumentUploads>().CompletedAsync(annexA.Inspection, document);
        annexA.Store.Clock.Advance(Duration.FromMinutes(1));
        await annexA.Host.Client.StartOrNudgeAsync(annexA.Inspection, CancellationToken.None);
        await NextAsync(annexA, "ScanUpload");
        var waiting = await annexA.FindAsync(document);
        Assert.Equal((DocumentState.Arrived, 1), (waiting.State, waiting.Attempts));

        annexA.Store.Clock.Reset(waiting.NextAttempt!.Value + Duration.FromMinutes(1));
        await annexA.Host.Client.StartOrNudgeAsync(annexA.Inspection, CancellationToken.None);

        await NextAsync(annexA, "ScanUpload");
        Assert.Equal(DocumentState.Accepted, (await annexA.FindAsync(document)).State);
    }

    // The orchestration was told that the document is due; meanwhile its arrival was announced, and it was put off until there is a verdict.
    [Fact]
    public async Task ScanUpload_PutOffMeanwhile_IsNotDownloadedAgain()
    {
        var scanner = new ScannerOfTests(ScannerOfTests.None);
        await using var annexA = await DurableAnnexACase.OpenAsync(server, account, scanner);
        var (document, blob) = await annexA.SendAsync();
        await UploadedAsync(annexA, blob);

        await annexA.Host.Get<ScanUpload>().Run(new EffectInput(annexA.Inspection, document.ToString("D")), CancellationToken.None);

        Assert.Equal(1, scanner.Scans);
    }

    // Nobody announced it at all: neither the browser nor Event Grid.
    [Fact]
    public async Task SweepUploads_ArrivedAndNotAnnounced_IsDecidedOn()
    {
        await using var annexA = await OpenAsync(ScannerOfTests.Clean);
        var (document, _) = await annexA.SendAsync();

        await annexA.Host.Get<SweepUploads>().Run(new TimerInfo(), CancellationToken.None);

        Assert.Equal(DocumentState.Accepted, (await annexA.FindAsync(document)).State);
    }

    private Task<DurableAnnexACase> OpenAsync(params Services.Uploads.Scanning.ScanVerdict[] answers) => DurableAnnexACase.OpenAsync(server, account, new ScannerOfTests(answers));

    private static Task UploadedAsync(DurableAnnexACase annexA, BlobClient blob) =>
        new AnnexAUploaded(annexA.Host.Get<Ingestion>()).Run(blob, annexA.Host.Client, CancellationToken.None);

    private static Task VerdictAsync(DurableAnnexACase annexA, string message) =>
        new MalwareVerdict(annexA.Host.Get<Ingestion>()).Run(message, annexA.Host.Client, CancellationToken.None);

    private static async Task NextAsync(DurableAnnexACase annexA, string activity)
    {
        while (await annexA.Host.NextActivityAsync() != activity)
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
