using System.Text.Json.Nodes;
using AreaSend.Core.Inspections;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.ReferenceData;
using AreaSend.Services.Store;
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
        await store.Inspections.RecordAsync(withdrawn, "Coordinator", (_, _, now) => new InspectionWithdrawn(now, "Planned twice."));

        Assert.Null(await store.Get<BankHolidayRefresh>().RefreshAsync());
        Assert.Null(await store.Get<BankHolidayRefresh>().RefreshAsync());
        await store.DrainAsync();

        var change = Assert.Single(Changes(await store.Inspections.FindAsync(notified)));
        Assert.Equal("New bank holiday: Wednesday 17 September 2025 (A day of rejoicing).", change.Why);
        Assert.NotEmpty(change.Moved);
        Assert.Single(Changes(await store.Inspections.FindAsync(planned)));
        Assert.Empty(Changes(await store.Inspections.FindAsync(withdrawn)));
        var raised = (await store.Inspections.FindAsync(notified))!.Case.RaisedNotices;
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
        { "a year cut short", context => context.Response.WriteAsync(ShippedFile.BankHolidays().Replace("2026-12-25", "2025-12-29")), "2026" },
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

    [Fact]
    public async Task Refresh_NobodyAnswers_RaisesAnAlarm()
    {
        var address = new Uri("http://127.0.0.1:1/");
        await using var store = await OpenAsync(StoreProvider.Sqlite, address);

        Assert.Equal("The bank-holiday feed cannot be reached; the bank holidays held are kept.", await store.Get<BankHolidayRefresh>().RefreshAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Proclaim_PreviewedDay_MovesWhatThePreviewSaid(StoreProvider on)
    {
        await using var store = await OpenAsync(on, new Uri("http://127.0.0.1:1/"));
        var id = await store.NotifiedAsync(OnSite);

        var preview = Assert.Single(await store.Get<BankHolidayWhatIf>().PreviewAsync(Extra, "A day of rejoicing"));
        Assert.Empty(Changes(await store.Inspections.FindAsync(id)));
        Assert.Null(await store.Get<BankHolidayWhatIf>().ProclaimAsync(Extra, "A day of rejoicing"));

        Assert.Equal(preview.Moved, Assert.Single(Changes(await store.Inspections.FindAsync(id))).Moved);
        Assert.Equal("Wednesday 17 September 2025 is no working day already (A day of rejoicing).", await store.Get<BankHolidayWhatIf>().ProclaimAsync(Extra, "Again"));
    }

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
