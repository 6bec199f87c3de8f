using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Lists;
using AreaSend.Lists.Files;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Ingesting;
using AreaSend.Services.Uploads.Lists;
using AreaSend.Services.Uploads.Scanning;
using AreaSend.Services.Uploads.Tracking;
using AreaSend.Testing;

namespace AreaSend.Services.Tests.Uploads.Ingesting;

/// <summary>Documents that answer lists 1 and 2 are read and checked (handbook, paragraphs 196 to 199).</summary>
public class ListIngestionTests(PostgresServer server, AzuriteServer azurite)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Ingest_ListWithAnError_IsRefusedWithFindingsAndTheMendedOneIsAccepted(StoreProvider on)
    {
        await using var annexA = await AnnexACase.OpenAsync(on, server, azurite);
        const string Faulty = "list-1-upn-check-letter.xlsx";

        var bad = await annexA.DecidedAsync(Samples.List(Faulty), Faulty, ["list-1"]);
        var mended = await annexA.DecidedAsync(Samples.List("list-1-clean.xlsx"), "list-1.xlsx", ["list-1"], replaces: bad.Id);

        Assert.Equal((DocumentState.Refused, "list-errors", 1), (bad.State, bad.RefusalRule, bad.Errors));
        Assert.Equal("The list has 1 error: the site shows what is wrong, where it is first and how to mend it, and has a workbook with the row and column of each. Mend what it shows and send the list again.", bad.Refusal);
        using var content = new MemoryStream(Samples.List(Faulty));
        var read = PersonListReader.Check(content, Faulty, new LocalDate(2025, 9, 8), PersonList.One);
        Assert.Equivalent(read.Reports, await annexA.Uploads.FindingsAsync(annexA.Inspection, bad.Id), strict: true);
        Assert.Equal((DocumentState.Accepted, 0, 0), (mended.State, mended.Errors, mended.Queries));
        Assert.Equal(12, Assert.Single(await annexA.Uploads.FindingsAsync(annexA.Inspection, mended.Id)).Rows);
        Assert.Equal(ItemState.Accepted, (await annexA.StandingAsync("list-1")).State);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Take_ListRefusedForItsErrors_IsReadByInspectorsDrawnFromAndKeepsItsFindings(StoreProvider on)
    {
        await using var annexA = await AnnexACase.OpenAsync(on, server, azurite);
        var content = Samples.List("list-1-101a-date-of-birth-missing.xlsx");
        var refused = await annexA.DecidedAsync(content, "list-1.xlsx", ["list-1"]);
        var lists = annexA.Store.Get<RefusedLists>();

        Assert.Null(await lists.TakeAsync(annexA.Inspection, refused.Id, AnnexACase.Inspector, "No date of birth is held."));
        var again = await lists.TakeAsync(annexA.Inspection, refused.Id, AnnexACase.Inspector, "No date of birth is held.");

        var taken = (await annexA.Uploads.FindAsync(annexA.Inspection, refused.Id))!;
        Assert.Equal((DocumentState.Accepted, 1, refused.Sha256), (taken.State, taken.Errors, taken.Sha256));
        Assert.Equal("Only a list that was refused for its errors can be taken as it is.", again);
        Assert.Equal((ItemState.Accepted, refused.ArrivedAt), ((await annexA.StandingAsync("list-1")).State, (await annexA.StandingAsync("list-1")).AnsweredAt));
        Assert.Equal(1, Assert.Single(await annexA.Uploads.FindingsAsync(annexA.Inspection, refused.Id)).Errors);
        await using var opened = await annexA.Uploads.OpenAsync(annexA.Inspection, refused.Id, AnnexACase.Inspector);
        using var read = new MemoryStream();
        await opened!.Content.CopyToAsync(read);
        Assert.Equal(content, read.ToArray());
        Assert.Equal(12, Assert.IsType<TrackingOffer.Drawn>(await annexA.Store.Get<ChildSelection>().OfferAsync(annexA.Inspection)).From);
        await annexA.Ingestion.SweepAsync();
        Assert.False(await annexA.Quarantined(refused.Id).ExistsAsync());
    }

    [Fact]
    public async Task Take_WhatIsNotTheListThatWasChecked_IsRefused()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var lists = annexA.Store.Get<RefusedLists>();
        var ticket = await annexA.TicketAsync("list-1.xlsx", "list-1");
        await AnnexACase.PutAsync(ticket.Address, Samples.List("list-1-101a-date-of-birth-missing.xlsx"));
        var refused = (await annexA.Ingestion.IngestAsync(ticket.Document))!;
        var infected = await annexA.DecidedAsync(Eicar.TestString, "list-1.csv", ["list-1"]);

        // The ticket still lives, and somebody puts another file in the place of the one that was checked.
        await AnnexACase.PutAsync(ticket.Address, Samples.List("list-1-clean.xlsx"));
        var exchanged = await lists.TakeAsync(annexA.Inspection, refused.Id, AnnexACase.Inspector, "No date of birth is held.");
        var harmful = await lists.TakeAsync(annexA.Inspection, infected.Id, AnnexACase.Inspector, "No date of birth is held.");
        var elsewhere = await lists.TakeAsync(Guid.NewGuid(), refused.Id, AnnexACase.Inspector, "No date of birth is held.");

        Assert.Equal("The file is no longer here as it was checked. Ask the nominated officer to send it again.", exchanged);
        Assert.All([harmful, elsewhere], sentence => Assert.Equal("Only a list that was refused for its errors can be taken as it is.", sentence));
        Assert.Equal(ItemState.Refused, (await annexA.StandingAsync("list-1")).State);
    }

    [Fact]
    public async Task Ingest_ListWithAQuery_IsAccepted()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);

        var document = await annexA.DecidedAsync(Samples.List("list-1-102a-aged-25.xlsx"), "list-1.xlsx", ["list-1"]);

        Assert.Equal((DocumentState.Accepted, 0, 1), (document.State, document.Errors, document.Queries));
    }

    [Fact]
    public async Task Ingest_BothListsInOneBook_AnswersBoth()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);

        var document = await annexA.DecidedAsync(Samples.List("both-lists-clean.xlsx"), "lists.xlsx", ["list-1", "list-2"]);

        Assert.Equal(DocumentState.Accepted, document.State);
        Assert.Equal([PersonList.One, PersonList.Two], (await annexA.Uploads.FindingsAsync(annexA.Inspection, document.Id)).Select(report => report.List));
        Assert.NotNull((await annexA.LoadAsync()).Plan["person-level-lists"].Met);
    }

    [Theory]
    [InlineData("list-2-clean.xlsx", "list-1", "list-unreadable", "The file holds list 2, not list 1.")]
    [InlineData("list-2-clean.xlsx", "list-1 list-2", "list-missing", "The file holds only one of the two lists, and list 1 is missing: send it in a file of its own, or say that this file answers the other list alone.")]
    public async Task Ingest_AnotherListThanAskedFor_IsRefused(string sample, string items, string rule, string sentence)
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);

        var document = await annexA.DecidedAsync(Samples.List(sample), sample, items.Split(' '));

        Assert.Equal((rule, sentence), (document.RefusalRule, document.Refusal));
    }

    [Fact]
    public async Task Ingest_List_LeavesNoValueOfItInTheDatabase()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var ids = new List<string>();
        using var content = new MemoryStream(Samples.List("list-1-upn-repeated.xlsx".Replace("list-1-", "list-1-109-", StringComparison.Ordinal)));
        PersonListReader.Check(content, "list.xlsx", new LocalDate(2025, 9, 8), PersonList.One, row => ids.AddRange(row[ListColumn.UniqueId].Text.ToString(), row[ListColumn.Upn].Text.ToString()));

        var document = await annexA.DecidedAsync(content.ToArray(), "list.xlsx", ["list-1"]);

        Assert.True(document.Errors + document.Queries > 0);
        await using var context = annexA.Store.Database.Open();
        var stored = string.Join('\n', context.Set<ListFindingRow>().Select(row => row.Places + row.Column + row.Rule)) + string.Join('\n', context.Events.Select(row => row.Payload));
        Assert.All(ids.Where(id => id.Length > 3), id => Assert.DoesNotContain(id, stored));
    }
}
