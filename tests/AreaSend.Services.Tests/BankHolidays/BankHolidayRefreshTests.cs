using System.Text.Json.Nodes;
using AreaSend.Core.Inspections;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.ReferenceData;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Calendars;
using AreaSend.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.Tests.BankHolidays;

public class BankHolidayRefreshTests(PostgresServer server)
{
    private static readonly LocalDate OnSite = new(2025, 9, 22);

    // Between notification on 8 September and the on-site week, as the State Funeral's was in 2022.
    private static readonly LocalDate Extra = new(2025, 9, 17);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Refresh_FeedAsHeld_KeepsOneSnapshotAndNoAlarm(StoreProvider on)
    {
        await using var feed = await HttpStub.StartAsync(context => context.Response.WriteAsync(ShippedFile.BankHolidays()));
        await using var store = await OpenAsync(on, feed.Address);

        Assert.Null(await store.Get<BankHolidayRefresh>().RefreshAsync());

        await using var context = store.Database.Open();
        Assert.Single(await context.CalendarSnapshots.ToListAsync());
        Assert.Equal("Unchanged.", Assert.Single(await context.CalendarRefreshes.ToListAsync()).Result);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Refresh_NewHoliday_MovesOpenInspectionsOnceAndTellsTheArea(StoreProvider on)
    {
        await using var feed = await HttpStub.StartAsync(context => context.Response.WriteAsync(With(Extra)));
        await using var store = await OpenAsync(on, feed.Address);
        var notified = await store.NotifiedAsync(OnSite);
        var planned = await store.PlannedAsync(new LocalDate(2025, 11, 10), "301");
        var withdrawn = await store.PlannedAsync(new LocalDate(2025, 11, 10), "302");
        await store.Inspections.RecordAsync(withdrawn, Recorder.Coordinator, (_, _, now) => new InspectionWithdrawn(now, "Planned twice."));

        Assert.Null(await store.Get<BankHolidayRefresh>().RefreshAsync());
        Assert.Null(await store.Get<BankHolidayRefresh>().RefreshAsync());
        await store.DrainAsync();

        var change = Assert.Single(Changes(await store.Inspections.FindAsync(notified)));
        Assert.Equal("New bank holiday: Wednesday 17 September 2025 (A day of rejoicing).", change.Why);
        Assert.NotEmpty(change.Moved);
        Assert.Single(Changes(await store.Inspections.FindAsync(planned)));
        Assert.Empty(Changes(await store.Inspections.FindAsync(withdrawn)));
        var raised = (await store.Inspections.FindAsync(notified))!.Case.RaisedNotices.Keys;
        Assert.Contains(raised, key => key.StartsWith("dates-changed:dcs", StringComparison.Ordinal));
        await using var context = store.Database.Open();
        Assert.Equal(2, await context.CalendarSnapshots.CountAsync());
    }

    [Fact]
    public async Task Refresh_BrokenOffHalfWay_GoesOnWhereItWas()
    {
        await using var feed = await HttpStub.StartAsync(context => context.Response.WriteAsync(With(Extra)));
        await using var store = await OpenAsync(StoreProvider.Sqlite, feed.Address);
        var first = await store.PlannedAsync(OnSite, "301");
        var second = await store.PlannedAsync(OnSite, "302");
        await store.Get<BankHolidayBook>().AdoptAsync(With(Extra), "half a refresh");

        await store.Get<BankHolidayRefresh>().RefreshAsync();

        Assert.Single(Changes(await store.Inspections.FindAsync(first)));
        Assert.Single(Changes(await store.Inspections.FindAsync(second)));
    }

    public static TheoryData<string, RequestDelegate, string> Failures => new()
    {
        { "no JSON", context => context.Response.WriteAsync("<html>Sorry</html>"), "could not be read" },
        { "a year cut short", context => context.Response.WriteAsync(ShippedFile.BankHolidays().Replace("2026-12-25", "2025-12-29").Replace("2026-12-28", "2025-12-30")), "2026" },
        { "fewer years", context => context.Response.WriteAsync(Repository.Read("data/bank-holidays/2022-01-24.json")), "They are kept." },
        { "an error", Fail, "The bank-holiday feed answered 503; the bank holidays held are kept." },
    };

    [Theory, MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task Refresh_FeedNotToBeReliedOn_KeepsTheOldOneAndRaisesAnAlarm(string what, RequestDelegate answer, string sentence)
    {
        await using var feed = await HttpStub.StartAsync(answer);
        await using var store = await OpenAsync(StoreProvider.Sqlite, feed.Address);

        var alarm = await store.Get<BankHolidayRefresh>().RefreshAsync();
        await store.Get<BankHolidayRefresh>().RefreshAsync();

        Assert.True(alarm?.Contains(sentence), $"{what}: {alarm}");
        Assert.Equal(alarm, Assert.Single(await store.Get<BankHolidayBook>().AlarmsAsync()).Sentence);
        Assert.Equal(CalendarLibrary.VersionOf(ShippedFile.BankHolidays()), (await store.Get<CalendarLibrary>().CurrentAsync()).Version);
    }

    [Fact]
    public async Task Refresh_SucceedsAgain_ClearsTheAlarm()
    {
        var isDown = true;
        await using var feed = await HttpStub.StartAsync(context => isDown ? Fail(context) : context.Response.WriteAsync(ShippedFile.BankHolidays()));
        await using var store = await OpenAsync(StoreProvider.Sqlite, feed.Address);
        await store.Get<BankHolidayRefresh>().RefreshAsync();
        Assert.Single(await store.Get<BankHolidayBook>().AlarmsAsync());

        isDown = false;
        await store.Get<BankHolidayRefresh>().RefreshAsync();

        Assert.Empty(await store.Get<BankHolidayBook>().AlarmsAsync());
    }

    /// <summary>What is there a moment later is no alarm: a feed is asked again, a mail service never.</summary>
    [Fact]
    public async Task Refresh_FeedStumblesOnce_IsAskedAgain()
    {
        var isFirst = true;
        await using var feed = await HttpStub.StartAsync(context =>
        {
            (var fails, isFirst) = (isFirst, false);
            return fails ? Fail(context) : context.Response.WriteAsync(ShippedFile.BankHolidays());
        });
        await using var store = await OpenAsync(StoreProvider.Sqlite, feed.Address);

        Assert.Null(await store.Get<BankHolidayRefresh>().RefreshAsync());

        Assert.Equal(2, feed.Requests.Count);
        Assert.Empty(await store.Get<BankHolidayBook>().AlarmsAsync());
    }

    [Fact]
    public async Task Refresh_NobodyAnswers_RaisesAnAlarm()
    {
        var address = new Uri("http://127.0.0.1:1/");
        await using var store = await OpenAsync(StoreProvider.Sqlite, address);

        Assert.Equal("The bank-holiday feed cannot be reached; the bank holidays held are kept.", await store.Get<BankHolidayRefresh>().RefreshAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Decide_PreviewedDay_MovesWhatThePreviewSaidAndUndoMovesItBack(StoreProvider on)
    {
        await using var store = await OpenAsync(on, new Uri("http://127.0.0.1:1/"));
        var id = await store.NotifiedAsync(OnSite);
        var (byHand, request) = (store.Get<BankHolidaysByHand>(), Proclaim(Extra));

        var preview = await byHand.PreviewAsync(request.Act, request.Day, null, request.Name);
        Assert.Empty(Changes(await store.Inspections.FindAsync(id)));
        Assert.Null(await byHand.DecideAsync(request, Recorder.Coordinator, preview.Version));
        Assert.Equal(Assert.Single(preview.Moved).Moved, Assert.Single(Changes(await store.Inspections.FindAsync(id))).Moved);

        Assert.Null(await byHand.UndoAsync(request.Id, (await store.Get<CalendarLibrary>().CurrentAsync()).Version));
        Assert.True((await store.Get<CalendarLibrary>().CurrentAsync()).Calendar.IsWorkingDay(Extra));
    }

    [Fact]
    public async Task Refresh_FeedSaysTheSameAsWasSetByHand_EndsItMovesNothingAndSaysSo()
    {
        await using var feed = await HttpStub.StartAsync(context => context.Response.WriteAsync(With(Extra)));
        await using var store = await OpenAsync(StoreProvider.Sqlite, feed.Address);
        var id = await store.NotifiedAsync(OnSite);
        var byHand = store.Get<BankHolidaysByHand>();
        Assert.Null(await byHand.DecideAsync(Proclaim(Extra), Recorder.Coordinator, (await store.Get<CalendarLibrary>().CurrentAsync()).Version));

        Assert.Null(await store.Get<BankHolidayRefresh>().RefreshAsync());

        Assert.Equal(BankHolidayEnding.FeedAgreed, Assert.Single(await byHand.AllAsync()).Ending);
        Assert.Single(await byHand.NewsAsync());
        Assert.Single(Changes(await store.Inspections.FindAsync(id)), change => change.Moved.Count > 0);
    }

    [Theory]
    [InlineData(2019)]
    [InlineData(2024)]
    public async Task Refresh_AFeedThatDroppedItsFirstYears_IsNoAlarm(int first)
    {
        var years = JsonNode.Parse(ShippedFile.BankHolidays())!;
        var events = years["england-and-wales"]!["events"]!.AsArray();
        events.RemoveAll(day => string.CompareOrdinal((string)day!["date"]!, $"{first}") < 0);
        await using var feed = await HttpStub.StartAsync(context => context.Response.WriteAsync(years.ToJsonString()));
        await using var store = await OpenAsync(StoreProvider.Sqlite, feed.Address);

        Assert.Null(await store.Get<BankHolidayRefresh>().RefreshAsync());

        Assert.Empty(await store.Get<BankHolidayBook>().AlarmsAsync());
        Assert.Equal(2012, (await store.Get<CalendarLibrary>().CurrentAsync()).Calendar.FirstYear);
    }

    private static BankHolidayRequest Proclaim(LocalDate day) => new(Guid.NewGuid(), BankHolidayAct.Proclaim, day, null, "A day of rejoicing", "Announced in Parliament.");

    private Task<ThrowawayStore> OpenAsync(StoreProvider on, Uri feed) =>
        ThrowawayStore.OpenAsync(on, server, services => services.Configure<BankHolidayOptions>(options => options.Url = feed));

    private static IEnumerable<CalendarChanged> Changes(LoadedInspection? inspection) =>
        inspection!.Case.Events.Select(@event => @event.Event).OfType<CalendarChanged>();

    private static string With(LocalDate date)
    {
        var feed = JsonNode.Parse(ShippedFile.BankHolidays())!;
        feed["england-and-wales"]!["events"]!.AsArray().Add(new JsonObject { ["title"] = "A day of rejoicing", ["date"] = $"{date:uuuu-MM-dd}", ["notes"] = "" });
        return feed.ToJsonString();
    }

    private static Task Fail(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Task.CompletedTask;
    }
}
