using System.Net;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.SignInLinks;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Ingesting;
using AreaSend.Testing;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.Tests.Uploads;

/// <summary>Leave to send one file is not leave to fill the storage, to stop it, or to send after one has been shut out; and what storage loses is missed.</summary>
public class StorageAbuseTests(PostgresServer server, AzuriteServer azurite)
{
    [Fact]
    public async Task Ingest_PageBlobOfATerabyte_IsRefusedByWhatItClaims()
    {
        await using var annexA = await OpenAsync();
        var ticket = await annexA.TicketAsync("self-evaluation.txt", "1.3");
        await new PageBlobClient(ticket.Address).CreateAsync(1L << 40);

        var document = await annexA.Ingestion.IngestAsync(ticket.Document);

        Assert.Equal((DocumentState.Refused, "size"), (document!.State, document.RefusalRule));

        // Nothing of it is kept, so it takes no room from others.
        Assert.IsType<UploadStart.Ticket>(await annexA.Uploads.BeginAsync(annexA.Inspection, AnnexACase.Lano, ["1.3"], "self-evaluation.txt", 10));
    }

    [Fact]
    public async Task Ingest_SmallPageBlob_IsRefusedAsNotSentBySite()
    {
        await using var annexA = await OpenAsync();
        var ticket = await annexA.TicketAsync("self-evaluation.txt", "1.3");
        await new PageBlobClient(ticket.Address).CreateAsync(512);

        var document = await annexA.Ingestion.IngestAsync(ticket.Document);

        Assert.Equal((DocumentState.Refused, "blob-type"), (document!.State, document.RefusalRule));
    }

    [Theory]
    [InlineData(true, 60, DocumentState.Refused)]
    [InlineData(true, 0, DocumentState.Refused)]
    [InlineData(false, 60, DocumentState.Accepted)]
    public async Task Ticket_OfAnOfficerWhoseAccessIsWithdrawn_TakesNothingMore(bool withdrawn, int seconds, DocumentState state)
    {
        await using var annexA = await OpenAsync();
        var officer = await NominateAsync(annexA);
        var ticket = Assert.IsType<UploadStart.Ticket>(await annexA.Uploads.BeginAsync(annexA.Inspection, officer, ["1.3"], "late.txt", 10));
        if (withdrawn)
        {
            await annexA.Store.Get<GuestAccessBook>().WithdrawAsync(annexA.Inspection, officer.Person!.Value);
        }

        annexA.Store.Clock.Advance(Duration.FromSeconds(seconds));
        Assert.Equal(HttpStatusCode.Created, await AnnexACase.PutAsync(ticket.Address, Samples.Text()));
        var document = await annexA.Ingestion.IngestAsync(ticket.Document);

        Assert.Equal(state, document!.State);
        Assert.Equal(withdrawn ? [] : ["upload-arrived", "upload-scanned", "upload-accepted"], await annexA.KindsAsync(ticket.Document));
    }

    [Fact]
    public async Task Ticket_OfAnOfficerWhomTheAreaReplaced_TakesNothingMore()
    {
        await using var annexA = await OpenAsync();
        var officer = await NominateAsync(annexA);
        var ticket = Assert.IsType<UploadStart.Ticket>(await annexA.Uploads.BeginAsync(annexA.Inspection, officer, ["1.3"], "late.txt", 10));
        annexA.Store.Clock.Advance(Duration.FromMinutes(1));
        await NominateAsync(annexA);
        annexA.Store.Clock.Advance(Duration.FromMinutes(1));
        await AnnexACase.PutAsync(ticket.Address, Samples.Text());

        var document = await annexA.Ingestion.IngestAsync(ticket.Document);

        Assert.Equal((DocumentState.Refused, "The area had named another officer when this file came in."), (document!.State, document.Refusal));
    }

    [Fact]
    public async Task Begin_MoreThanAnybodySendsAtOnce_IsRefusedUntilTheyAreIn()
    {
        await using var annexA = await OpenAsync(options => options.MostAtOnce = 3);
        for (var sent = 0; sent < 3; sent++)
        {
            await annexA.TicketAsync("file.txt", "1.3");
        }

        var fourth = await annexA.Uploads.BeginAsync(annexA.Inspection, AnnexACase.Lano, ["1.3"], "file.txt", 10);
        annexA.Store.Clock.Advance(Duration.FromMinutes(21));
        var later = await annexA.Uploads.BeginAsync(annexA.Inspection, AnnexACase.Lano, ["1.3"], "file.txt", 10);

        Assert.Equal("3 files are on their way already. Wait until they have come in, then send the next.", Assert.IsType<UploadStart.Refused>(fourth).Because);
        Assert.IsType<UploadStart.Ticket>(later);
    }

    [Fact]
    public async Task Begin_MoreThanThereIsRoomFor_IsRefused()
    {
        await using var annexA = await OpenAsync(options => options.LargestInspectionGigabytes = 0);

        var start = await annexA.Uploads.BeginAsync(annexA.Inspection, AnnexACase.Lano, ["1.3"], "file.txt", 10);

        Assert.Contains("all that there is room for", Assert.IsType<UploadStart.Refused>(start).Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lost_AcceptedDocument_IsFoundAskedForAgainAndAnsweredByTheNext()
    {
        await using var annexA = await OpenAsync();
        var kept = await annexA.DecidedAsync(Samples.Text("kept"), "kept.txt", ["1.4"]);
        var lost = await annexA.DecidedAsync(Samples.Text("lost"), "lost.txt", ["1.3"]);
        await new BlobClient(annexA.Storage, DocumentBlobs.Accepted, lost.AcceptedBlob).DeleteAsync();

        Assert.Equal(1, await annexA.Store.Get<LostDocuments>().FindAsync());
        Assert.Equal(0, await annexA.Store.Get<LostDocuments>().FindAsync());

        var loaded = await annexA.LoadAsync();
        Assert.Equal(["1.4"], loaded.Case.Items.Keys);
        Assert.Equal(ItemState.Refused, (await annexA.StandingAsync("1.3")).State);
        Assert.Equal(["upload-arrived", "upload-scanned", "upload-accepted", "upload-refused"], await annexA.KindsAsync(lost.Id));

        // Nobody is nominated in this inspection, so the director is asked, once ten quiet minutes have passed.
        Assert.Contains(loaded.Inspection.Notices(annexA.Store.Now + Duration.FromMinutes(11)), notice => notice.Template == "upload-refused" && notice.To == RecipientRole.Dcs);
        Assert.Equal(lost.Sha256, (await annexA.Uploads.FindAsync(annexA.Inspection, lost.Id))!.Sha256);
        await annexA.DecidedAsync(Samples.Text("again"), "again.txt", ["1.3"]);
        Assert.Equal(["1.3", "1.4"], (await annexA.LoadAsync()).Case.Items.Keys.Order(StringComparer.Ordinal));
        Assert.NotNull(await annexA.Uploads.OpenAsync(annexA.Inspection, kept.Id, AnnexACase.Inspector));
    }

    [Fact]
    public async Task Open_LostDocument_IsNotThereAndIsRecorded()
    {
        await using var annexA = await OpenAsync();
        var lost = await annexA.DecidedAsync(Samples.Text(), "lost.txt", ["1.3"]);
        await new BlobClient(annexA.Storage, DocumentBlobs.Accepted, lost.AcceptedBlob).DeleteAsync();

        Assert.Null(await annexA.Uploads.OpenAsync(annexA.Inspection, lost.Id, AnnexACase.Inspector));

        Assert.Equal(UploadRefused.Lost, (await annexA.Uploads.FindAsync(annexA.Inspection, lost.Id))!.RefusalRule);
    }

    /// <summary>A host that is pointed at another account would otherwise tell every area that all it had sent is lost.</summary>
    [Fact]
    public async Task Lost_EveryDocument_IsAnotherStorageAndNothingIsRecorded()
    {
        await using var annexA = await OpenAsync();
        foreach (var item in new[] { "1.3", "1.4" })
        {
            var document = await annexA.DecidedAsync(Samples.Text(item), $"{item}.txt", [item]);
            await new BlobClient(annexA.Storage, DocumentBlobs.Accepted, document.AcceptedBlob).DeleteAsync();
        }

        Assert.Equal(0, await annexA.Store.Get<LostDocuments>().FindAsync());

        Assert.Equal(2, (await annexA.LoadAsync()).Case.Items.Count);
    }

    private Task<AnnexACase> OpenAsync(Action<UploadOptions>? configure = null) =>
        AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite, services => services.Configure<UploadOptions>(options => configure?.Invoke(options)));

    private static async Task<Recorder> NominateAsync(AnnexACase annexA)
    {
        await annexA.Store.Inspections.NominateLanoAsync(annexA.Inspection, Recorder.Coordinator, new("Fictional Officer", "lano@example.org"));
        return new Recorder(RecorderRole.Lano, (await annexA.LoadAsync()).Case.Lano);
    }
}
