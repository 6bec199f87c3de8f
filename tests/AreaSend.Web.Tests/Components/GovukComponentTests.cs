using System.Text.Json;
using AreaSend.Web.Components;
using AreaSend.Web.Components.Forms;
using AreaSend.Web.Components.Govuk;
using Microsoft.AspNetCore.Components;
using static AreaSend.Web.Tests.Components.ComponentRenderer;

namespace AreaSend.Web.Tests.Components;

/// <summary>Components give the same HTML as the design system's own examples.</summary>
public class GovukComponentTests
{
    [Theory]
    [InlineData("default")]
    [InlineData("disabled")]
    [InlineData("link")]
    [InlineData("start")]
    [InlineData("start link")]
    [InlineData("secondary")]
    [InlineData("warning")]
    [InlineData("inverse")]
    [InlineData("name")]
    [InlineData("value")]
    [InlineData("prevent double click")]
    public Task Button_AsInThePackage(string example) => SameAsync<Button>("button", example, options => new()
    {
        ["ChildContent"] = Words(options.Text("text")),
        ["Kind"] = Kind(options),
        ["Href"] = options.Text("href") ?? (example.EndsWith("link") ? "#" : null),
        ["Name"] = options.Text("name"),
        ["Value"] = options.Text("value"),
        ["Type"] = options.Text("type") ?? "submit",
        ["Disabled"] = options.Flag("disabled"),
        ["PreventDoubleClick"] = options.Flag("preventDoubleClick"),
    });

    [Fact]
    public Task Tag_AsInThePackage() => SameAsync<Tag>("tag", "grey", options => new() { ["Colour"] = "grey", ["ChildContent"] = Words(options.Text("text")) });

    [Theory]
    [InlineData("default")]
    [InlineData("with type as success")]
    [InlineData("custom title")]
    public Task NotificationBanner_AsInThePackage(string example) => SameAsync<NotificationBanner>("notification-banner", example, options => new()
    {
        ["Success"] = options.Text("type") == "success",
        ["Title"] = options.Text("titleText"),
        ["Text"] = options.Text("text"),
    });

    [Fact]
    public Task WarningText_AsInThePackage() => SameAsync<WarningText>("warning-text", "default", options => new() { ["ChildContent"] = Words(options.Text("text")) });

    [Fact]
    public Task InsetText_AsInThePackage() => SameAsync<InsetText>("inset-text", "default", options => new() { ["ChildContent"] = Words(options.Text("text")) });

    [Theory]
    [InlineData("default")]
    [InlineData("expanded")]
    public Task Details_AsInThePackage(string example) => SameAsync<Details>("details", example, options => new()
    {
        ["Id"] = options.Text("id"),
        ["Open"] = options.Flag("open"),
        ["Summary"] = options.Text("summaryText"),
        ["ChildContent"] = Words(options.Text("text")),
    });

    [Theory]
    [InlineData("default")]
    [InlineData("with last breadcrumb as current page")]
    [InlineData("with collapse on mobile")]
    public Task Breadcrumbs_AsInThePackage(string example) => SameAsync<Breadcrumbs>("breadcrumbs", example, options => new()
    {
        ["Items"] = Links(options, "items"),
        ["CollapseOnMobile"] = options.Flag("collapseOnMobile"),
    });

    [Fact]
    public Task BackLink_AsInThePackage() => SameAsync<BackLink>("back-link", "default", _ => new() { ["Href"] = "#" });

    [Fact]
    public Task SkipLink_AsInThePackage() => SameAsync<SkipLink>("skip-link", "default", options => new() { ["Href"] = options.Text("href") ?? "#content", ["Text"] = options.Text("text") });

    [Fact]
    public Task PhaseBanner_AsInThePackage() => SameAsync<PhaseBanner>("phase-banner", "text", options => new() { ["Phase"] = options.Text("tag.text"), ["ChildContent"] = Words(options.Text("text")) });

    [Fact]
    public Task Panel_AsInThePackage() => SameAsync<Panel>("panel", "default", options => new() { ["Title"] = options.Text("titleHtml"), ["ChildContent"] = Markup(options.Text("html")) });

    [Theory]
    [InlineData("default", 2)]
    [InlineData("first page", 1)]
    [InlineData("last page", 3)]
    public Task Pagination_AsInThePackage(string example, int page) => SameAsync<Pagination>("pagination", example, _ => new()
    {
        ["Page"] = page,
        ["Pages"] = 3,
        ["Address"] = (Func<int, string>)(number => $"/page/{number}"),
    }, html => html.Replace("\"/previous\"", $"\"/page/{page - 1}\"").Replace("\"/next\"", $"\"/page/{page + 1}\""));

    [Fact]
    public Task Tabs_AsInThePackage() => SameAsync<Tabs>("tabs", "default", options => new()
    {
        ["Items"] = options.List("items").Select(item => new TabPanel(item.Text("id")!, item.Text("label")!, Markup(item.Text("panel.html") ?? $"<p class=\"govuk-body\">{item.Text("panel.text")}</p>"))).ToList(),
    });

    [Fact]
    public Task ServiceNavigation_AsInThePackage() => SameAsync<ServiceNavigation>("service-navigation", "with navigation with an active item", options => new()
    {
        ["Items"] = options.List("navigation").Select(item => new PageLink(item.Text("text")!, item.Text("href"), item.Flag("active"))).ToList(),
    });

    [Fact]
    public Task ErrorSummary_AsInThePackage()
    {
        return SameAsync<ErrorSummary>("error-summary", "mixed with and without links", options =>
        {
            var errors = new FormErrors();
            foreach (var item in options.List("errorList"))
            {
                if (item.Text("href") is { } href)
                {
                    errors.Add(href.TrimStart('#'), item.Text("text")!);
                }
                else
                {
                    errors.Add(item.Text("text")!);
                }
            }

            return new() { ["Errors"] = errors };
        });
    }

    private static ButtonKind Kind(JsonElement options) =>
        options.Flag("isStartButton") ? ButtonKind.Start : Enum.TryParse<ButtonKind>(options.Text("classes")?.Replace("govuk-button--", ""), ignoreCase: true, out var kind) ? kind : ButtonKind.Primary;

    private static List<PageLink> Links(JsonElement options, string path) =>
        [.. options.List(path).Select(item => new PageLink(item.Text("text")!, item.Text("href")))];

    private static async Task SameAsync<TComponent>(string component, string example, Func<JsonElement, Dictionary<string, object?>> parameters, Func<string, string>? inOurWords = null)
        where TComponent : IComponent
    {
        // Arrange
        var fixture = GovukFixture.Read(component, example);

        // Act
        var html = await RenderAsync<TComponent>(parameters(fixture.Options));

        // Assert
        Assert.Equal(NormalHtml.Of(inOurWords?.Invoke(fixture.Html) ?? fixture.Html), NormalHtml.Of(html));
    }
}
