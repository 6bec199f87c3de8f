using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Calendars;
using AreaSend.Services.Store.Figures;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Tests.Store;

/// <summary>What is remembered of an inspection says what reading all its events says, and hides no event that was rewritten.</summary>
public class RememberedFoldTests(PostgresServer server, ITestOutputHelper output)
{
    private static readonly LocalDate OnSite = new(2025, 9, 22);

    [Theory]
    [InlineData(StoreProvider.Sqlite)]
    [InlineData(StoreProvider.Postgres)]
    public async Task Find_AfterAnyCourse_SaysWhatAReadingOfTheWholeSays(StoreProvider on)
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await store.Get<SandboxContacts>().SeedAsync();
        var id = await store.PlannedAsync(OnSite);
        for (var step = 0; step < 60; step++)
        {
            store.Clock.Advance(Duration.FromHours(random.Next(30)));
            await store.Inspections.RecordAsync(id, Recorder.Coordinator, (@case, plan, now) => AnyFact(@case, plan, now, random));
            if (random.Next(2) == 0)
            {
                await store.DrainAsync();
            }

            Assert.Equal(Told(await WholeAsync(store, id)), Told((await store.Inspections.FindAsync(id))!));
        }
    }

    [Theory]
    [InlineData("UPDATE inspection_events SET payload = replace(payload, '2025', '2026') WHERE seq = 2", "event 2: it was changed after it had been recorded")]
    [InlineData("UPDATE inspection_events SET recorded_at = recorded_at + 1 WHERE seq = 6", "event 6: it was changed after it had been recorded")]
    [InlineData("UPDATE inspection_events SET \"by\" = 'Somebody' WHERE seq = 1", "event 1: it was changed after it had been recorded")]
    [InlineData("UPDATE inspection_events SET hash = previous_hash WHERE seq = 3", "event 3: it was changed after it had been recorded")]
    [InlineData("DELETE FROM inspection_events WHERE seq = 4", "6 events were recorded and 5 are there")]
    [InlineData("DELETE FROM inspection_events WHERE seq > 4", "6 events were recorded and 4 are there")]
    public async Task Find_HistoryRewrittenSinceItWasRead_IsNoticed(string rewriting, string said)
    {
        foreach (var on in Enum.GetValues<StoreProvider>())
        {
            await using var store = await ThrowawayStore.OpenAsync(on, server);
            var id = await store.NotifiedAsync(OnSite);
            Assert.Equal(6, (await store.Inspections.FindAsync(id))!.Version);
            await using var context = store.Database.Open();
            await context.Database.ExecuteSqlRawAsync(rewriting);

            var problem = await Assert.ThrowsAsync<BrokenChainException>(() => store.Inspections.FindAsync(id));

            Assert.Contains(said, problem.Message, StringComparison.Ordinal);
            Assert.Equal((await Assert.ThrowsAsync<BrokenChainException>(() => WholeAsync(store, id))).Message, problem.Message);
        }
    }

    /// <summary>With hashes that fit only a signed checkpoint tells of it; what the store says now is what counts.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Find_HistoryRewrittenWithItsHashes_IsReadAnew(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var id = await store.PlannedAsync(OnSite);
        Assert.Equal("888", (await store.Inspections.FindAsync(id))!.Case.Area);
        await using var context = store.Database.Open();
        var row = await context.Events.AsNoTracking().SingleAsync();
        var payload = row.Payload.Replace("888", "301", StringComparison.Ordinal);
        var hash = EventHash.Of(row.PreviousHash, id, row.Seq, row.RecordedAt, row.By, payload);
        await context.Events.ExecuteUpdateAsync(set => set.SetProperty(known => known.Payload, payload).SetProperty(known => known.Hash, hash));
        await context.Inspections.ExecuteUpdateAsync(set => set.SetProperty(known => known.HeadHash, hash));

        Assert.Equal("301", (await store.Inspections.FindAsync(id))!.Case.Area);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Find_MoreInspectionsThanAreRemembered_EachIsItself(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var planned = new List<Guid>();
        for (var number = 0; number < 60; number++)
        {
            planned.Add(await store.PlannedAsync(OnSite));
        }

        foreach (var id in planned.Concat(planned).Concat(planned.AsEnumerable().Reverse()))
        {
            Assert.Equal(id, (await store.Inspections.FindAsync(id))!.Id);
        }
    }

    private static async Task<LoadedInspection> WholeAsync(ThrowawayStore store, Guid id)
    {
        await using var context = store.Database.Open();
        return (await new EventStream(store.Get<CalendarLibrary>(), store.Get<Editions>()).FindAsync(context, id, CancellationToken.None))!;
    }

    /// <summary>Everything that pages, lists and the engine take from an inspection, in words.</summary>
    private static string Told(LoadedInspection inspection)
    {
        var (@case, plan, figures) = (inspection.Case, inspection.Plan, FiguresRow.Of(inspection));
        var moment = @case.Events[^1].RecordedAt;
        return string.Join(
            '\n',
            [
                inspection.HeadHash,
                Phases.Of(@case).ToString(),
                figures.Figures,
                figures.Activity ?? "",
                .. @case.Events.Select(recorded => $"{recorded.Seq} {recorded.RecordedAt} {recorded.By.Text} {EventJson.Write(recorded.Event)}"),
                .. @case.Recorded.Select(recorded => $"{recorded.Seq} {EventJson.Write(recorded.Event)}"),
                .. plan.Steps.Select(step => $"{step.Key} {step.DueDate} {step.Due} {step.Certainty} {step.Held} {step.Met} {step.Why}"),
                .. @case.Items.Select(item => $"{item.Key} {item.Value}").Order(),
                .. @case.Met.Select(met => $"{met.Key} {met.Value}").Order(),
                .. @case.NotReceived.Select(step => $"{step.Key} {step.Value}").Order(),
                .. @case.RaisedNotices.Select(notice => $"{notice.Key} {EventJson.Write(notice.Value)}").Order(),
                .. @case.UnservedNotices.Select(notice => $"{notice.Key} {notice.Value}").Order(),
                .. inspection.Inspection.Owed(moment).Select(duty => duty.ToString()),
                $"{inspection.Inspection.NextWake(moment)}",
            ]);
    }

    private static Fact AnyFact(InspectionCase @case, Timetable plan, Instant now, Random random) => random.Next(14) switch
    {
        0 => new LanoNominated(now, Guid.NewGuid()),
        1 => new ChildrenSelected(now, random.Next(1, 8)),
        2 or 3 => new DraftReportShared(now),
        4 => new CommentsReceived(now),
        5 => new FinalReportShared(now, new Outcome.WidespreadFailings("Fictional Trust", IsSeparate: false)),
        6 => new ReportPublished(now, "https://reports.example.org/1"),
        7 => new PlanReceived(now),
        8 => new InspectionPaused(now, "A reason."),
        9 or 10 => @case.Paused is null ? new DeferralAsked(now, "A reason.") : DateMoves.Resume(@case, plan, now),
        11 => new DeferralDecided(now, Granted: false, "A reason."),
        _ => new ItemReceived(now, "list-1"),
    };
}
