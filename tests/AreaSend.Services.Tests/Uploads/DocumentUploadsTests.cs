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
        await using var room = await UploadRoom.OpenAsync(on, server, azurite);
        var content = Samples.Text();

        var document = await room.DecidedAsync(content, "self-evaluation.txt", ["1.3", "1.4"]);

        Assert.Equal((DocumentState.Accepted, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), room.Store.Now, "text/plain"),
            (document.State, document.Size, document.Sha256, document.ArrivedAt, document.MediaType));
        Assert.Equal(["upload-arrived", "upload-scanned", "upload-accepted"], await room.KindsAsync(document.Id));
        Assert.Equal((ItemState.Accepted, room.Store.Now), ((await room.StandingAsync("1.3")).State, (await room.StandingAsync("1.4")).AnsweredAt));
        await using var opened = await room.Uploads.OpenAsync(room.Inspection, document.Id, UploadRoom.Inspector);
        using var read = new MemoryStream();
        await opened!.Content.CopyToAsync(read);
        Assert.Equal(content, read.ToArray());
        var access = Assert.Single(await room.Uploads.AccessAsync(room.Inspection));
        Assert.Equal(("download", RecorderRole.LeadInspector, document.Id), (access.What, access.Role, access.Document));
        Assert.False(await room.Quarantined(document.Id).ExistsAsync());
    }

    /// <summary>The host that takes a form dies between the last byte and its answer: whoever sent the form sends it again, before the file is found or after.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_AgainAfterItsHostDied_BringsInOneDocument(bool isFoundFirst)
    {
        await using var room = await UploadRoom.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var form = Guid.NewGuid();
        var left = await room.Uploads.BeginAsync(room.Inspection, UploadRoom.Lano, ["1.3"], "plan.txt", 0) as UploadStart.Ticket;
        await new BlockBlobClient(left!.Address).UploadAsync(
            new MemoryStream(Samples.Text()), new BlobUploadOptions { Metadata = DocumentBlobs.PostedBy(form) });
        if (isFoundFirst)
        {
            await room.Ingestion.SweepAsync();
        }

        var again = await room.Uploads.ReceiveAsync(room.Inspection, UploadRoom.Lano, ["1.3"], "plan.txt", new MemoryStream(Samples.Text()), form: form);
        await room.Ingestion.SweepAsync();
        await room.Ingestion.SweepAsync();

        var document = Assert.Single(await room.Uploads.ListAsync(room.Inspection));
        Assert.Equal((DocumentState.Accepted, isFoundFirst), (document.State, document.Id == left.Document));
        Assert.Equal((document.Id, isFoundFirst), again is UploadEnd.Arrived arrived ? (arrived.Document.Id, arrived.Again) : default);
        Assert.Equal(["upload-arrived", "upload-scanned", "upload-accepted"], await room.KindsAsync(document.Id));
        Assert.False(await room.Quarantined(left.Document).ExistsAsync());
        Assert.Single(new BlobContainerClient(room.Storage, DocumentBlobs.Accepted).GetBlobs(prefix: $"{room.Inspection}/", traits: default, states: default, cancellationToken: default));
    }

    [Fact]
    public async Task Send_AnyName_NeverReachesAnEvent()
    {
        await using var room = await UploadRoom.OpenAsync(StoreProvider.Sqlite, server, azurite);

        var document = await room.DecidedAsync(Samples.Text(), "Fictional Child \0\ud800 chronology.txt", ["2.4"]);

        Assert.Equal("Fictional Child � chronology.txt", document.FileName);
        await using var context = room.Store.Database.Open();
        Assert.DoesNotContain(context.Events.Select(row => row.Payload).ToList(), payload => payload.Contains("Fictional Child", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("9.9", 10, "Annex A has no item 9.9. Use a number from the list.")]
    [InlineData("7.1/A", 10, "Annex A has no item 7.1/A for the children selected so far. Use a number from the list.")]
    [InlineData("2.4", (100L << 20) + 1, "The file is too large. A file may have up to 100 MB. Send a larger one in parts.")]
    public async Task Begin_WhatCannotBeTaken_IsRefusedWithASentence(string item, long size, string sentence)
    {
        await using var room = await UploadRoom.OpenAsync(StoreProvider.Sqlite, server, azurite);

        var start = await room.Uploads.BeginAsync(room.Inspection, UploadRoom.Lano, [item], "file.txt", size);

        Assert.Equal(sentence, Assert.IsType<UploadStart.Refused>(start).Because);
    }

    [Fact]
    public async Task Begin_TwoChildrenInOneFile_IsRefused()
    {
        await using var room = await UploadRoom.OpenAsync(StoreProvider.Sqlite, server, azurite);
        await room.Store.Inspections.RecordAsync(room.Inspection, Recorder.LeadInspector, (_, _, now) => new ChildrenSelected(now, 2));

        var both = await room.Uploads.BeginAsync(room.Inspection, UploadRoom.Lano, ["7.1/A", "7.1/B"], "audits.docx", 10);
        var one = await room.Uploads.BeginAsync(room.Inspection, UploadRoom.Lano, ["7.1/A", "7.2/A"], "audit.docx", 10);

        Assert.Equal("Send the documents of each child by themselves.", Assert.IsType<UploadStart.Refused>(both).Because);
        Assert.Equal("A", (await room.Uploads.FindAsync(room.Inspection, Assert.IsType<UploadStart.Ticket>(one).Document))!.Child);
    }

    [Fact]
    public async Task Ticket_ForAnythingButWritingItsOwnBlob_IsRefusedByStorage()
    {
        await using var room = await UploadRoom.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var ticket = await room.TicketAsync("self-evaluation.txt", "1.3");
        var other = new BlobUriBuilder(ticket.Address) { BlobName = $"{room.Inspection}/{Guid.NewGuid()}" }.ToUri();
        var accepted = new BlobUriBuilder(ticket.Address) { BlobContainerName = DocumentBlobs.Accepted }.ToUri();
        var listing = new UriBuilder(new BlobUriBuilder(ticket.Address) { BlobName = "" }.ToUri());
        listing.Query += "&restype=container&comp=list";

        Assert.Equal(HttpStatusCode.Created, await UploadRoom.PutAsync(ticket.Address, Samples.Text()));

        Assert.Equal(HttpStatusCode.Forbidden, await UploadRoom.AskAsync(HttpMethod.Get, ticket.Address));
        Assert.Equal(HttpStatusCode.Forbidden, await UploadRoom.AskAsync(HttpMethod.Delete, ticket.Address));
        Assert.Equal(HttpStatusCode.Forbidden, await UploadRoom.AskAsync(HttpMethod.Get, listing.Uri));
        Assert.Equal(HttpStatusCode.Forbidden, await UploadRoom.PutAsync(other, Samples.Text()));
        Assert.Equal(HttpStatusCode.Forbidden, await UploadRoom.PutAsync(accepted, Samples.Text()));
    }

    [Fact]
    public async Task Ticket_UsedAgainAfterTheDecision_ChangesNothingThatInspectorsHave()
    {
        await using var room = await UploadRoom.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var ticket = await room.TicketAsync("self-evaluation.txt", "1.3");
        await UploadRoom.PutAsync(ticket.Address, Samples.Text("first"));
        var accepted = await room.Ingestion.IngestAsync(ticket.Document);

        Assert.Equal(HttpStatusCode.Created, await UploadRoom.PutAsync(ticket.Address, Samples.Text("second")));
        await room.Uploads.CompletedAsync(room.Inspection, ticket.Document);
        var still = await room.Ingestion.IngestAsync(ticket.Document);
        await room.Ingestion.SweepAsync();

        Assert.Equal((DocumentState.Accepted, accepted!.Sha256), (still!.State, still.Sha256));
        Assert.Equal(["upload-arrived", "upload-scanned", "upload-accepted"], await room.KindsAsync(ticket.Document));
        await using var opened = await room.Uploads.OpenAsync(room.Inspection, ticket.Document, UploadRoom.Inspector);
        Assert.Equal("first", await new StreamReader(opened!.Content).ReadToEndAsync());
    }

    /// <summary>Only that: what is not decided on yet is somebody's, and a refused file is kept until retention ends.</summary>
    [Fact]
    public async Task Leftovers_OfATicketUsedAgainAfterTheDecision_AreRemoved()
    {
        await using var room = await UploadRoom.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var (accepted, waiting) = (await room.TicketAsync("self-evaluation.txt", "1.3"), await room.TicketAsync("plan.txt", "1.3"));
        await UploadRoom.PutAsync(accepted.Address, Samples.Text("first"));
        await room.Ingestion.IngestAsync(accepted.Document);
        await UploadRoom.PutAsync(accepted.Address, Samples.Text("second"));
        await UploadRoom.PutAsync(waiting.Address, Samples.Text());
        var refused = await room.DecidedAsync([1, 2, 3], "plan.pdf", ["1.3"]);

        var removed = await room.Store.Get<Leftovers>().ClearAsync();

        Assert.Equal((1, DocumentState.Refused), (removed, refused.State));
        Assert.False(await room.Quarantined(accepted.Document).ExistsAsync());
        Assert.True(await room.Quarantined(waiting.Document).ExistsAsync());
        Assert.True(await room.Quarantined(refused.Id).ExistsAsync());
    }

    [Fact]
    public async Task Ticket_Always_IsForOneBlobWithoutReadingAndForMinutes()
    {
        await using var room = await UploadRoom.OpenAsync(StoreProvider.Sqlite, server, azurite);

        var leave = new BlobUriBuilder((await room.TicketAsync("self-evaluation.txt", "1.3")).Address).Sas;

        // Create for a new blob, write for its blocks and for sending one of them again; no read, list, delete or tags.
        Assert.Equal(("b", "cw"), (leave.Resource, leave.Permissions));
        Assert.InRange(leave.ExpiresOn - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(20));
    }

    [Fact]
    public async Task Ticket_OfStorageOnTheNetwork_TakesNothingThatIsNotEncrypted()
    {
        var key = Convert.ToBase64String(new byte[64]);
        var storage = await UploadRoom.StorageAsync($"DefaultEndpointsProtocol=https;AccountName=fictional;AccountKey={key};EndpointSuffix=core.windows.net");

        var address = await new DocumentBlobs(storage).TicketAsync("inspection/document", TimeSpan.FromMinutes(20), CancellationToken.None);

        Assert.Equal(("https", SasProtocol.Https, "inspection/document"), (address.Scheme, new BlobUriBuilder(address).Sas.Protocol, new BlobUriBuilder(address).BlobName));
    }

    [Fact]
    public async Task Ticket_Expired_IsRefusedByStorage()
    {
        await using var room = await UploadRoom.OpenAsync(
            StoreProvider.Sqlite, server, azurite, services => services.Configure<UploadOptions>(options => options.TicketLife = TimeSpan.FromMinutes(-1)));

        var ticket = await room.TicketAsync("self-evaluation.txt", "1.3");

        Assert.Equal(HttpStatusCode.Forbidden, await UploadRoom.PutAsync(ticket.Address, Samples.Text()));
    }

    [Fact]
    public async Task Completed_NothingCameOrOfAnotherInspection_IsRefused()
    {
        await using var room = await UploadRoom.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var ticket = await room.TicketAsync("self-evaluation.txt", "1.3");

        var tooEarly = await room.Uploads.CompletedAsync(room.Inspection, ticket.Document);
        await UploadRoom.PutAsync(ticket.Address, Samples.Text());
        var elsewhere = await room.Uploads.CompletedAsync(Guid.NewGuid(), ticket.Document);

        Assert.Equal("The file has not come in. Send it again.", Assert.IsType<UploadEnd.Refused>(tooEarly).Because);
        Assert.Equal("There is no such file. Send it again.", Assert.IsType<UploadEnd.Refused>(elsewhere).Because);
        Assert.Empty(await room.KindsAsync(ticket.Document));
    }

    [Fact]
    public async Task Completed_SaidTwice_IsOneArrival()
    {
        await using var room = await UploadRoom.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var document = await room.SendAsync(Samples.Text(), "self-evaluation.txt", ["1.3"]);

        Assert.IsType<UploadEnd.Arrived>(await room.Uploads.CompletedAsync(room.Inspection, document));

        Assert.Equal(["upload-arrived"], await room.KindsAsync(document));
        Assert.Equal(ItemState.BeingChecked, (await room.StandingAsync("1.3")).State);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Receive_FormPost_IsTakenLikeAnyOther(StoreProvider on)
    {
        await using var room = await UploadRoom.OpenAsync(on, server, azurite);
        using var posted = new MemoryStream(Samples.Text());

        var end = await room.Uploads.ReceiveAsync(room.Inspection, UploadRoom.Lano, ["1.3"], "self-evaluation.txt", posted);

        var document = await room.Ingestion.IngestAsync(Assert.IsType<UploadEnd.Arrived>(end).Document.Id);
        Assert.Equal(DocumentState.Accepted, document!.State);
    }

    [Fact]
    public async Task Receive_LargerThanTheLimit_IsRefusedAndLeavesNothing()
    {
        await using var room = await UploadRoom.OpenAsync(
            StoreProvider.Sqlite, server, azurite, services => services.Configure<UploadOptions>(options => options.LargestFileMegabytes = 1));
        using var posted = new MemoryStream(new byte[(1 << 20) + 1]);

        var end = await room.Uploads.ReceiveAsync(room.Inspection, UploadRoom.Lano, ["1.3"], "self-evaluation.txt", posted);

        Assert.Equal("The file is too large. A file may have up to 1 MB. Send a larger one in parts.", Assert.IsType<UploadEnd.Refused>(end).Because);
        Assert.Empty(await room.Uploads.ListAsync(room.Inspection));
        Assert.Equal(ItemState.Waiting, (await room.StandingAsync("2.4")).State);
    }

    [Fact]
    public async Task Replace_AcceptedVersion_KeepsBothAndSaysWhichCounts()
    {
        await using var room = await UploadRoom.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var first = await room.DecidedAsync(Samples.Text("first"), "self-evaluation.txt", ["1.3"]);

        var second = await room.DecidedAsync(Samples.Text("second"), "self-evaluation.txt", ["1.3"], replaces: first.Id);

        var versions = await room.Uploads.ListAsync(room.Inspection);
        Assert.Equal([second.Id, first.Id], versions.Select(version => version.Id));
        Assert.Equal((second.Id, first.Id), (versions[1].ReplacedBy, versions[0].Replaces));
        await using var old = await room.Uploads.OpenAsync(room.Inspection, first.Id, UploadRoom.Inspector);
        Assert.Equal("first", await new StreamReader(old!.Content).ReadToEndAsync());
    }

    [Fact]
    public async Task Send_AfterTheDeadline_IsTakenAndMarkedLate()
    {
        await using var room = await UploadRoom.OpenAsync(StoreProvider.Sqlite, server, azurite);
        room.Store.Clock.Reset((await room.LoadAsync()).Plan["arrangements"].Due!.Value + Duration.FromMinutes(1));

        await room.DecidedAsync(Samples.Text(), "self-evaluation.txt", ["1.3"]);

        Assert.Equal((ItemState.ReceivedLate, ItemState.Overdue), ((await room.StandingAsync("1.3")).State, (await room.StandingAsync("1.4")).State));
    }

    [Fact]
    public async Task Open_NotAcceptedOrOfAnotherInspection_IsNothing()
    {
        await using var room = await UploadRoom.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var waiting = await room.SendAsync(Samples.Text(), "self-evaluation.txt", ["1.3"]);
        var accepted = await room.DecidedAsync(Samples.Text(), "self-evaluation.txt", ["1.3"]);

        Assert.Null(await room.Uploads.OpenAsync(room.Inspection, waiting, UploadRoom.Inspector));
        Assert.Null(await room.Uploads.OpenAsync(Guid.NewGuid(), accepted.Id, UploadRoom.Inspector));
        var refused = Assert.Single(await room.Uploads.AccessAsync(room.Inspection));
        Assert.Equal((AccessRecord.DownloadRefused, RecorderRole.LeadInspector, waiting), (refused.What, refused.Role, refused.Document));
    }

    [Fact]
    public async Task NotHeld_WithANote_AnswersTheItemUntilADocumentDoes()
    {
        await using var room = await UploadRoom.OpenAsync(StoreProvider.Sqlite, server, azurite);

        Assert.StartsWith("Say in a note", await room.WithoutFile.NotHeldAsync(room.Inspection, UploadRoom.Lano, "2.7", " "));
        Assert.Null(await room.WithoutFile.NotHeldAsync(room.Inspection, UploadRoom.Lano, "2.7", "Collected from next April."));

        var standing = await room.StandingAsync("2.7");
        Assert.Equal((ItemState.NotHeld, "Collected from next April.", false), (standing.State, standing.Words, standing.IsOutstanding));
        await room.DecidedAsync(Samples.Text(), "employment.txt", ["2.7"]);
        Assert.Equal(ItemState.Accepted, (await room.StandingAsync("2.7")).State);
    }

    [Fact]
    public async Task AskForMore_IsAnItemWithADeadlineOfItsOwn()
    {
        await using var room = await UploadRoom.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var due = new LocalDate(2025, 9, 15);

        Assert.Equal("Give a reason. The area is told it, so name no child or young person.", await room.WithoutFile.AskForMoreAsync(room.Inspection, UploadRoom.Inspector, "Minutes of the board", "", due));
        Assert.Null(await room.WithoutFile.AskForMoreAsync(room.Inspection, UploadRoom.Inspector, "Minutes of the board", "To see what was decided.", due));

        var asked = await room.StandingAsync("extra-1");
        Assert.Equal((ItemState.Waiting, "Minutes of the board", due), (asked.State, asked.Step.Definition.Title, asked.Step.DueDate));
        await room.DecidedAsync(Samples.Text(), "minutes.txt", ["extra-1"]);
        Assert.NotNull((await room.LoadAsync()).Plan["extra-1"].Met);
    }
}
