using System.Net;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using AreaSend.Testing;
using AreaSend.Web.SignInLinks;
using AreaSend.Web.Tests.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace AreaSend.Web.Tests.Feeds;

/// <summary>A nominated officer's calendar, fetched from the real host and read back by a program that has nothing to do with the one that wrote it.</summary>
public sealed class FeedTests
{
    private static readonly string[] Meetings = ["set-up-discussion", "surveys-close", "fieldwork", "on-site", "leaders-meeting", "feedback-meeting"];

    // Notified on Monday 20 October 2025; the clocks go back on the 26th.
    [Fact]
    public async Task Get_OverTheChangeOfClocks_ShowsLondonTimesOnBothSides()
    {
        await using var host = new EmptyStoreHost();
        var (_, address) = await NominatedAsync(host, new LocalDate(2025, 11, 3));

        var read = await ReadBack.OfAsync(await host.NewVisitor().Client.GetStringAsync(address));

        Assert.Equal(("2025-10-21 11:00", "2025-10-21T10:00:00.000Z"), (read.Of("person-level-lists").Start, read.Of("person-level-lists").Utc));
        Assert.Equal("2025-10-21 11:30", read.Of("person-level-lists").End);
        Assert.Equal(("2025-10-28 09:00", "2025-10-28T09:00:00.000Z"), (read.Of("surveys-close").Start, read.Of("surveys-close").Utc));
        Assert.Equal(("2025-11-03", "2025-11-04", null), (read.Of("on-site").Start, read.Of("on-site").End, read.Of("on-site").Utc));
        Assert.Equal(("Inspection of Lancashire", "PUBLISH"), (read.Name, read.Method));
    }

    [Fact]
    public async Task Get_OfAnInspection_HasItsMeetingsAndCallsOptionsNoDebts()
    {
        await using var host = new EmptyStoreHost();
        var (_, address) = await NominatedAsync(host, new LocalDate(2025, 9, 22));

        var read = await ReadBack.OfAsync(await host.NewVisitor().Client.GetStringAsync(address));

        Assert.All(Meetings, step => Assert.Equal("CONFIRMED", read.Of(step).Status));
        Assert.Equal("Due: Person-level lists 1 and 2 (Lancashire)", read.Of("person-level-lists").Summary);
        Assert.All((string[])["concerns-call", "draft-comments", "complaint"], step => Assert.StartsWith("Last day: ", read.Of(step).Summary, StringComparison.Ordinal));
        Assert.Equal("The date is a forecast, and moves with what happens before it.", read.Of("complaint").Description);
        Assert.Equal(read.Events.Count, read.Events.Select(entry => entry.Uid).Distinct().Count());
        Assert.All(read.Events, entry => Assert.Equal(entry.Changed, entry.Stamped));
    }

    // 19 September 2022 was to be the first on-site day; on the 10th it was proclaimed a bank holiday.
    [Fact]
    public async Task Get_AfterTheStateFuneralWasProclaimed_HasTheNewDaysForNewerAndNothingMoreAtTheSecondRefresh()
    {
        await using var host = new EmptyStoreHost();
        host.Clock.Reset(At(2022, 8, 1, 9));
        await host.Get<StoreDatabase>().HoldAsync(ProclaimedDay.StateFuneral.Held, host.Clock.GetCurrentInstant());
        var (_, address) = await NominatedAsync(host, new LocalDate(2022, 9, 19));
        var officer = host.NewVisitor().Client;
        var before = await ReadBack.OfAsync(await officer.GetStringAsync(address));
        await using var feed = await HttpStub.StartAsync(context => context.Response.WriteAsync(ProclaimedDay.StateFuneral.Feed));
        host.Get<IOptions<BankHolidayOptions>>().Value.Url = feed.Address;

        await host.AdvanceAsync(At(2022, 9, 10, 18));
        await host.Get<BankHolidayRefresh>().RefreshAsync();
        var once = await officer.GetStringAsync(address);
        await host.Get<BankHolidayRefresh>().RefreshAsync();
        var twice = await officer.GetStringAsync(address);

        var after = await ReadBack.OfAsync(once);
        Assert.Equal(("2022-09-19", "2022-09-20"), (before.Of("on-site").Start, after.Of("on-site").Start));
        Assert.Equal(("2022-09-23", "2022-09-26"), (before.Of("feedback-meeting").Start, after.Of("feedback-meeting").Start));
        Assert.True(after.Of("on-site").Sequence > before.Of("on-site").Sequence);
        Assert.Equal("2022-09-10T17:00:00.000Z", after.Of("on-site").Changed);
        Assert.Equal(before.Of("person-level-lists"), after.Of("person-level-lists"));
        Assert.Equal(before.Events.Select(entry => entry.Uid), after.Events.Select(entry => entry.Uid));
        Assert.Equal((2, once), (feed.Requests.Count, twice));
    }

    [Fact]
    public async Task Get_WhatIsDoneOrWithdrawn_IsCancelledForSomeWeeksAndThenGone()
    {
        await using var host = new EmptyStoreHost();
        var (inspection, address) = await NominatedAsync(host, new LocalDate(2025, 9, 22));
        var officer = host.NewVisitor().Client;
        var before = await ReadBack.OfAsync(await officer.GetStringAsync(address));

        await host.Get<InspectionStore>().RecordAsync(inspection, Recorder.Coordinator, (_, _, now) => new ItemReceived(now, "providers"));
        var received = await ReadBack.OfAsync(await officer.GetStringAsync(address));
        await host.Get<InspectionStore>().RecordAsync(inspection, Recorder.Coordinator, (_, _, now) => new InspectionWithdrawn(now, "A fictional flood"));
        var withdrawn = await ReadBack.OfAsync(await officer.GetStringAsync(address));
        host.Clock.AdvanceDays(43);
        var later = await ReadBack.OfAsync(await officer.GetStringAsync(address));

        Assert.Equal(("CONFIRMED", "CANCELLED"), (before.Of("providers-list").Status, received.Of("providers-list").Status));
        Assert.True(received.Of("providers-list").Sequence > before.Of("providers-list").Sequence);
        Assert.Equal(before.Of("on-site"), received.Of("on-site"));
        Assert.All(withdrawn.Events, entry => Assert.Equal("CANCELLED", entry.Status));
        Assert.Empty(later.Events);
    }

    [Fact]
    public async Task Get_AgainWithoutAChange_IsTheSameBytesUnderTheSameTag()
    {
        await using var host = new EmptyStoreHost();
        var (_, address) = await NominatedAsync(host, new LocalDate(2025, 9, 22));
        var officer = host.NewVisitor().Client;
        var first = await officer.GetAsync(address);
        host.Clock.AdvanceHours(5);

        var again = await officer.GetAsync(address);
        using var asked = new HttpRequestMessage(HttpMethod.Get, address);
        asked.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, (await officer.SendAsync(asked)).StatusCode);
    }

    /// <summary>An inspection whose leaders have been notified and who have named an officer, and the address of the officer's calendar.</summary>
    private static async Task<(Guid Inspection, string Address)> NominatedAsync(EmptyStoreHost host, LocalDate onSite)
    {
        var inspection = await host.PlannedAsync("888", onSite.Year, onSite.Month, onSite.Day);
        var plan = (await host.Get<InspectionStore>().FindAsync(inspection))!.Plan;
        await host.AdvanceAsync(LondonTime.At(plan.NotificationDay, new LocalTime(9, 0)));
        await host.Get<InspectionStore>().NominateLanoAsync(inspection, Recorder.Coordinator, new Mailbox("Fictional Officer", "lano@example.org"));
        var officer = (await host.Get<InspectionStore>().FindAsync(inspection))!.Case.Lano!.Value;
        return (inspection, host.Get<GuestCalendar>().AddressOf(GuestPortal.Of(RecipientRole.Lano), inspection, officer).PathAndQuery);
    }

    private static Instant At(int year, int month, int day, int hour) => LondonTime.At(new LocalDate(year, month, day), new LocalTime(hour, 0));
}
