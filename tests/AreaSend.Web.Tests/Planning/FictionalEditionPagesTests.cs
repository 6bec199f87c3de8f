using AngleSharp.Dom;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.Inspections;
using AreaSend.Testing;
using AreaSend.Web.Tests.Shell;

namespace AreaSend.Web.Tests.Planning;

/// <summary>The console with an edition and a kind of inspection that stand in test code alone.</summary>
public class FictionalEditionPagesTests
{
    private static readonly (string, string)[] Answers =
        [("Form.Area", "888"), ("Form.OnSite.Day", "29"), ("Form.OnSite.Month", "9"), ("Form.OnSite.Year", "2025")];

    [Fact]
    public async Task Plan_WithSeveralKindsHeld_OffersThemAll()
    {
        using var host = new EmptyStoreHost { Editions = FictionalEdition.Editions };
        var visitor = await host.CoordinatorAsync();

        var page = await Visitor.ReadAsync(await visitor.PostAsync("/inspections/plan", [.. Answers, ("Form.Kind", "no-such-kind")]));

        Assert.Equal(FictionalEdition.Editions.Kinds, page.QuerySelectorAll("input[name='Form.Kind']").Select(radio => radio.GetAttribute("value")));
        Assert.Contains("short-visit", FictionalEdition.Editions.Kinds);
        Assert.Equal(["Select the kind of inspection"], page.QuerySelectorAll(".govuk-error-summary a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task Plan_ShortVisit_PreviewSaysKindEditionAndWhy_AndItsPagesStand()
    {
        using var host = new EmptyStoreHost { Editions = FictionalEdition.Editions };
        var visitor = await host.CoordinatorAsync();

        var preview = await Visitor.ReadAsync(await visitor.PostAsync("/inspections/plan", [.. Answers, ("Form.Kind", FictionalEdition.ShortVisit), ("Form.Intent", "preview")]));
        Assert.Empty(preview.QuerySelectorAll(".govuk-error-summary a").Select(link => link.TextContent));
        Assert.Contains("Short visit, under the edition of 1 June 2025: in force on notification day, Monday 8 September 2025.", Words(preview.Body!), StringComparison.Ordinal);

        var planned = await host.Get<Services.Inspections.InspectionStore>().PlanAsync("888", FictionalEdition.ShortVisit, new NodaTime.LocalDate(2025, 9, 29), Recorder.Coordinator);
        var id = Assert.IsType<Services.Inspections.Recording.Recorded>(planned).Inspection.Id;
        foreach (var below in (string[])["", "/history", "/notices", "/people", "/documents"])
        {
            var answer = await visitor.Client.GetAsync($"/inspections/{id}{below}");
            Assert.True(answer.IsSuccessStatusCode, $"{below}: {answer.StatusCode}");
        }

        var page = await Visitor.ReadAsync(await visitor.Client.GetAsync($"/inspections/{id}"));
        Assert.Contains("Short visit, under the edition of 1 June 2025", Words(page.Body!), StringComparison.Ordinal);
        Assert.Contains("Short visit", Words((await Visitor.ReadAsync(await visitor.Client.GetAsync("/inspections/plan"))).Body!), StringComparison.Ordinal);
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
