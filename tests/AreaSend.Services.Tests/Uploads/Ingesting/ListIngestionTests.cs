using AreaSend.Core.AnnexA.Lists;
using AreaSend.Core.Inspections;
using AreaSend.Services.AnnexA.Lists;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Testing;

namespace AreaSend.Services.Tests.Uploads.Ingesting;

/// <summary>Documents that answer lists 1 and 2 are read and checked (handbook, paragraphs 196 to 199).</summary>
public class ListIngestionTests(PostgresServer server, AzuriteServer azurite)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Ingest_ListWithAnError_IsRefusedWithFindingsAndTheMendedOneIsAccepted(StoreProvider on)
    {
        await using var room = await UploadRoom.OpenAsync(on, server, azurite);
        const string Faulty = "list-1-upn-check-letter.xlsx";

        var bad = await room.DecidedAsync(Samples.List(Faulty), Faulty, ["list-1"]);
        var mended = await room.DecidedAsync(Samples.List("list-1-clean.xlsx"), "list-1.xlsx", ["list-1"], replaces: bad.Id);

        Assert.Equal((DocumentState.Refused, "list-errors", 1), (bad.State, bad.RefusalRule, bad.Errors));
        Assert.Equal("The list has 1 error: the site shows the row and column of each and how to mend it. Mend what it shows and send the list again.", bad.Refusal);
        using var content = new MemoryStream(Samples.List(Faulty));
        var read = PersonListReader.Check(content, Faulty, new LocalDate(2025, 9, 8), PersonList.One);
        Assert.Equivalent(read.Reports, await room.Desk.FindingsAsync(room.Inspection, bad.Id), strict: true);
        Assert.Equal((DocumentState.Accepted, 0, 0), (mended.State, mended.Errors, mended.Queries));
        Assert.Equal(12, Assert.Single(await room.Desk.FindingsAsync(room.Inspection, mended.Id)).Rows);
        Assert.Equal(ItemState.Accepted, (await room.StandingAsync("list-1")).State);
    }

    [Fact]
    public async Task Ingest_ListWithAQuery_IsAccepted()
    {
        await using var room = await UploadRoom.OpenAsync(StoreProvider.Sqlite, server, azurite);

        var document = await room.DecidedAsync(Samples.List("list-1-102a-aged-25.xlsx"), "list-1.xlsx", ["list-1"]);

        Assert.Equal((DocumentState.Accepted, 0, 1), (document.State, document.Errors, document.Queries));
    }

    [Fact]
    public async Task Ingest_BothListsInOneBook_AnswersBoth()
    {
        await using var room = await UploadRoom.OpenAsync(StoreProvider.Sqlite, server, azurite);

        var document = await room.DecidedAsync(Samples.List("both-lists-clean.xlsx"), "lists.xlsx", ["list-1", "list-2"]);

        Assert.Equal(DocumentState.Accepted, document.State);
        Assert.Equal([PersonList.One, PersonList.Two], (await room.Desk.FindingsAsync(room.Inspection, document.Id)).Select(report => report.List));
        Assert.NotNull((await room.LoadAsync()).Plan["person-level-lists"].Met);
    }

    [Theory]
    [InlineData("list-2-clean.xlsx", "list-1", "list-unreadable", "The file holds list 2, not list 1.")]
    [InlineData("list-2-clean.xlsx", "list-1 list-2", "list-missing", "The file holds only one of the two lists, and list 1 is missing: send it in a file of its own, or say that this file answers the other list alone.")]
    public async Task Ingest_AnotherListThanAskedFor_IsRefused(string sample, string items, string rule, string sentence)
    {
        await using var room = await UploadRoom.OpenAsync(StoreProvider.Sqlite, server, azurite);

        var document = await room.DecidedAsync(Samples.List(sample), sample, items.Split(' '));

        Assert.Equal((rule, sentence), (document.RefusalRule, document.Refusal));
    }

    [Fact]
    public async Task Ingest_List_LeavesNoValueOfItInTheDatabase()
    {
        await using var room = await UploadRoom.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var ids = new List<string>();
        using var content = new MemoryStream(Samples.List("list-1-upn-repeated.xlsx".Replace("list-1-", "list-1-109-", StringComparison.Ordinal)));
        PersonListReader.Check(content, "list.xlsx", new LocalDate(2025, 9, 8), PersonList.One, row => ids.AddRange(row[ListColumn.UniqueId].Text.ToString(), row[ListColumn.Upn].Text.ToString()));

        var document = await room.DecidedAsync(content.ToArray(), "list.xlsx", ["list-1"]);

        Assert.True(document.Errors + document.Queries > 0);
        await using var context = room.Store.Database.Open();
        var stored = string.Join('\n', context.ListFindings.Select(row => row.Places + row.Column + row.Rule)) + string.Join('\n', context.Events.Select(row => row.Payload));
        Assert.All(ids.Where(id => id.Length > 3), id => Assert.DoesNotContain(id, stored));
    }
}
