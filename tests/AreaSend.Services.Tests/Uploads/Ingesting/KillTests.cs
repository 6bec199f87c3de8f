using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Scanning;
using AreaSend.Testing;
using Azure.Storage.Blobs;

namespace AreaSend.Services.Tests.Uploads.Ingesting;

/// <summary>A host that is killed at any stage of ingestion leaves a document that ends accepted or refused, once.</summary>
public class KillTests(PostgresServer server, AzuriteServer azurite)
{
    private const int Killed = 137;

    // Another host looks for what was left behind.
    private static readonly Duration Later = Duration.FromMinutes(1);

    [Theory]
    [InlineData("InHand")]
    [InlineData("Downloaded")]
    [InlineData("Scanned")]
    [InlineData("Checked")]
    [InlineData("Kept")]
    [InlineData("Decided")]
    public async Task Kill_WhileAGoodFileIsTakenIn_ItIsAcceptedOnce(string stage)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The exit code of a killed process is Linux's.");
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var document = await annexA.SendAsync(Samples.Text(), "self-evaluation.txt", ["1.3"]);

        Assert.Equal(Killed, await KilledHost.RunAsync(stage, annexA.Store.Settings, annexA.Storage, document, annexA.Store.Now));
        annexA.Store.Clock.Advance(Later);
        await annexA.Ingestion.SweepAsync();
        await annexA.Ingestion.SweepAsync();

        var kinds = await annexA.KindsAsync(document);
        Assert.Equal((1, 1, 0), (Count(kinds, "upload-arrived"), Count(kinds, "upload-accepted"), Count(kinds, "upload-refused")));
        await using var opened = await annexA.Uploads.OpenAsync(annexA.Inspection, document, AnnexACase.Inspector);
        Assert.Equal(Samples.Text(), (await BinaryData.FromStreamAsync(opened!.Content)).ToArray());
        Assert.False(await annexA.Quarantined(document).ExistsAsync());
        Assert.Single(new BlobContainerClient(annexA.Storage, DocumentBlobs.Accepted).GetBlobs(prefix: $"{annexA.Inspection}/", traits: default, states: default, cancellationToken: default));
    }

    [Theory]
    [InlineData("Downloaded")]
    [InlineData("Decided")]
    public async Task Kill_WhileAnInfectedFileIsTakenIn_ItIsRefusedOnce(string stage)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The exit code of a killed process is Linux's.");
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var document = await annexA.SendAsync(Eicar.TestString, "self-evaluation.txt", ["1.3"]);

        Assert.Equal(Killed, await KilledHost.RunAsync(stage, annexA.Store.Settings, annexA.Storage, document, annexA.Store.Now));
        annexA.Store.Clock.Advance(Later);
        await annexA.Ingestion.SweepAsync();
        await annexA.Ingestion.SweepAsync();

        Assert.Equal(["upload-arrived", "upload-refused"], await annexA.KindsAsync(document));
    }

    private static int Count(IReadOnlyList<string> kinds, string kind) => kinds.Count(other => other == kind);
}
