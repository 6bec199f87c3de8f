using System.Net;
using System.Security.Cryptography;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Ingesting;
using AreaSend.Testing;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.Tests.Uploads;

/// <summary>Handing documents in, and inspectors reading them (handbook, paragraphs 87, 195 and 200).</summary>
public class DocumentUploadsTests(PostgresServer server, AzuriteServer azurite)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Send_GoodFile_IsAcceptedAnswersItsItemsAndCanBeRead(StoreProvider on)
    {
        await using var annexA = await AnnexACase.OpenAsync(on, server, azurite);
        var content = Samples.Text();

        var document = await annexA.DecidedAsync(content, "self-evaluation.txt", ["1.3", "1.4"]);

        Assert.Equal((DocumentState.Accepted, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), annexA.Store.Now, "text/plain"),
            (document.State, document.Size, document.Sha256, document.ArrivedAt, document.MediaType));
        Assert.Equal(["upload-arrived", "upload-scanned", "upload-accepted"], await annexA.KindsAsync(document.Id));
        Assert.Equal((ItemState.Accepted, annexA.Store.Now), ((await annexA.StandingAsync("1.3")).State, (await annexA.StandingAsync("1.4")).AnsweredAt));
        await using var opened = await annexA.Uploads.OpenAsync(annexA.Inspection, document.Id, AnnexACase.Inspector);
        using var read = new MemoryStream();
        await opened!.Content.CopyToAsync(read);
        Assert.Equal(content, read.ToArray());
        var access = Assert.Single(await annexA.Uploads.AccessAsync(annexA.Inspection));
        Assert.Equal(("download", RecorderRole.LeadInspector, document.Id), (access.What, access.Role, access.Document));
        Assert.False(await annexA.Quarantined(document.Id).ExistsAsync());
    }

    /// <summary>The host that takes a form dies between the last byte and its answer: whoever sent the form sends it again, before the file is found or after.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_AgainAfterItsHostDied_BringsInOneDocument(bool isFoundFirst)
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var form = Guid.NewGuid();
        var left = await annexA.Uploads.BeginAsync(annexA.Inspection, AnnexACase.Lano, ["1.3"], "plan.txt", 0) as UploadStart.Ticket;
        await new BlockBlobClient(left!.Address).UploadAsync(
            new MemoryStream(Samples.Text()), new BlobUploadOptions { Metadata = DocumentBlobs.PostedBy(form) });
        if (isFoundFirst)
        {
            await annexA.Ingestion.SweepAsync();
        }

        var again = await annexA.Uploads.ReceiveAsync(annexA.Inspection, AnnexACase.Lano, ["1.3"], "plan.txt", new MemoryStream(Samples.Text()), form: form);
        await annexA.Ingestion.SweepAsync();
        await annexA.Ingestion.SweepAsync();

        var document = Assert.Single(await annexA.Uploads.ListAsync(annexA.Inspection));
        Assert.Equal((DocumentState.Accepted, isFoundFirst), (document.State, document.Id == left.Document));
        Assert.Equal((document.Id, isFoundFirst), again is UploadEnd.Arrived arrived ? (arrived.Document.Id, arrived.Again) : default);
        Assert.Equal(["upload-arrived", "upload-scanned", "upload-accepted"], await annexA.KindsAsync(document.Id));
        Assert.False(await annexA.Quarantined(left.Document).ExistsAsync());
        Assert.Single(new BlobContainerClient(annexA.Storage, DocumentBlobs.Accepted).GetBlobs(prefix: $"{annexA.Inspection}/", traits: default, states: default, cancellationToken: default));
    }

    [Fact]
    public async Task Send_AnyName_NeverReachesAnEvent()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);

        var document = await annexA.DecidedAsync(Samples.Text(), "Fictional Child \0\ud800 chronology.txt", ["2.4"]);

        Assert.Equal("Fictional Child � chronology.txt", document.FileName);
        await using var context = annexA.Store.Database.Open();
        Assert.DoesNotContain(context.Events.Select(row => row.Payload).ToList(), payload => payload.Contains("Fictional Child", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("9.9", 10, "Annex A has no item 9.9. Use a number from the list.")]
    [InlineData("7.1/A", 10, "Annex A has no item 7.1/A for the children selected so far. Use a number from the list.")]
    [InlineData("2.4", (100L << 20) + 1, "The file is too large. A file may have up to 100 MB. Send a larger one in parts.")]
    public async Task Begin_WhatCannotBeTaken_IsRefusedWithASentence(string item, long size, string sentence)
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);

        var start = await annexA.Uploads.BeginAsync(annexA.Inspection, AnnexACase.Lano, [item], "file.txt", size);

        Assert.Equal(sentence, Assert.IsType<UploadStart.Refused>(start).Because);
    }

    [Fact]
    public async Task Begin_TwoChildrenInOneFile_IsRefused()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);
        await annexA.Store.Inspections.RecordAsync(annexA.Inspection, Recorder.LeadInspector, (_, _, now) => new ChildrenSelected(now, 2));

        var both = await annexA.Uploads.BeginAsync(annexA.Inspection, AnnexACase.Lano, ["7.1/A", "7.1/B"], "audits.docx", 10);
        var one = await annexA.Uploads.BeginAsync(annexA.Inspection, AnnexACase.Lano, ["7.1/A", "7.2/A"], "audit.docx", 10);

        Assert.Equal("Send the documents of each child by themselves.", Assert.IsType<UploadStart.Refused>(both).Because);
        Assert.Equal("A", (await annexA.Uploads.FindAsync(annexA.Inspection, Assert.IsType<UploadStart.Ticket>(one).Document))!.Child);
    }

    [Fact]
    public async Task Ticket_ForAnythingButWritingItsOwnBlob_IsRefusedByStorage()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var ticket = await annexA.TicketAsync("self-evaluation.txt", "1.3");
        var other = new BlobUriBuilder(ticket.Address) { BlobName = $"{annexA.Inspection}/{Guid.NewGuid()}" }.ToUri();
        var accepted = new BlobUriBuilder(ticket.Address) { BlobContainerName = DocumentBlobs.Accepted }.ToUri();
        var listing = new UriBuilder(new BlobUriBuilder(ticket.Address) { BlobName = "" }.ToUri());
        listing.Query += "&restype=container&comp=list";

        Assert.Equal(HttpStatusCode.Created, await AnnexACase.PutAsync(ticket.Address, Samples.Text()));

        Assert.Equal(HttpStatusCode.Forbidden, await AnnexACase.AskAsync(HttpMethod.Get, ticket.Address));
        Assert.Equal(HttpStatusCode.Forbidden, await AnnexACase.AskAsync(HttpMethod.Delete, ticket.Address));
        Assert.Equal(HttpStatusCode.Forbidden, await AnnexACase.AskAsync(HttpMethod.Get, listing.Uri));
        Assert.Equal(HttpStatusCode.Forbidden, await AnnexACase.PutAsync(other, Samples.Text()));
        Assert.Equal(HttpStatusCode.Forbidden, await AnnexACase.PutAsync(accepted, Samples.Text()));
    }

    [Fact]
    public async Task Ticket_UsedAgainAfterTheDecision_ChangesNothingThatInspectorsHave()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var ticket = await annexA.TicketAsync("self-evaluation.txt", "1.3");
        await AnnexACase.PutAsync(ticket.Address, Samples.Text("first"));
        var accepted = await annexA.Ingestion.IngestAsync(ticket.Document);

        Assert.Equal(HttpStatusCode.Created, await AnnexACase.PutAsync(ticket.Address, Samples.Text("second")));
        await annexA.Uploads.CompletedAsync(annexA.Inspection, ticket.Document);
        var still = await annexA.Ingestion.IngestAsync(ticket.Document);
        await annexA.Ingestion.SweepAsync();

        Assert.Equal((DocumentState.Accepted, accepted!.Sha256), (still!.State, still.Sha256));
        Assert.Equal(["upload-arrived", "upload-scanned", "upload-accepted"], await annexA.KindsAsync(ticket.Document));
        await using var opened = await annexA.Uploads.OpenAsync(annexA.Inspection, ticket.Document, AnnexACase.Inspector);
        Assert.Equal("first", await new StreamReader(opened!.Content).ReadToEndAsync());
    }

    /// <summary>Only that: what is not decided on yet is somebody's, and a refused file is kept until retention ends.</summary>
    [Fact]
    public async Task Leftovers_OfATicketUsedAgainAfterTheDecision_AreRemoved()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var (accepted, waiting) = (await annexA.TicketAsync("self-evaluation.txt", "1.3"), await annexA.TicketAsync("plan.txt", "1.3"));
        await AnnexACase.PutAsync(accepted.Address, Samples.Text("first"));
        await annexA.Ingestion.IngestAsync(accepted.Document);
        await AnnexACase.PutAsync(accepted.Address, Samples.Text("second"));
        await AnnexACase.PutAsync(waiting.Address, Samples.Text());
        var refused = await annexA.DecidedAsync([1, 2, 3], "plan.pdf", ["1.3"]);

        var removed = await annexA.Store.Get<Leftovers>().ClearAsync();

        Assert.Equal((1, DocumentState.Refused), (removed, refused.State));
        Assert.False(await annexA.Quarantined(accepted.Document).ExistsAsync());
        Assert.True(await annexA.Quarantined(waiting.Document).ExistsAsync());
        Assert.True(await annexA.Quarantined(refused.Id).ExistsAsync());
    }

    [Fact]
    public async Task Ticket_Always_IsForOneBlobWithoutReadingAndForMinutes()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);

        var leave = new BlobUriBuilder((await annexA.TicketAsync("self-evaluation.txt", "1.3")).Address).Sas;

        // Create for a new blob, write for its blocks and for sending one of them again; no read, list, delete or tags.
        Assert.Equal(("b", "cw"), (leave.Resource, leave.Permissions));
        Assert.InRange(leave.ExpiresOn - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(20));
    }

    [Fact]
    public async Task Ticket_OfStorageOnTheNetwork_TakesNothingThatIsNotEncrypted()
    {
        var key = Convert.ToBase64String(new byte[64]);
        var storage = await AnnexACase.StorageAsync($"DefaultEndpointsProtocol=https;AccountName=fictional;AccountKey={key};EndpointSuffix=core.windows.net");

        var address = await new DocumentBlobs(storage).TicketAsync("inspection/document", TimeSpan.FromMinutes(20), CancellationToken.None);

        Assert.Equal(("https", SasProtocol.Https, "inspection/document"), (address.Scheme, new BlobUriBuilder(address).Sas.Protocol, new BlobUriBuilder(address).BlobName));
    }

    [Fact]
    public async Task Ticket_Expired_IsRefusedByStorage()
    {
        await using var annexA = await AnnexACase.OpenAsync(
            StoreProvider.Sqlite, server, azurite, services => services.Configure<UploadOptions>(options => options.TicketLife = TimeSpan.FromMinutes(-1)));

        var ticket = await annexA.TicketAsync("self-evaluation.txt", "1.3");

        Assert.Equal(HttpStatusCode.Forbidden, await AnnexACase.PutAsync(ticket.Address, Samples.Text()));
    }

    [Fact]
    public async Task Completed_NothingCameOrOfAnotherInspection_IsRefused()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var ticket = await annexA.TicketAsync("self-evaluation.txt", "1.3");

        var tooEarly = await annexA.Uploads.CompletedAsync(annexA.Inspection, ticket.Document);
        await AnnexACase.PutAsync(ticket.Address, Samples.Text());
        var elsewhere = await annexA.Uploads.CompletedAsync(Guid.NewGuid(), ticket.Document);

        Assert.Equal("The file has not come in. Send it again.", Assert.IsType<UploadEnd.Refused>(tooEarly).Because);
        Assert.Equal("There is no such file. Send it again.", Assert.IsType<UploadEnd.Refused>(elsewhere).Because);
        Assert.Empty(await annexA.KindsAsync(ticket.Document));
    }

    [Fact]
    public async Task Completed_SaidTwice_IsOneArrival()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var document = await annexA.SendAsync(Samples.Text(), "self-evaluation.txt", ["1.3"]);

        Assert.IsType<UploadEnd.Arrived>(await annexA.Uploads.CompletedAsync(annexA.Inspection, document));

        Assert.Equal(["upload-arrived"], await annexA.KindsAsync(document));
        Assert.Equal(ItemState.BeingChecked, (await annexA.StandingAsync("1.3")).State);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Receive_FormPost_IsTakenLikeAnyOther(StoreProvider on)
    {
        await using var annexA = await AnnexACase.OpenAsync(on, server, azurite);
        using var posted = new MemoryStream(Samples.Text());

        var end = await annexA.Uploads.ReceiveAsync(annexA.Inspection, AnnexACase.Lano, ["1.3"], "self-evaluation.txt", posted);

        var document = await annexA.Ingestion.IngestAsync(Assert.IsType<UploadEnd.Arrived>(end).Document.Id);
        Assert.Equal(DocumentState.Accepted, document!.State);
    }

    [Fact]
    public async Task Receive_LargerThanTheLimit_IsRefusedAndLeavesNothing()
    {
        await using var annexA = await AnnexACase.OpenAsync(
            StoreProvider.Sqlite, server, azurite, services => services.Configure<UploadOptions>(options => options.LargestFileMegabytes = 1));
        using var posted = new MemoryStream(new byte[(1 << 20) + 1]);

        var end = await annexA.Uploads.ReceiveAsync(annexA.Inspection, AnnexACase.Lano, ["1.3"], "self-evaluation.txt", posted);

        Assert.Equal("The file is too large. A file may have up to 1 MB. Send a larger one in parts.", Assert.IsType<UploadEnd.Refused>(end).Because);
        Assert.Empty(await annexA.Uploads.ListAsync(annexA.Inspection));
        Assert.Equal(ItemState.Waiting, (await annexA.StandingAsync("2.4")).State);
    }

    [Fact]
    public async Task Replace_AcceptedVersion_KeepsBothAndSaysWhichCounts()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var first = await annexA.DecidedAsync(Samples.Text("first"), "self-evaluation.txt", ["1.3"]);

        var second = await annexA.DecidedAsync(Samples.Text("second"), "self-evaluation.txt", ["1.3"], replaces: first.Id);

        var versions = await annexA.Uploads.ListAsync(annexA.Inspection);
        Assert.Equal([second.Id, first.Id], versions.Select(version => version.Id));
        Assert.Equal((second.Id, first.Id), (versions[1].ReplacedBy, versions[0].Replaces));
        await using var old = await annexA.Uploads.OpenAsync(annexA.Inspection, first.Id, AnnexACase.Inspector);
        Assert.Equal("first", await new StreamReader(old!.Content).ReadToEndAsync());
    }

    [Fact]
    public async Task Send_AfterTheDeadline_IsTakenAndMarkedLate()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);
        annexA.Store.Clock.Reset((await annexA.LoadAsync()).Plan["arrangements"].Due!.Value + Duration.FromMinutes(1));

        await annexA.DecidedAsync(Samples.Text(), "self-evaluation.txt", ["1.3"]);

        Assert.Equal((ItemState.ReceivedLate, ItemState.Overdue), ((await annexA.StandingAsync("1.3")).State, (await annexA.StandingAsync("1.4")).State));
    }

    [Fact]
    public async Task Open_NotAcceptedOrOfAnotherInspection_IsNothing()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var waiting = await annexA.SendAsync(Samples.Text(), "self-evaluation.txt", ["1.3"]);
        var accepted = await annexA.DecidedAsync(Samples.Text(), "self-evaluation.txt", ["1.3"]);

        Assert.Null(await annexA.Uploads.OpenAsync(annexA.Inspection, waiting, AnnexACase.Inspector));
        Assert.Null(await annexA.Uploads.OpenAsync(Guid.NewGuid(), accepted.Id, AnnexACase.Inspector));
        var refused = Assert.Single(await annexA.Uploads.AccessAsync(annexA.Inspection));
        Assert.Equal((AccessRecord.DownloadRefused, RecorderRole.LeadInspector, waiting), (refused.What, refused.Role, refused.Document));
    }

    [Fact]
    public async Task NotHeld_WithANote_AnswersTheItemUntilADocumentDoes()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);

        Assert.StartsWith("Say in a note", await annexA.WithoutFile.NotHeldAsync(annexA.Inspection, AnnexACase.Lano, "2.7", " "));
        Assert.Null(await annexA.WithoutFile.NotHeldAsync(annexA.Inspection, AnnexACase.Lano, "2.7", "Collected from next April."));

        var standing = await annexA.StandingAsync("2.7");
        Assert.Equal((ItemState.NotHeld, "Collected from next April.", false), (standing.State, standing.Words, standing.IsOutstanding));
        await annexA.DecidedAsync(Samples.Text(), "employment.txt", ["2.7"]);
        Assert.Equal(ItemState.Accepted, (await annexA.StandingAsync("2.7")).State);
    }

    [Fact]
    public async Task AskForMore_IsAnItemWithADeadlineOfItsOwn()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var due = new LocalDate(2025, 9, 15);

        Assert.Equal("Give a reason. The area is told it, so name no child or young person.", await annexA.WithoutFile.AskForMoreAsync(annexA.Inspection, AnnexACase.Inspector, "Minutes of the board", "", due));
        Assert.Null(await annexA.WithoutFile.AskForMoreAsync(annexA.Inspection, AnnexACase.Inspector, "Minutes of the board", "To see what was decided.", due));

        var asked = await annexA.StandingAsync("extra-1");
        Assert.Equal((ItemState.Waiting, "Minutes of the board", due), (asked.State, asked.Step.Definition.Title, asked.Step.DueDate));
        await annexA.DecidedAsync(Samples.Text(), "minutes.txt", ["extra-1"]);
        Assert.NotNull((await annexA.LoadAsync()).Plan["extra-1"].Met);
    }
}
