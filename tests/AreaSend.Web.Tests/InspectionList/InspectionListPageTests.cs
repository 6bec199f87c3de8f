using AreaSend.Web.Tests.Shell;

namespace AreaSend.Web.Tests.InspectionList;

public class InspectionListPageTests
{
    [Fact]
    public async Task Get_NothingPlanned_SaysWhatToDo()
    {
        // Arrange
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();

        // Act
        var page = await visitor.OpenAsync("/inspections");

        // Assert
        Assert.Contains("No inspection has been planned yet", page.Body!.TextContent);
        Assert.NotNull(page.QuerySelector("main a[href='/inspections/plan']"));
    }

    [Fact]
    public async Task Get_Several_TheNextDueFirstAndEachWithItsCertainty()
    {
        // Arrange
        using var host = new EmptyStoreHost();
        var later = await host.PlannedAsync("202", day: 29);
        var sooner = await host.PlannedAsync("888", day: 22);
        var visitor = await host.CoordinatorAsync();

        // Act
        var page = await visitor.OpenAsync("/inspections");

        // Assert
        Assert.Equal([$"/inspections/{sooner}", $"/inspections/{later}"], page.QuerySelectorAll("tbody th a").Select(link => link.GetAttribute("href")));
        Assert.Contains("fixed", page.QuerySelector("tbody tr")!.TextContent);
    }

    [Theory]
    [InlineData("?text=lancash", "888")]
    [InlineData("?text=202", "202")]
    [InlineData("?region=London", "202")]
    [InlineData("?phase=Planned&text=camden", "202")]
    [InlineData("?phase=Withdrawn", null)]
    [InlineData("?text=nowhere", null)]
    public async Task Get_Filtered_ShowsWhatMatches(string query, string? area)
    {
        // Arrange
        using var host = new EmptyStoreHost();
        var ids = new Dictionary<string, Guid> { ["888"] = await host.PlannedAsync("888"), ["202"] = await host.PlannedAsync("202") };
        var visitor = await host.CoordinatorAsync();

        // Act
        var page = await visitor.OpenAsync($"/inspections{query}");

        // Assert
        var links = page.QuerySelectorAll("tbody th a").Select(link => link.GetAttribute("href"));
        Assert.Equal(area is null ? [] : [$"/inspections/{ids[area]}"], links);
    }

    [Fact]
    public async Task Get_MoreThanAPage_LeadsToTheNextWithItsFilter()
    {
        // Arrange
        using var host = new EmptyStoreHost();
        for (var i = 0; i < 26; i++)
        {
            await host.PlannedAsync("888");
        }

        var visitor = await host.CoordinatorAsync();

        // Act
        var first = await visitor.OpenAsync("/inspections?text=lancashire");
        var second = await visitor.OpenAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        // Assert
        Assert.Equal(25, first.QuerySelectorAll("tbody tr").Length);
        Assert.Single(second.QuerySelectorAll("tbody tr"));
        Assert.Contains("26 inspections, page 2 of 2", second.Body!.TextContent);
    }
}
