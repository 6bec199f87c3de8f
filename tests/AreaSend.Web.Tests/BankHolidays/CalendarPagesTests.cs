using System.Net;
using AreaSend.Services.BankHolidays;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Web.Tests.Shell;
using NodaTime;

namespace AreaSend.Web.Tests.BankHolidays;

public class CalendarPagesTests
{
    private const string Thanksgiving = "/calendar/what-if?On.Day=15&On.Month=9&On.Year=2025&Called=Day+of+Thanksgiving";

    [Fact]
    public async Task Get_Calendar_ShowsTheYearItsSourceAndStandingAlarms()
    {
        // Arrange
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();
        await host.Get<BankHolidayBook>().AlarmAsync("https://example.org/", "The bank-holiday feed cannot be reached; the bank holidays held are kept.");

        // Act
        var page = await visitor.OpenAsync("/calendar");

        // Assert
        Assert.Contains("in 2025", page.QuerySelector("caption")!.TextContent);
        Assert.Equal(8, page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Shipped with AreaSend", page.QuerySelector(".govuk-summary-card")!.TextContent);
        Assert.Contains("cannot be reached", page.QuerySelector(".moj-alert--error")!.TextContent);
    }

    [Theory]
    [InlineData("?year=2022", "State Funeral")]
    [InlineData("?year=1900", "2012")]
    public async Task Get_OtherYear_ShowsItOrTheNearestKnown(string query, string holds)
    {
        // Arrange
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();

        // Act
        var page = await visitor.OpenAsync($"/calendar{query}");

        // Assert
        Assert.Contains(holds, page.QuerySelector("table")!.TextContent);
    }

    [Fact]
    public async Task Get_WhatIf_ShowsOldAndNewDatesAndSavesNothing()
    {
        // Arrange
        using var host = new EmptyStoreHost();
        var id = await host.PlannedAsync();
        var visitor = await host.CoordinatorAsync();
        var before = (await host.Get<InspectionStore>().FindAsync(id))!;

        // Act
        var page = await visitor.OpenAsync(Thanksgiving);

        // Assert: ten working days before 22 September would begin one day sooner.
        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        Assert.Contains(rows, row => row.Contains("Monday 8 September 2025", StringComparison.Ordinal) && row.Contains("Friday 5 September 2025", StringComparison.Ordinal));
        Assert.Equal(before.HeadHash, (await host.Get<InspectionStore>().FindAsync(id))!.HeadHash);
    }

    [Theory]
    [InlineData("On.Day=14&On.Month=9&On.Year=2025&Called=Thanks", "is no working day already")]
    [InlineData("On.Day=1&On.Month=8&On.Year=2025&Called=Thanks", "has passed")]
    [InlineData("On.Day=15&On.Month=9&On.Year=2025&Called=", "Enter what it would be called")]
    public async Task Get_WhatIfOfADayThatCannotBe_SaysWhy(string query, string because)
    {
        // Arrange
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();

        // Act
        var page = await visitor.OpenAsync($"/calendar/what-if?{query}");

        // Assert
        Assert.Contains(because, page.QuerySelector(".govuk-error-summary")!.TextContent);
        Assert.StartsWith("Error: ", page.Title);
    }

    [Theory]
    [InlineData("Start.Day=24&Start.Month=12&Start.Year=2024&Count=5", "Friday 3 January 2025", "Boxing Day")]
    [InlineData("Start.Day=22&Start.Month=9&Start.Year=2025&Count=-10", "Monday 8 September 2025", "Weekend")]
    public async Task Get_Explain_AnswersWithEachDaySkipped(string query, string answer, string skipped)
    {
        // Arrange
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();

        // Act
        var page = await visitor.OpenAsync($"/calendar/explain?{query}");

        // Assert
        Assert.Equal(answer, page.QuerySelector("main h2")!.TextContent);
        Assert.Contains(skipped, page.QuerySelector("table")!.TextContent);
    }

    [Theory]
    [InlineData("Start.Day=24&Start.Month=12&Start.Year=2024&Count=five", "Enter a whole number of working days")]
    [InlineData("Start.Day=24&Start.Month=12&Start.Year=2124&Count=5", "bank holidays are known only for")]
    public async Task Get_ExplainOfWhatCannotBeCounted_SaysWhy(string query, string because)
    {
        // Arrange
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();

        // Act
        var page = await visitor.OpenAsync($"/calendar/explain?{query}");

        // Assert
        Assert.Contains(because, page.QuerySelector(".govuk-error-summary")!.TextContent);
    }
}
