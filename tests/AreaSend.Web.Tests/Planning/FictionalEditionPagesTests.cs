using AngleSharp.Dom;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Testing;
using AreaSend.Web.Planning;
using AreaSend.Web.Tests.Shell;

namespace AreaSend.Web.Tests.Planning;

/// <summary>The console with an edition and a kind of inspection that stand in test code alone.</summary>
public class FictionalEditionPagesTests
{
    private const string Plan = "/inspections/plan";

    private const string OfFollowUp = $"Form.Of[{FictionalEdition.FollowUp}]";

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

    /// <summary>It asks what a monitoring inspection asks, which stands in the same list: each has fields of its own, because a browser sends both.</summary>
    [Fact]
    public async Task Plan_KindThatLooksAtPriorityAreas_AsksForItsGroundsAndKeepsWhatIsAnswered()
    {
        using var host = new EmptyStoreHost { Editions = FictionalEdition.Editions };
        var visitor = await host.CoordinatorAsync();
        (string, string)[] kind = [.. Answers, ("Form.Kind", FictionalEdition.FollowUp)];

        var asked = await Visitor.ReadAsync(await visitor.PostAsync(Plan, [.. kind, ("Form.Intent", "preview"), ("Form.Grounds", "outcome")]));
        Assert.Equal(["Select why there is a follow-up inspection"], asked.QuerySelectorAll(".govuk-error-summary a").Select(link => link.TextContent));
        Assert.Equal(asked.QuerySelectorAll("main [id]").Select(one => one.Id).Distinct().Count(), asked.QuerySelectorAll("main [id]").Length);

        (string, string)[] answered =
        [
            .. kind, ("Form.Grounds", "outcome"), ("Form.PriorityAreas", "Typed under another kind"), ($"{OfFollowUp}.Grounds", "discretion"),
            ($"{OfFollowUp}.Reason", "Complaints of families"), ($"{OfFollowUp}.PriorityAreas", "Waiting times\nHealth advice"),
        ];
        var preview = await Visitor.ReadAsync(await visitor.PostAsync(Plan, [.. answered, ("Form.Intent", "preview")]));
        Assert.Empty(preview.QuerySelectorAll(".govuk-error-summary a").Select(link => link.TextContent));
        Assert.Equal("Waiting times\nHealth advice", preview.QuerySelector($"[name='{OfFollowUp}.PriorityAreas']")!.TextContent.Trim().ReplaceLineEndings("\n"));
        var planned = await visitor.SendAsync(Plan, preview, "plan", [.. answered, ("Form.Intent", "plan")]);

        var id = Guid.Parse(planned.Headers.Location!.ToString().Split('?')[0].Split('/')[^1]);
        var grounds = Assert.IsType<MonitoringGrounds>((await host.Get<InspectionStore>().FindAsync(id))!.Case.Grounds);
        Assert.Equal((null, "Complaints of families"), (grounds.FollowsReportOf, grounds.Reason));
        Assert.Equal(["Waiting times", "Health advice"], grounds.PriorityAreas);
    }

    /// <summary>The inspection whose outcome demands it leads here; and a line of a file can say no more than that.</summary>
    [Fact]
    public async Task Plan_KindThatLooksAtPriorityAreas_FollowsTheOutcomeWhereNobodySaysOtherwise()
    {
        using var host = new EmptyStoreHost { Editions = FictionalEdition.Editions };
        var visitor = await host.CoordinatorAsync();

        var page = await visitor.OpenAsync($"{Plan}?kind={FictionalEdition.FollowUp}&onSite=2025-09-29");
        var file = PlanFile.Read($"area,kind,on_site_starts\n888,{FictionalEdition.FollowUp},2025-09-29\n", [.. FictionalEdition.Editions.Types]);

        Assert.Equal([$"{OfFollowUp}.Grounds=outcome"], page.QuerySelectorAll("input[name$='.Grounds'][checked]").Select(radio => $"{radio.GetAttribute("name")}={radio.GetAttribute("value")}"));
        Assert.Empty(file.Findings);
        Assert.Equal((null, 0), Assert.Single(file.Lines).Request.Monitoring is { } answer ? (answer.Reason, answer.Areas.Count) : default);
        Assert.NotNull(file.Lines[0].Request.Monitoring);
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
