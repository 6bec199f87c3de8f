using System.Security.Cryptography;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Keeping;
using AreaSend.Core.Rules;
using AreaSend.Services.Checkpoints;
using AreaSend.Services.Keeping;
using AreaSend.Services.Publication;
using AreaSend.Services.Store;
using AreaSend.Services.Tests.Uploads;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Ingesting;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.Tests.Keeping;

/// <summary>Paragraph 142: what the schedule says is gone is gone, wherever it lay; the events stay and say so, and every check of the history goes on passing.</summary>
public sealed class DisposalTests(PostgresServer server, AzuriteServer azurite)
{
    private static readonly string[] Rules = [.. KeepingSchedule.Shipped.Where(rule => rule.From is KeptFrom.EndOfInspection or KeptFrom.LastDayInRole).Select(rule => rule.Key)];

    public static TheoryData<StoreProvider, int> Draws => new()
    {
        { StoreProvider.Sqlite, 1 }, { StoreProvider.Sqlite, 2 }, { StoreProvider.Sqlite, 3 }, { StoreProvider.Postgres, 4 }, { StoreProvider.Postgres, 5 },
    };

    /// <summary>Property: under any rules, in any order, the words of those rules are gone from everywhere and the others stand where they stood.</summary>
    [Theory, MemberData(nameof(Draws))]
    public async Task GoOn_AfterAnyRulesInAnyOrder_NothingOfTheirsIsFoundAndTheRestIs(StoreProvider on, int seed)
    {
        var random = new Random(seed);
        await using var planted = await PlantedInspection.WithdrawnAsync(on, server, azurite);
        Assert.Equal(PlantedInspection.InTables.Keys, await planted.FoundInTablesAsync(PlantedInspection.InTables.Keys));
        Assert.Equal(PlantedInspection.InFiles.Keys, await planted.FoundInStorageAsync(PlantedInspection.InFiles.Keys));
        Assert.NotEqual(0, await planted.FoundInMailAsync(PlantedInspection.InMail));
        planted.Store.Clock.Advance(Duration.FromDays(366 * 10));

        var gone = new HashSet<string>();
        foreach (var rule in random.GetItems(Rules, Rules.Length))
        {
            gone.Add(rule);
            await planted.DisposeOfAsync([rule]);

            var words = PlantedInspection.InTables.Where(word => !word.Value.Any(gone.Contains)).Select(word => word.Key);
            Assert.Equal(words, await planted.FoundInTablesAsync(PlantedInspection.InTables.Keys));
            Assert.Equal(
                PlantedInspection.InFiles.Where(word => !gone.Contains(word.Value)).Select(word => word.Key), await planted.FoundInStorageAsync(PlantedInspection.InFiles.Keys));
            Assert.Equal(gone.Contains(KeepingSchedule.Mail), await planted.FoundInMailAsync(PlantedInspection.InMail) == 0);
            Assert.Empty((await planted.Store.Get<ChainVerifier>().VerifyAsync()).Broken);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task GoOn_AfterEveryRule_NothingIsLeftAndEveryCheckPasses(StoreProvider on)
    {
        await using var planted = await PlantedInspection.WithdrawnAsync(on, server, azurite);
        var checkpoint = await planted.Store.Get<CheckpointComparison>().NowAsync(planted.Store.Now);
        Assert.True(checkpoint.Heads.Sum(head => head.Names.Count) >= 5, "Documents and notices have their marks in the checkpoint.");
        planted.Store.Clock.Advance(Duration.FromDays(366 * 10));

        await planted.DisposeOfAsync(Rules);

        Assert.Empty(await planted.FoundInTablesAsync([.. PlantedInspection.InTables.Keys, .. PlantedInspection.InFiles.Keys]));
        Assert.Empty(await planted.FoundInStorageAsync(PlantedInspection.InFiles.Keys));
        Assert.Equal(0, await planted.FoundInMailAsync("example.org"));
        var @case = (await planted.AnnexA.LoadAsync()).Case;
        Assert.Equal(
            Rules.Except([KeepingSchedule.FormerContacts]).Order(StringComparer.Ordinal),
            @case.Events.Select(recorded => recorded.Event).OfType<DisposedOf>().Select(disposed => disposed.Rule).Order(StringComparer.Ordinal));
        Assert.Equal(4, @case.Events.Select(recorded => recorded.Event).OfType<DisposedOf>().Sum(disposed => disposed.Documents.Count));
        Assert.All(@case.Events.Where(recorded => recorded.Event is DisposedOf), recorded => Assert.Equal(PlantedInspection.By, recorded.By));

        var report = await planted.Store.Get<ChainVerifier>().VerifyAsync();
        Assert.Empty(report.Broken);
        Assert.Empty(report.Documents);
        Assert.Empty(await planted.Store.Get<CheckpointComparison>().AgainstAsync(checkpoint));
        Assert.Equal(0, await planted.Store.Get<LostDocuments>().FindAsync());
        Assert.DoesNotContain("2.4", @case.Outstanding(@case.StepOf("2.4")!));
        await AssertAllDoneAsync(planted);
        Assert.Equal(0, await planted.Store.Get<DisposalProposals>().ProposeAsync(LondonTime.DateOf(planted.Store.Now)));
    }

    /// <summary>SQLite leaves what it deletes in the file, to be written over some day: it must not.</summary>
    [Fact]
    public async Task GoOn_OnSqlite_LeavesNothingInTheBytesOfTheFile()
    {
        await using var planted = await PlantedInspection.WithdrawnAsync(StoreProvider.Sqlite, server, azurite);
        string[] words = [.. PlantedInspection.InTables.Keys.Where(word => !word.Contains('-', StringComparison.Ordinal))];
        Assert.Equal(words, await planted.FoundInFileOfDatabaseAsync(words));
        planted.Store.Clock.Advance(Duration.FromDays(366 * 10));

        await planted.DisposeOfAsync(Rules);

        Assert.Empty(await planted.FoundInFileOfDatabaseAsync(words));
    }

    [Fact]
    public async Task Propose_ByDay_EachRuleOnTheDayThatItsPeriodEnds()
    {
        await using var planted = await PlantedInspection.WithdrawnAsync(StoreProvider.Sqlite, server, azurite);
        var end = KeepingRules.EndOf((await planted.AnnexA.LoadAsync()).Case)!.Value;
        var proposals = planted.Store.Get<DisposalProposals>();

        foreach (var rule in KeepingSchedule.Shipped.Where(rule => rule.From == KeptFrom.EndOfInspection).GroupBy(rule => rule.Months).OrderBy(group => group.Key))
        {
            var earlier = await WaitingAsync(planted);
            await proposals.ProposeAsync(end.PlusMonths(rule.Key).PlusDays(-1));
            Assert.Equal(earlier.Where(key => key != KeepingSchedule.FormerContacts), (await WaitingAsync(planted)).Where(key => key != KeepingSchedule.FormerContacts));
            await proposals.ProposeAsync(end.PlusMonths(rule.Key));
            Assert.Equal(
                [.. earlier.Concat(rule.Select(one => one.Key)).Where(key => key != KeepingSchedule.FormerContacts).Order(StringComparer.Ordinal)],
                (await WaitingAsync(planted)).Where(key => key != KeepingSchedule.FormerContacts));
        }
    }

    [Fact]
    public async Task Propose_TwiceAndByTwoHosts_ProposesOnce()
    {
        foreach (var on in new[] { StoreProvider.Sqlite, StoreProvider.Postgres })
        {
            await using var planted = await PlantedInspection.WithdrawnAsync(on, server, azurite);
            planted.Store.Clock.Advance(Duration.FromDays(366 * 10));
            var (proposals, today) = (planted.Store.Get<DisposalProposals>(), LondonTime.DateOf(planted.Store.Now));

            var added = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => proposals.ProposeAsync(today))));

            Assert.Equal(Rules.Length, added.Sum());
            Assert.All(await planted.BatchesAsync(), view => Assert.Single(view.Items));
            Assert.Equal(Rules.Order(StringComparer.Ordinal), await WaitingAsync(planted));
        }
    }

    [Theory]
    [InlineData(KeepingPurpose.Research)]
    [InlineData(KeepingPurpose.Litigation)]
    public async Task GoOn_HeldAfterItWasConfirmed_KeepsAllAndSaysWhy(KeepingPurpose why)
    {
        await using var planted = await PlantedInspection.WithdrawnAsync(StoreProvider.Postgres, server, azurite);
        planted.Store.Clock.Advance(Duration.FromDays(366 * 10));
        await planted.Store.Get<DisposalProposals>().ProposeAsync(LondonTime.DateOf(planted.Store.Now));
        foreach (var view in await planted.BatchesAsync())
        {
            Assert.True(await planted.Store.Get<Disposal>().ConfirmAsync(view.Batch.Id, PlantedInspection.By, "The schedule says so", view.Version));
        }

        var hold = Guid.NewGuid();
        Assert.Null(await planted.Store.Get<KeepingHolds>().HoldAsync(planted.Inspection, hold, why, "A study of 2026", PlantedInspection.By, shown: null));
        Assert.Equal(0, await planted.Store.Get<Disposal>().GoOnAsync());

        Assert.Equal(PlantedInspection.InTables.Keys, await planted.FoundInTablesAsync(PlantedInspection.InTables.Keys));
        await using (var context = planted.Store.Database.Open())
        {
            Assert.All(await context.Set<DisposalItem>().ToListAsync(), item => Assert.Equal(DisposalState.Kept, item.State));
            Assert.Contains(await context.Set<DisposalItem>().ToListAsync(), item => item.KeptBecause!.Contains(why == KeepingPurpose.Research ? "for research" : "for litigation", StringComparison.Ordinal));
        }

        // Nothing is proposed while it is held, and all of it once it is lifted.
        Assert.Equal(0, await planted.Store.Get<DisposalProposals>().ProposeAsync(LondonTime.DateOf(planted.Store.Now)));
        Assert.Null(await planted.Store.Get<KeepingHolds>().LiftAsync(planted.Inspection, hold, "The study is out", PlantedInspection.By, shown: null));
        Assert.Equal(Rules.Length, await planted.Store.Get<DisposalProposals>().ProposeAsync(LondonTime.DateOf(planted.Store.Now)));
    }

    [Fact]
    public async Task Propose_HeldWhileItWaits_LeavesTheBatch()
    {
        await using var planted = await PlantedInspection.WithdrawnAsync(StoreProvider.Sqlite, server, azurite);
        planted.Store.Clock.Advance(Duration.FromDays(366 * 10));
        var today = LondonTime.DateOf(planted.Store.Now);
        await planted.Store.Get<DisposalProposals>().ProposeAsync(today);

        Assert.Null(await planted.Store.Get<KeepingHolds>().HoldAsync(planted.Inspection, Guid.NewGuid(), KeepingPurpose.Litigation, "A claim", PlantedInspection.By, shown: null));
        await planted.Store.Get<DisposalProposals>().ProposeAsync(today);

        Assert.Empty(await planted.BatchesAsync());
    }

    [Fact]
    public async Task Confirm_AnotherBatchThanShown_StoresNothing()
    {
        await using var planted = await PlantedInspection.WithdrawnAsync(StoreProvider.Sqlite, server, azurite);
        planted.Store.Clock.Advance(Duration.FromDays(366 * 10));
        await planted.Store.Get<DisposalProposals>().ProposeAsync(LondonTime.DateOf(planted.Store.Now));
        var (disposal, view) = (planted.Store.Get<Disposal>(), (await planted.BatchesAsync())[0]);

        Assert.False(await disposal.ConfirmAsync(view.Batch.Id, PlantedInspection.By, "Yes", "another"));
        Assert.True(await disposal.ConfirmAsync(view.Batch.Id, PlantedInspection.By, "Yes", view.Version));
        Assert.False(await disposal.ConfirmAsync(view.Batch.Id, PlantedInspection.By, "Yes", view.Version));
    }

    /// <summary>What belongs to no inspection goes by rules of its own, up to the last day that is old enough; checkpoints go on passing, and a removal that nobody confirmed is named.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task GoOn_WhatBelongsToNoInspection_GoesOnItsDayAndNotBefore(StoreProvider on)
    {
        using var storage = await AnnexACase.StorageAsync(await azurite.ConnectionStringAsync());
        await using var store = await ThrowawayStore.OpenAsync(on, server, services =>
        {
            services.AddSingleton(storage);
            services.AddUploads();
            services.AddKeeping();
        });
        var (day, later) = (store.Now, store.Now + Duration.FromDays(200));
        await using (var context = store.Database.Open())
        {
            context.Set<AccessRecord>().AddRange(Line(day), Line(later));
            context.Set<PublicationHold>().AddRange(Hold(new LocalDate(2025, 9, 1), "An old private reason"), Hold(new LocalDate(2026, 3, 20), "A later private reason"));
            await context.SaveChangesAsync();
        }

        var checkpoint = await store.Get<CheckpointComparison>().NowAsync(store.Now);
        var (proposals, date) = (store.Get<DisposalProposals>(), LondonTime.DateOf(day));
        Assert.Equal(0, await proposals.ProposeAsync(date.PlusMonths(72).PlusDays(-1)));
        Assert.Equal(1, await proposals.ProposeAsync(date.PlusMonths(72)));
        Assert.Equal(1, await proposals.ProposeAsync(date.PlusMonths(84)));
        store.Clock.Reset(LondonTime.StartOf(date.PlusMonths(84)));
        await using (var context = store.Database.Open())
        {
            foreach (var batch in await context.Set<DisposalBatch>().Select(row => row.Id).ToListAsync())
            {
                Assert.True(await store.Get<Disposal>().ConfirmAsync(batch, PlantedInspection.By, "The schedule says so", (await BatchView.FindAsync(context, batch, CancellationToken.None))!.Version));
            }
        }

        Assert.Equal(2, await store.Get<Disposal>().GoOnAsync());

        await using (var context = store.Database.Open())
        {
            var lines = await context.Set<AccessRecord>().AsNoTracking().OrderBy(line => line.Id).ToListAsync();
            Assert.Equal([AccessRecord.Disposed, AccessRecord.HeldOnPerson], lines.Select(line => line.What));
            Assert.Null(lines[0].About);
            Assert.Equal(["A later private reason"], (await context.Set<PublicationHold>().Select(hold => hold.PrivateReason).ToListAsync()).OfType<string>());
            Assert.All(await context.Set<DisposalItem>().ToListAsync(), item => Assert.Equal(DisposalState.Done, item.State));
        }

        Assert.Empty(await store.Get<CheckpointComparison>().AgainstAsync(checkpoint));
        await using (var context = store.Database.Open())
        {
            await context.Set<DisposalBatch>().ExecuteDeleteAsync();
        }

        Assert.EndsWith("stands as disposed of, and no event disposed of it.", Assert.Single(await store.Get<CheckpointComparison>().AgainstAsync(checkpoint)), StringComparison.Ordinal);

        static AccessRecord Line(Instant at) => new() { Inspection = null, What = AccessRecord.HeldOnPerson, Role = RecorderRole.Administrator, About = Guid.NewGuid(), At = at };
        PublicationHold Hold(LocalDate until, string reason) => new()
        {
            Id = Guid.NewGuid(), Scope = HoldScope.Country, Until = until, Reason = "An election", PrivateReason = reason, SetAt = store.Now, By = PlantedInspection.By,
        };
    }

    /// <summary>Whoever may write the database cannot pass a removal off as a disposal.</summary>
    [Theory]
    [InlineData("document", "It stands as disposed of, and no event disposed of it.")]
    [InlineData("line", "stands as disposed of, and no event disposed of it.")]
    public async Task Verify_WhatNoEventDisposedOf_NamesIt(string attack, string what)
    {
        await using var planted = await PlantedInspection.WithdrawnAsync(StoreProvider.Sqlite, server, azurite);
        var checkpoint = await planted.Store.Get<CheckpointComparison>().NowAsync(planted.Store.Now);
        await using (var context = planted.Store.Database.Open())
        {
            if (attack == "document")
            {
                await context.Set<Document>().Where(row => row.Id == planted.Documents["refused"]).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DocumentState.Disposed));
            }
            else
            {
                var line = await context.Set<AccessRecord>().AsNoTracking().FirstAsync();
                var digest = line.Fingerprint();
                await context.Set<AccessRecord>().Where(row => row.Id == line.Id).ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Digest, digest).SetProperty(row => row.What, AccessRecord.Disposed).SetProperty(row => row.Person, (Guid?)null)
                        .SetProperty(row => row.Document, (Guid?)null));
            }
        }

        var report = await planted.Store.Get<ChainVerifier>().VerifyAsync();
        string[] found = [.. report.Documents.Select(document => document.What), .. await planted.Store.Get<CheckpointComparison>().AgainstAsync(checkpoint)];

        Assert.Contains(found, said => said.EndsWith(what, StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> WaitingAsync(PlantedInspection planted) => [.. (await planted.BatchesAsync()).Select(view => view.Batch.Rule)];

    private static async Task AssertAllDoneAsync(PlantedInspection planted)
    {
        await using var context = planted.Store.Database.Open();
        Assert.All(await context.Set<DisposalItem>().ToListAsync(), item =>
        {
            Assert.Equal(DisposalState.Done, item.State);
            Assert.Empty(item.Left);
        });
    }
}
