using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Lists;
using AreaSend.Lists.Tracking;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Ingesting;
using AreaSend.Services.Uploads.Tracking;
using AreaSend.Testing;

namespace AreaSend.Services.Tests.Uploads.Tracking;

/// <summary>Whom to track is drawn from the accepted lists, and selected by inspectors (handbook, paragraphs 90 to 92).</summary>
public class ChildSelectionTests(PostgresServer server, AzuriteServer azurite)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Select_AsDrawn_OpensTheItemsOfEachChildAndKeepsUniqueIdsAlone(StoreProvider on)
    {
        await using var annexA = await WithListsAsync(on);
        var selection = annexA.Store.Get<ChildSelection>();
        var offer = Assert.IsType<TrackingOffer.Drawn>(await selection.OfferAsync(annexA.Inspection, seed: 7));
        var again = Assert.IsType<TrackingOffer.Drawn>(await selection.OfferAsync(annexA.Inspection, seed: 7));
        string[] ids = [.. offer.Selection.Children.Select(child => child.Child.UniqueId)];

        Assert.Null(await selection.SelectAsync(annexA.Inspection, AnnexACase.Inspector, offer.Seed, ids));

        Assert.Equal((24, 6), (offer.From, ids.Length));
        Assert.Equal(ids, again.Selection.Children.Select(child => child.Child.UniqueId));
        var @case = (await annexA.LoadAsync()).Case;
        Assert.Equal(6, Assert.Single(@case.Events.Select(recorded => recorded.Event).OfType<ChildrenSelected>()).Children);
        Assert.Equal(42, @case.Outstanding("tracked-children-information").Count());
        await using var context = annexA.Store.Database.Open();
        var payloads = string.Join('\n', context.Events.Select(row => row.Payload));
        Assert.All(ids, id => Assert.DoesNotContain(id, payloads));
        var record = (await selection.OpenAsync(annexA.Inspection, AnnexACase.Inspector))!;
        Assert.Equal(("7", "ABCDEF"), (record.Draw!.Seed, string.Concat(record.Children.Select(child => child.Letter))));
        Assert.Equal(ids, record.Children.Select(child => child.UniqueId));
        Assert.DoesNotContain(record.Children, child => child.ByHand);
        Assert.Equal(("selection", RecorderRole.LeadInspector), ((await annexA.Uploads.AccessAsync(annexA.Inspection))[0].What, (await annexA.Uploads.AccessAsync(annexA.Inspection))[0].Role));
    }

    [Fact]
    public async Task Offer_ChildInBothLists_IsCountedAndDrawnOnce()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);
        await annexA.DecidedAsync(Samples.List("both-lists-in-both-lists.xlsx"), "lists.xlsx", ["list-2"]);
        await annexA.DecidedAsync(Samples.List("list-1-clean.xlsx"), "list-1.xlsx", ["list-1"]);

        var offer = Assert.IsType<TrackingOffer.Drawn>(await annexA.Store.Get<ChildSelection>().OfferAsync(annexA.Inspection, seed: 7, number: 26));

        // The child has another unique ID in list 2, and the same UPN; its row in list 1 stands.
        Assert.Equal((23, 1, 23), (offer.From, offer.Repeated, offer.Selection.Children.Count));
        Assert.Equal((12, 11), (offer.Selection.Children.Count(child => child.Child.List == PersonList.One), offer.Selection.Children.Count(child => child.Child.List == PersonList.Two)));
    }

    [Fact]
    public async Task Select_ChangedByHand_IsWeighedAndRecordedSo()
    {
        await using var annexA = await WithListsAsync(StoreProvider.Sqlite);
        var selection = annexA.Store.Get<ChildSelection>();
        var drawn = Assert.IsType<TrackingOffer.Drawn>(await selection.OfferAsync(annexA.Inspection, seed: 7));
        var all = Assert.IsType<TrackingOffer.Drawn>(await selection.OfferAsync(annexA.Inspection, seed: 7, number: 24));
        string[] ids = [.. drawn.Selection.Children.Select(child => child.Child.UniqueId)];
        ids[5] = all.Selection.Children.Select(child => child.Child.UniqueId).Except(ids).First();

        var weighed = Assert.IsType<TrackingOffer.Drawn>(await selection.WeighAsync(annexA.Inspection, 7, ids));
        Assert.Null(await selection.SelectAsync(annexA.Inspection, AnnexACase.Inspector, 7, ids));

        Assert.Equal(ids, weighed.Selection.Children.Select(child => child.Child.UniqueId));
        Assert.Equal([ids[5]], (await selection.OpenAsync(annexA.Inspection, AnnexACase.Inspector))!.Children.Where(child => child.ByHand).Select(child => child.UniqueId));
    }

    [Fact]
    public async Task Select_WhatCannotBe_IsRefusedWithASentence()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var selection = annexA.Store.Get<ChildSelection>();

        var none = Assert.IsType<TrackingOffer.Refused>(await selection.OfferAsync(annexA.Inspection));
        await SendListsAsync(annexA);
        var offer = Assert.IsType<TrackingOffer.Drawn>(await selection.OfferAsync(annexA.Inspection));
        string[] ids = [.. offer.Selection.Children.Select(child => child.Child.UniqueId)];
        var unknown = await selection.SelectAsync(annexA.Inspection, AnnexACase.Inspector, offer.Seed, [.. ids[1..], "no-such-child"]);
        var twice = await selection.SelectAsync(annexA.Inspection, AnnexACase.Inspector, offer.Seed, [.. ids, ids[0]]);
        await selection.SelectAsync(annexA.Inspection, AnnexACase.Inspector, offer.Seed, ids);
        var again = await selection.SelectAsync(annexA.Inspection, AnnexACase.Inspector, offer.Seed, ids);

        Assert.Equal("No person-level list has been accepted yet, so there is nobody to draw from.", none.Because);
        Assert.Equal("No accepted list has a child or young person with the unique ID no-such-child.", unknown);
        Assert.Equal("A child or young person can be selected only once.", twice);
        Assert.StartsWith("The children have already been selected", again);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Name_SelectionWithoutADraw_IsKeptCorrectedAndLogged(StoreProvider on)
    {
        await using var annexA = await WithListsAsync(on);
        var selection = annexA.Store.Get<ChildSelection>();

        var early = await NameAsync(annexA, ["EX000001"]);
        await annexA.Store.Inspections.RecordAsync(annexA.Inspection, Recorder.Coordinator, (_, _, now) => new ChildrenSelected(now, 2));
        Assert.Null(await selection.OpenAsync(annexA.Inspection, AnnexACase.Lano));
        var few = await NameAsync(annexA, ["EX000001"]);
        var twice = await NameAsync(annexA, ["EX000001", "ex000001"]);
        var unlisted = await NameAsync(annexA, ["EX000001", "Somebody"]);
        Assert.Null(await NameAsync(annexA, ["EX000001", "EX000002"]));
        Assert.Null(await NameAsync(annexA, ["EX000003", "EX000002"]));
        var seen = (await selection.OpenAsync(annexA.Inspection, AnnexACase.Lano))!;

        Assert.Equal("No selection is recorded yet. Draw one, or record how many were selected.", early);
        Assert.Equal("Enter the unique ID of each of the 2 children and young people selected.", few);
        Assert.Equal("A child or young person can be selected only once.", twice);
        Assert.Equal("No accepted list has a child or young person with the unique ID Somebody.", unlisted);
        Assert.Equal((null, "A EX000003, B EX000002"), (seen.Draw, string.Join(", ", seen.Children.Select(child => $"{child.Letter} {child.UniqueId}"))));
        Assert.Equal(
            [("selection", RecorderRole.Lano), ("selection-named", RecorderRole.LeadInspector), ("selection-named", RecorderRole.LeadInspector)],
            (await annexA.Uploads.AccessAsync(annexA.Inspection)).Select(record => (record.What, record.Role)));
    }

    [Fact]
    public async Task Name_SelectionThatWasDrawn_IsRefused()
    {
        await using var annexA = await WithListsAsync(StoreProvider.Sqlite);
        var selection = annexA.Store.Get<ChildSelection>();
        var offer = Assert.IsType<TrackingOffer.Drawn>(await selection.OfferAsync(annexA.Inspection, seed: 7, number: 2));
        Assert.Null(await selection.SelectAsync(annexA.Inspection, AnnexACase.Inspector, 7, [.. offer.Selection.Children.Select(child => child.Child.UniqueId)]));

        Assert.Equal("This selection was drawn, and has its unique IDs.", await NameAsync(annexA, ["EX000001", "EX000002"]));
    }

    /// <summary>A list that is taken with its dates of birth month first gives nobody an age to be chosen by.</summary>
    [Fact]
    public async Task Offer_ListTakenWithDatesMonthFirst_DrawsByNobodysAge()
    {
        await using var annexA = await AnnexACase.OpenAsync(StoreProvider.Sqlite, server, azurite);
        var refused = await annexA.DecidedAsync(Samples.List("list-1-dates-month-first.xlsx"), "list-1.xlsx", ["list-1"]);
        Assert.Null(await annexA.Store.Get<RefusedLists>().TakeAsync(annexA.Inspection, refused.Id, AnnexACase.Inspector, "They cannot export it otherwise."));

        var offer = Assert.IsType<TrackingOffer.Drawn>(await annexA.Store.Get<ChildSelection>().OfferAsync(annexA.Inspection, seed: 7));

        Assert.Equal("dates-month-first", Assert.Single((await annexA.Uploads.FindingsAsync(annexA.Inspection, refused.Id)).SelectMany(report => report.Groups)).Rule.Name);
        Assert.All(offer.Selection.Children, child => Assert.Equal(AgeGroup.Unknown, child.Child.Age));
    }

    /// <summary>Why unique IDs are not kept; null when they are.</summary>
    private static async Task<string?> NameAsync(AnnexACase annexA, IReadOnlyList<string> ids) =>
        (await annexA.Store.Get<SelectionNames>().EnterAsync(annexA.Inspection, AnnexACase.Inspector, ids) as Naming.Refused)?.Because;

    private async Task<AnnexACase> WithListsAsync(StoreProvider on)
    {
        var annexA = await AnnexACase.OpenAsync(on, server, azurite);
        await SendListsAsync(annexA);
        return annexA;
    }

    private static async Task SendListsAsync(AnnexACase annexA)
    {
        foreach (var list in (string[])["list-1", "list-2"])
        {
            Assert.Equal(DocumentState.Accepted, (await annexA.DecidedAsync(Samples.List($"{list}-clean.xlsx"), $"{list}.xlsx", [list])).State);
        }
    }
}
