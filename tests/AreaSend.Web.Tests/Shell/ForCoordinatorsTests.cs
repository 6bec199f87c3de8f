using AngleSharp.Dom;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Inspections;
using AreaSend.Services.ReferenceData;
using AreaSend.Services.Store;
using AreaSend.Web.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Web.Tests.Shell;

/// <summary>What people who tried the product found wrong on the other pages of the console, each by its number in what they reported.</summary>
public sealed class ForCoordinatorsTests
{
    [Fact]
    public async Task A29_CalendarThatWasShipped_SaysAsOfWhenAndThatNothingWasFetched()
    {
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();

        var source = (await visitor.OpenAsync("/calendar")).QuerySelectorAll(".govuk-summary-card .govuk-summary-list__row").ToDictionary(
            row => row.QuerySelector("dt")!.TextContent, row => row.QuerySelector("dd")!.TextContent.Trim());

        Assert.Equal($"Shipped with AreaSend, as of {LondonTime.Show(ShippedFile.BankHolidaysAsOf)}", source["Source"]);
        Assert.Equal("Not fetched yet", source["Fetched"]);
    }

    [Fact]
    public async Task A29_RefreshesThatFailInTwoWays_LeaveOneAlarmOfTheLast()
    {
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();

        await host.Get<BankHolidayBook>().AdoptAsync("<html>", "https://example.org/");
        await host.Get<BankHolidayBook>().AlarmAsync("https://example.org/", "The bank-holiday feed cannot be reached; the bank holidays held are kept.");

        var alarm = Assert.Single((await visitor.OpenAsync("/calendar")).QuerySelectorAll(".moj-alert--error"));
        Assert.Contains("cannot be reached", alarm.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A30_DateBeyondTheKnownYears_LeadsToTheBankHolidays()
    {
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();

        var planned = await Visitor.ReadAsync(await visitor.PostAsync(
            "/inspections/plan", ("Form.Area", "888"), ("Form.OnSite.Day", "6"), ("Form.OnSite.Month", "11"), ("Form.OnSite.Year", "2028"), ("Form.Intent", "preview")));
        var explained = await visitor.OpenAsync("/calendar/explain?Start.Day=1&Start.Month=12&Start.Year=2028&Count=60");

        Assert.All([planned, explained], page =>
        {
            Assert.Contains("refresh the bank holidays", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.OrdinalIgnoreCase);
            Assert.NotNull(page.QuerySelector(".govuk-error-summary a[href='/calendar']"));
        });
    }

    [Fact]
    public async Task A44_CountOfNothing_IsTheDayItself()
    {
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();

        var page = await visitor.OpenAsync("/calendar/explain?Start.Day=1&Start.Month=9&Start.Year=2025&Count=0");

        Assert.Contains("Nothing is counted: a count of 0 is the day itself.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Every day between counts", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A46_CountsOfTheWorklist_FollowTheFilter()
    {
        using var host = new EmptyStoreHost();
        await host.EnterContactsAsync();
        await host.PlannedAsync();
        await host.AdvanceAsync(LondonTime.At(new LocalDate(2025, 9, 10), new LocalTime(9, 0)));
        var visitor = await host.CoordinatorAsync();

        int[] all = [.. Counts(await visitor.OpenAsync("/"))];
        int[] elsewhere = [.. Counts(await visitor.OpenAsync("/?region=London"))];
        int[] here = [.. Counts(await visitor.OpenAsync("/?region=North+West"))];

        Assert.Contains(all, count => count > 0);
        Assert.All(elsewhere, count => Assert.Equal(0, count));
        Assert.Equal(all, here);
    }

    // Waiting since this morning: the day is said once.
    [Fact]
    public async Task A46_WhatWaitsSinceToday_SaysSoOnce()
    {
        using var host = new EmptyStoreHost();
        await host.EnterContactsAsync();
        var inspection = await host.PlannedAsync();
        await host.AdvanceAsync(LondonTime.At(new LocalDate(2025, 9, 8), new LocalTime(9, 0)));
        await host.Get<InspectionStore>().RecordAsync(
            inspection, Recorder.Coordinator, (_, _, now) => new DeferralAsked(now, "A fictional flood"));
        var visitor = await host.CoordinatorAsync();

        var page = await visitor.OpenAsync("/");

        Assert.Contains("since Monday 8 September 2025", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("since today", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("0 working days", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A47_Export_HasTheClockTimeTheLeadAndAnAddressToOpen()
    {
        using var host = new EmptyStoreHost();
        await host.EnterContactsAsync();
        var inspection = await host.PlannedAsync();
        await host.AdvanceAsync(LondonTime.At(new LocalDate(2025, 9, 8), new LocalTime(9, 0)));
        host.Clock.Reset(LondonTime.At(new LocalDate(2025, 9, 10), new LocalTime(9, 0)));
        var visitor = await host.CoordinatorAsync();

        var lines = (await (await visitor.Client.GetAsync("/worklist.csv?standing=AreaLate")).Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        var lists = Assert.Single(lines, line => line.Contains("Person-level lists 1 and 2", StringComparison.Ordinal));
        Assert.Contains("\"\",\"Fictional Lead\",\"\",\"2025-09-09\",\"11:00\",", lists, StringComparison.Ordinal);
        Assert.Matches($"\"https?://[^\"]+/inspections/{inspection}\"$", lists);
    }

    private static IEnumerable<int> Counts(IDocument page) => page.QuerySelectorAll(".counts__item")
        .Where(item => item.QuerySelector(".counts__words")!.TextContent != "Problems").Select(item => int.Parse(item.QuerySelector(".counts__number")!.TextContent));
}
