using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.Mail;
using AreaSend.Services.Programme;
using AreaSend.Services.Reports;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Figures;
using AreaSend.Services.Tests.Sandbox;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.Tests.Reports;

/// <summary>What reports are made from is what the events say, however it came to be stored; and reports add up as somebody with paper and pencil would.</summary>
public sealed class ReportTests(FilledSandbox sandbox) : IClassFixture<FilledSandbox>
{
    private static readonly Instant Present = FilledSandbox.Present;
    private static readonly IReadOnlyList<(string Area, string Shows, Guid Inspection)> Rows = SandboxFill.RowsOf(Editions.Shipped);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Figures_HoweverTheyCameToBeStored_AreTheFoldOfTheEvents(StoreProvider on)
    {
        using var folder = new TemporaryFolder();
        await using var store = await FilledAsync(on, folder);

        // As they were stored with each event: first in another database, then here.
        Assert.Equal(Rows.Count, await AssertFoldsAsync(store));
        var published = Rows[0].Inspection;
        foreach (var row in Rows)
        {
            await store.Inspections.RecordAsync(row.Inspection, Recorder.Coordinator, (_, _, now) => new InspectionWithdrawn(now, "A trial"));
        }

        await AssertFoldsAsync(store);

        // Made anew from the events.
        await using (var context = store.Database.Open())
        {
            await context.Figures.Where(row => row.Inspection == published).ExecuteDeleteAsync();
            await context.Figures.ExecuteUpdateAsync(set => set.SetProperty(row => row.Figures, "{}").SetProperty(row => row.ReportLink, "https://nowhere.example.org"));
        }

        await store.Get<SummaryRebuild>().RebuildAsync();
        Assert.Equal(Rows.Count, await AssertFoldsAsync(store));

        // Of inspections from before there were figures: counted when they are first asked for.
        await using (var context = store.Database.Open())
        {
            await context.Figures.ExecuteUpdateAsync(set => set.SetProperty(row => row.Figures, "").SetProperty(row => row.HeadSeq, 0));
        }

        Assert.Equal(Rows.Count, (await NewReader(store).ReadAsync()).Count);
        Assert.Equal(Rows.Count, await AssertFoldsAsync(store));
    }

    [Fact]
    public async Task Reader_ThatHasRead_ReadsWhatHasChangedSince()
    {
        using var folder = new TemporaryFolder();
        await using var store = await FilledAsync(StoreProvider.Sqlite, folder);
        var reader = NewReader(store);
        var before = await reader.ReadAsync();
        Assert.Same(before, await reader.ReadAsync());
        var open = Rows.Single(row => row.Shows == "notified next week").Inspection;

        await store.Inspections.RecordAsync(open, Recorder.Coordinator, (@case, plan, now) =>
            Core.Rules.DateMoves.Override(@case, plan, plan.Marking(@case.Type.PlannedFor)!.Key, new LocalDate(2027, 2, 1), "A by-election", now));
        var after = await reader.ReadAsync();

        Assert.Equal([open], after.Except(before).Select(one => one.Inspection));
        Assert.Contains(after.Single(one => one.Inspection == open).Figures.Moves, move => move.Cause == MoveCause.RePlanned);
    }

    /// <summary>A report that is remembered is the one that would be added up, whatever was asked for before it and whatever has happened since.</summary>
    [Fact]
    public async Task Report_AskedForAgain_IsTheOneThatWouldBeAddedUp()
    {
        using var folder = new TemporaryFolder();
        await using var store = await FilledAsync(StoreProvider.Sqlite, folder);
        var (reader, random, today) = (NewReader(store), new Random(20261127), LondonTime.DateOf(Present));
        for (var round = 0; round < 60; round++)
        {
            var scope = new ReportScope(null, random.Next(2) == 0 ? null : InspectionKind.Full, null, today.PlusDays(-random.Next(15)));
            var day = today.PlusDays(random.Next(2));
            if (random.Next(10) == 0)
            {
                await store.Inspections.RecordAsync(Rows[round % Rows.Count].Inspection, Recorder.Coordinator, (_, _, now) => new InspectionWithdrawn(now, "A trial"));
            }

            Assert.Equivalent(Report.Of(await NewReader(store).ReadAsync(), scope, day), await reader.ReportAsync(scope, day), strict: true);
        }
    }

    /// <summary>What the programme makes of the figures is what it would make of the events.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Activities_AsTheyAreKept_AreTheFoldOfTheEvents(StoreProvider on)
    {
        using var folder = new TemporaryFolder();
        await using var store = await FilledAsync(on, folder);
        var held = new HeldActivities(store.Database, store.Get<EventStream>(), store.Get<Editions>());
        await AssertHeldAsync(store, held);
        await using (var context = store.Database.Open())
        {
            // From before activities were kept: counted when they are first asked for.
            await context.Figures.ExecuteUpdateAsync(set => set.SetProperty(row => row.Activity, (string?)null));
        }

        await AssertHeldAsync(store, new HeldActivities(store.Database, store.Get<EventStream>(), store.Get<Editions>()));
        foreach (var row in Rows.Where((_, number) => number % 3 == 0))
        {
            await store.Inspections.RecordAsync(row.Inspection, Recorder.Coordinator, (_, _, now) => new InspectionWithdrawn(now, "A trial"));
            await AssertHeldAsync(store, held);
        }
    }

    private static async Task AssertHeldAsync(ThrowawayStore store, HeldActivities held)
    {
        var expected = new List<HeldActivity>();
        foreach (var row in Rows)
        {
            var loaded = (await store.Inspections.FindAsync(row.Inspection))!;
            expected.AddRange(HeldActivity.Of(loaded.Id, loaded.Case.Area, ActivityFigure.Of(loaded)) is { } activity ? [activity] : Array.Empty<HeldActivity>());
        }

        var (activities, unreadable) = await held.ReadAsync();

        Assert.Equal(0, unreadable);
        Assert.All(expected.OrderBy(activity => activity.Starts).ThenBy(activity => activity.Id).Zip(activities), pair => AssertSame(pair.First, pair.Second));
        Assert.Equal(expected.Count, activities.Count);
        Assert.All(activities.SelectMany(activity => activity.Adds.Full), full => Assert.NotNull(full.Edition));
    }

    private static void AssertSame(HeldActivity expected, HeldActivity actual)
    {
        Assert.Equal(expected with { Adds = actual.Adds }, actual);
        Assert.Equal(expected.Adds with { Full = actual.Adds.Full, Monitored = actual.Adds.Monitored, BroughtForward = actual.Adds.BroughtForward }, actual.Adds);
        Assert.Equal(expected.Adds.Full, actual.Adds.Full);
        Assert.Equal(expected.Adds.Monitored, actual.Adds.Monitored);
        Assert.Equal(expected.Adds.BroughtForward, actual.Adds.BroughtForward);
    }

    /// <summary>A hundred scopes, drawn with a seed, against an oracle that goes through the cases themselves.</summary>
    [Fact]
    public async Task Report_OfAnyScope_IsWhatTheCasesSay()
    {
        using var folder = new TemporaryFolder();
        await using var store = await FilledAsync(StoreProvider.Sqlite, folder);
        var figures = await NewReader(store).ReadAsync();
        var cases = new List<LoadedInspection>();
        foreach (var row in Rows)
        {
            cases.Add((await store.Inspections.FindAsync(row.Inspection))!);
        }

        var random = new Random(20261126);
        var today = LondonTime.DateOf(Present);
        string?[] regions = [null, null, .. LocalAuthorities.All.Select(area => area.Region).Distinct()];
        string?[] kinds = [null, null, null, .. store.Get<Editions>().Kinds];
        var counted = 0;
        for (var round = 0; round < 100; round++)
        {
            LocalDate? from = random.Next(2) == 0 ? null : today.PlusDays(-random.Next(700));
            var scope = new ReportScope(regions[random.Next(regions.Length)], kinds[random.Next(kinds.Length)], from, random.Next(2) == 0 ? null
                : (from ?? today.PlusDays(-400)).PlusDays(random.Next(500)));

            var report = Report.Of(figures, scope, today);

            List<LoadedInspection> meant = [.. cases.Where(one => (scope.Region is null || LocalAuthorities.Find(one.Case.Area)!.Region == scope.Region)
                && (scope.Kind is null || one.Case.Type.Key == scope.Kind))];
            bool In(LocalDate day) => (scope.From is null || day >= scope.From) && (scope.To is null || day <= scope.To);
            List<PlannedStep> owed = [.. meant.SelectMany(one => one.Plan.Steps).Where(step => step is { Definition.DoneBy: DoneBy.Record, DueDate: { } due } && In(due))];
            Assert.Equal(meant.Count, report.Inspections);
            Assert.Equal(owed.Count(step => step.Met is not null && !step.MetLate), report.Steps.Sum(row => row.InTime));
            Assert.Equal(owed.Count(step => step.Met is not null && step.MetLate), report.Steps.Sum(row => row.Late));
            Assert.Equal(report.Steps.Sum(row => row.Due), report.Actors.Sum(row => row.Due));
            Assert.Equal(report.Steps.Sum(row => row.Overdue), report.Regions.Sum(row => row.Overdue));
            foreach (var row in report.Steps)
            {
                Assert.Equal(owed.Count(step => step.Key == row.Key && step.Met is not null && !step.MetLate), row.InTime);
            }

            List<int> lags = [.. from one in meant
                                 let ended = one.Case.Recorded.Select(recorded => recorded.Event).OfType<OnSiteEnded>().LastOrDefault()
                                 let report1 = one.Case.Events.Select(recorded => recorded.Event).OfType<ReportPublished>().LastOrDefault()
                                 where ended is not null && report1 is not null && one.Case.Type.OnSiteDays is not null && In(report1.On)
                                 select Enumerable.Range(1, Period.DaysBetween(ended.On, report1.On)).Count(day => one.Plan.Calendar.IsWorkingDay(ended.On.PlusDays(day)))];
            Assert.Equal(lags.Count, report.Publication.SingleOrDefault(row => row.Region == Report.Everywhere)?.Published ?? 0);
            Assert.Equal(lags.Count(lag => lag <= 38), report.Publication.SingleOrDefault(row => row.Region == Report.Everywhere)?.InTime ?? 0);
            Assert.Equal(lags.Count == 0 ? 0 : lags.Max(), report.Publication.SingleOrDefault(row => row.Region == Report.Everywhere)?.Longest ?? 0);
            Assert.Equal(meant.SelectMany(one => one.Case.Recorded)
                .Count(recorded => recorded.Event is NoticeRaised && In(LondonTime.DateOf(recorded.RecordedAt))), report.Deliveries.Sum(row => row.All));
            Assert.Equal(
                meant.Count(one => one.Case.Outcome?.Number == 3 && one.Case.Events.Select(recorded => recorded.Event).OfType<ReportPublished>().LastOrDefault() is { } published && In(published.On)),
                report.Results.Sum(row => row.Of("3")));
            counted += owed.Count + lags.Count;
        }

        Assert.InRange(counted, 1000, int.MaxValue); // the scopes were not empty ones
    }

    [Fact]
    public async Task Figures_OfAnOutcomeThatIsNotPublished_SayNothingOfIt()
    {
        using var folder = new TemporaryFolder();
        await using var store = await FilledAsync(StoreProvider.Sqlite, folder);
        foreach (var row in Rows)
        {
            var loaded = (await store.Inspections.FindAsync(row.Inspection))!;
            Assert.True(loaded.Case.HasHappened(Anchor.Published) || InspectionFigures.Of(loaded).Result is null, row.Shows);
        }
    }

    private static ReportReader NewReader(ThrowawayStore store) => new(store.Database, store.Get<EventStream>(), store.Get<Editions>());

    private static async Task<int> AssertFoldsAsync(ThrowawayStore store)
    {
        await using var context = store.Database.Open();
        var rows = await context.Figures.AsNoTracking().ToListAsync();
        foreach (var row in rows)
        {
            var fold = FiguresRow.Of((await store.Inspections.FindAsync(row.Inspection))!);
            Assert.Equal((fold.HeadSeq, fold.Figures, fold.Activity, fold.ReportLink, fold.PlanLink), (row.HeadSeq, row.Figures, row.Activity, row.ReportLink, row.PlanLink));
            Assert.Equal(fold.Figures, InspectionFigures.Read(row.Figures).Write());
        }

        return rows.Count;
    }

    private Task<ThrowawayStore> FilledAsync(StoreProvider on, TemporaryFolder folder) => sandbox.CopyAsync(on, folder);
}
