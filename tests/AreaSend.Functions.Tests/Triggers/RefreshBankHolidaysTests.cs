using System.Text.Json.Nodes;
using AreaSend.Core.Inspections;
using AreaSend.Functions.Tests.Engine;
using AreaSend.Functions.Triggers;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Text;

namespace AreaSend.Functions.Tests.Triggers;

public class RefreshBankHolidaysTests(PostgresServer server)
{
    // Two calls a day by UTC; the one that is 6am in London asks, and any that comes late.
    [Theory]
    [InlineData("2026-01-05T05:00:00Z", false, 0)]
    [InlineData("2026-01-05T06:00:00Z", false, 1)]
    [InlineData("2026-07-06T05:00:00Z", false, 1)]
    [InlineData("2026-07-06T06:00:00Z", false, 0)]
    [InlineData("2026-07-06T07:40:00Z", true, 1)]
    public async Task Run_AtAnHour_AsksTheFeedOnceADay(string at, bool isLate, int asked)
    {
        await using var feed = await HttpStub.StartAsync(context => context.Response.WriteAsync(Feed(null)));
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);
        await using var host = await StartAsync(store, feed);
        store.Clock.Reset(InstantPattern.ExtendedIso.Parse(at).Value);

        await host.Get<RefreshBankHolidays>().Run(new TimerInfo { IsPastDue = isLate }, host.Client, CancellationToken.None);

        Assert.Equal(asked, feed.Requests.Count);
    }

    [Fact]
    public async Task Run_NewHoliday_MovesOpenInspectionsAndTheirOrchestrationsLookAgain()
    {
        await using var feed = await HttpStub.StartAsync(context => context.Response.WriteAsync(Feed("2025-09-17")));
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);
        var id = await store.NotifiedAsync(new LocalDate(2025, 9, 22));
        await store.DrainAsync();
        await using var host = await StartAsync(store, feed);
        store.Clock.Reset(InstantPattern.ExtendedIso.Parse("2025-09-09T05:00:00Z").Value);

        await host.Get<RefreshBankHolidays>().Run(new TimerInfo(), host.Client, CancellationToken.None);

        Assert.Equal("Advance", await host.NextActivityAsync());
        while (!(await store.Inspections.FindAsync(id))!.Case.RaisedNotices.Keys.Any(key => key.StartsWith("dates-changed:dcs", StringComparison.Ordinal)))
        {
            await host.NextActivityAsync();
        }

        Assert.Single((await store.Inspections.FindAsync(id))!.Case.Events, recorded => recorded.Event is CalendarChanged);
    }

    // Called at 5am and 6am by UTC: on every day of two years, clock changes among them, exactly one of the two is 6am in London.
    [Fact]
    public void IsTime_EveryDayOfTwoYears_OnceADay()
    {
        for (var day = new LocalDate(2025, 1, 1); day.Year < 2027; day = day.PlusDays(1))
        {
            Assert.True(RefreshBankHolidays.IsTime(At(day, 5)) ^ RefreshBankHolidays.IsTime(At(day, 6)), $"{day}");
        }
    }

    [Theory]
    [InlineData("2026-03-28", 6)] // the day before clocks go forward
    [InlineData("2026-03-29", 5)] // the day they do
    [InlineData("2026-10-24", 5)] // the day before they go back
    [InlineData("2026-10-25", 6)] // the day they do
    public void IsTime_AroundClockChanges_IsSixInLondon(string day, int hour)
    {
        var date = LocalDatePattern.Iso.Parse(day).Value;
        Assert.True(RefreshBankHolidays.IsTime(At(date, hour)));
    }

    private static Task<DurableHost> StartAsync(ThrowawayStore store, HttpStub feed) =>
        DurableHost.StartAsync(store, configure: services => services.Configure<BankHolidayOptions>(options => options.Url = feed.Address));

    private static string Feed(string? extra)
    {
        var feed = JsonNode.Parse(Repository.Read("data/bank-holidays/2026-02-25.json"))!;
        if (extra is not null)
        {
            feed["england-and-wales"]!["events"]!.AsArray().Add(new JsonObject { ["title"] = "A day of rejoicing", ["date"] = extra, ["notes"] = "" });
        }

        return feed.ToJsonString();
    }

    private static Instant At(LocalDate day, int hour) => day.AtMidnight().PlusHours(hour).InUtc().ToInstant();
}
