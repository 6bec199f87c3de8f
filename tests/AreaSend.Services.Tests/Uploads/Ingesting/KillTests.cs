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
        await using var room = await UploadRoom.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var document = await room.SendAsync(Samples.Text(), "self-evaluation.txt", ["1.3"]);

        Assert.Equal(Killed, await KilledHost.RunAsync(stage, room.Store.Settings, room.Storage, document));
        room.Store.Clock.Reset(SystemClock.Instance.GetCurrentInstant());
        await room.Ingestion.SweepAsync();
        await room.Ingestion.SweepAsync();

        var kinds = await room.KindsAsync(document);
        Assert.Equal((1, 1, 0), (Count(kinds, "upload-arrived"), Count(kinds, "upload-accepted"), Count(kinds, "upload-refused")));
        await using var opened = await room.Uploads.OpenAsync(room.Inspection, document, UploadRoom.Inspector);
        Assert.Equal(Samples.Text(), (await BinaryData.FromStreamAsync(opened!.Content)).ToArray());
        Assert.False(await room.Quarantined(document).ExistsAsync());
        Assert.Single(new BlobContainerClient(room.Storage, DocumentBlobs.Accepted).GetBlobs(prefix: $"{room.Inspection}/", traits: default, states: default, cancellationToken: default));
    }

    [Theory]
    [InlineData("Downloaded")]
    [InlineData("Decided")]
    public async Task Kill_WhileAnInfectedFileIsTakenIn_ItIsRefusedOnce(string stage)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The exit code of a killed process is Linux's.");
        await using var room = await UploadRoom.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var document = await room.SendAsync(Eicar.TestString, "self-evaluation.txt", ["1.3"]);

        Assert.Equal(Killed, await KilledHost.RunAsync(stage, room.Store.Settings, room.Storage, document));
        room.Store.Clock.Reset(SystemClock.Instance.GetCurrentInstant());
        await room.Ingestion.SweepAsync();
        await room.Ingestion.SweepAsync();

        Assert.Equal(["upload-arrived", "upload-refused"], await room.KindsAsync(document));
    }

    private static int Count(IReadOnlyList<string> kinds, string kind) => kinds.Count(other => other == kind);
}
