using AreaSend.Services.GettingReady;
using AreaSend.Web.Tests.Shell;

namespace AreaSend.Web.Tests.GettingReady;

/// <summary>The seven steps of an area.</summary>
public sealed class ReadyStepsTests : IDisposable
{
    private readonly EmptyStoreHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Get_Room_ReviewsThatAreOverdueStandOnTop()
    {
        // Arrange: it is 1 September 2025.
        var director = await _host.DirectorAsync();
        await SaveAsync("changes", new LocalDate(2025, 8, 31));
        await SaveAsync("impact", new LocalDate(2025, 7, 1));
        await SaveAsync("frameworks", new LocalDate(2025, 9, 1));

        // Act
        var page = await director.OpenAsync("/getting-ready");

        // Assert
        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.QuerySelector("a")!.GetAttribute("href")!.Split('/')[^1]).ToList();
        Assert.Equal(["impact", "changes", "frameworks", "quality-assurance", "evaluation", "partnership", "development-plan"], rows);
        Assert.Equal(2, page.QuerySelectorAll("tbody .govuk-tag--red").Length);
        Assert.Equal("2", page.QuerySelector(".counts__number")!.TextContent);
    }

    [Fact]
    public async Task Post_InPlaceWithoutEvidence_SaysWhatIsMissingAndKeepsWhatWasTyped()
    {
        var director = await _host.DirectorAsync();

        var answer = await director.SendAsync("/getting-ready/steps/impact", "step", ("Form.Standing", "InPlace"), ("Form.Owner", "Head of SEND"), ("Form.ReviewOn.Day", "31"), ("Form.ReviewOn.Month", "2"), ("Form.ReviewOn.Year", "2026"));

        var page = await Shell.Visitor.ReadAsync(answer);
        var errors = page.QuerySelector(".govuk-error-summary")!.TextContent;
        Assert.Contains("Enter what shows that the step is in place", errors, StringComparison.Ordinal);
        Assert.Contains("Review date must be a real date", errors, StringComparison.Ordinal);
        Assert.Equal("Head of SEND", page.QuerySelector("[name='Form.Owner']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Post_MoreThanAFieldTakes_IsRefusedWithASentence()
    {
        var director = await _host.DirectorAsync();

        var answer = await director.SendAsync("/getting-ready/steps/impact", "step", ("Form.Standing", "UnderWay"), ("Form.Owner", new string('x', 201)), ("Form.Evidence", new string('x', 2001)));

        var page = await Shell.Visitor.ReadAsync(answer);
        Assert.Equal(2, page.QuerySelectorAll(".govuk-error-summary li").Length);
    }

    [Fact]
    public async Task Get_Room_OfAnotherArea_ShowsNothingOfThis()
    {
        await _host.DirectorAsync();
        await SaveAsync("impact", new LocalDate(2025, 7, 1));

        var other = await (await _host.DirectorAsync("330")).OpenAsync("/getting-ready");

        Assert.Empty(other.QuerySelectorAll("tbody .govuk-tag--red"));
        Assert.DoesNotContain("Fictional owner", other.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_AreSevenInTheOrderOfTheSource() => Assert.Equal(Enumerable.Range(1, 7), ReadySteps.All.Select(step => step.Number));

    private async Task SaveAsync(string step, LocalDate review)
    {
        var me = (await _host.Get<ReadyAccess>().OfAsync("888"))[0];
        var state = (await _host.Get<ReadyChecklist>().OfAsync("888")).Single(state => state.Step.Key == step);
        Assert.True(await _host.Get<ReadyChecklist>().SaveAsync(me, new StepEntry(state.Step, StepStanding.UnderWay, "Fictional owner", "Minutes", review), state.Version));
    }
}
