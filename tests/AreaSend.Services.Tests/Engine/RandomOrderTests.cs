using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Checkpoints;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Tests.Engine;

/// <summary>Facts in any order, in the way of each other and of the engine: whatever is permitted, each notice is there once and the store agrees with its events.</summary>
public class RandomOrderTests(PostgresServer server, ITestOutputHelper output)
{
    private const int Steps = 80;

    [Theory]
    [InlineData(StoreProvider.Sqlite, 1)]
    [InlineData(StoreProvider.Postgres, 2)]
    [InlineData(StoreProvider.Sqlite, null)]
    [InlineData(StoreProvider.Postgres, null)]
    public async Task AnyOrder_OfFactsAndAdvances_KeepsEveryPromiseOfTheStore(StoreProvider on, int? fixedSeed)
    {
        var seed = fixedSeed ?? Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await store.Get<SandboxContacts>().SeedAsync();
        store.Mail.Answer = mail => Random.Shared.Next(4) == 0 ? new MailResult.TryLater("Busy.") : new MailResult.Accepted(mail.Key);
        var id = await store.PlannedAsync(new LocalDate(2025, 9, 22));
        var acknowledged = 0;
        for (var step = 0; step < Steps; step++)
        {
            await LetTimePassAsync(store, random);
            Task<int>[] atOnce =
            [
                .. Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next()).Select(act => Task.Run(() => ActAsync(store, id, new Random(act)))),
            ];
            acknowledged += (await Task.WhenAll(atOnce)).Sum();
        }

        await CheckAsync(store, id, acknowledged);
    }

    private static async Task LetTimePassAsync(ThrowawayStore store, Random random)
    {
        if (random.Next(3) == 0 && await store.Get<EngineWork>().NextByClockAsync() is { } next)
        {
            store.Clock.Reset(Instant.Max(next, store.Now));
        }
        else
        {
            store.Clock.Advance(Duration.FromMinutes(random.Next(60 * 30)));
        }
    }

    /// <summary>One act of somebody; 1 when the store answered that a fact is recorded.</summary>
    private static async Task<int> ActAsync(ThrowawayStore store, Guid id, Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                await store.Get<InspectionAdvance>().AdvanceAsync(id, store.Now);
                return 0;
            case 1:
                await store.DrainAsync();
                return 0;
            case 2 when random.Next(5) == 0:
                return await store.Inspections.NominateLanoAsync(id, Recorder.Coordinator, new Mailbox("Fictional Officer", "lano@example.org")) is Recording.Recorded ? 1 : 0;
            default:
                return await store.Inspections.RecordAsync(id, Recorder.Coordinator, (@case, plan, now) => AnyFact(@case, plan, now, random)) is Recording.Recorded ? 1 : 0;
        }
    }

    private static Fact AnyFact(InspectionCase @case, Timetable plan, Instant now, Random random)
    {
        var step = plan.Steps[random.Next(plan.Steps.Count)];
        string[] items = [.. AreaSend2024.Full.Asks.Steps.SelectMany(key => AreaSend2024.Full.Asks.ItemsOf(key, @case.TrackedChildren))];
        return random.Next(22) switch
        {
            0 => new ChildrenSelected(now, random.Next(1, 8)),
            1 or 2 => new DraftReportShared(now),
            3 or 4 => new CommentsReceived(now),
            5 or 6 => new FinalReportShared(now, random.Next(2) == 0 ? new Outcome.Inconsistent() : new Outcome.WidespreadFailings("Fictional Trust", random.Next(2) == 0)),
            7 => new ComplaintReceived(now),
            8 => new ComplaintWasResolved(now),
            9 or 10 => new ReportPublished(now, "https://reports.example.org/1"),
            11 => new PlanReceived(now),
            12 => new PlanReturned(now, "No dates."),
            13 => new PlanWasConfirmed(now),
            14 => new PlanPublished(now),
            15 => new DeferralAsked(now, "A reason."),
            16 => new DeferralDecided(now, Granted: false, "A reason."),
            17 => new InspectionPaused(now, "A reason."),
            18 => @case.Paused is null ? new InspectionResumed(now, []) : DateMoves.Resume(@case, plan, now),
            19 when step.DueDate is { } due => DateMoves.Override(@case, plan, step.Key, plan.Calendar.Plus(due, random.Next(1, 6)), "A reason.", now),
            _ => new ItemReceived(now, items[random.Next(items.Length)]),
        };
    }

    private static async Task CheckAsync(ThrowawayStore store, Guid id, int acknowledged)
    {
        var inspection = (await store.Inspections.FindAsync(id))!;
        var events = inspection.Case.Events;
        Assert.Equal(acknowledged, events.Count(@event => @event.By == Recorder.Coordinator && @event.Event is Fact));
        var raised = events.Select(@event => @event.Event).OfType<NoticeRaised>().Select(notice => notice.Key).ToList();
        Assert.NotEmpty(raised);
        Assert.Equal(raised.Distinct(), raised);

        await using var context = store.Database.Open();
        Assert.Equal(raised.Order(), (await context.Notices.Select(notice => notice.Key).ToListAsync()).Order());
        var sent = events.Select(@event => @event.Event).OfType<NoticeSent>().Select(notice => $"{id}:{notice.Key}").ToList();
        Assert.Equal(sent.Distinct(), sent);
        Assert.Equal(sent.Order(), store.Mail.Sent.Select(mail => mail.Key).Order());

        var summary = await context.Inspections.AsNoTracking().SingleAsync();
        var fold = InspectionSummary.Of(inspection);
        Assert.Equal(
            (fold.HeadSeq, fold.HeadHash, fold.Phase, fold.NextStep, fold.NextDue, fold.NextCertainty, fold.Calendar, fold.Ended),
            (summary.HeadSeq, summary.HeadHash, summary.Phase, summary.NextStep, summary.NextDue, summary.NextCertainty, summary.Calendar, summary.Ended));
        Assert.Empty((await store.Get<ChainVerifier>().VerifyAsync()).Broken);
    }
}
