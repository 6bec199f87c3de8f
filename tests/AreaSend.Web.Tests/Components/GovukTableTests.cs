using AngleSharp.Html.Parser;
using AreaSend.Web.Components.Govuk;
using Microsoft.AspNetCore.Components;
using static AreaSend.Web.Tests.Components.ComponentRenderer;

namespace AreaSend.Web.Tests.Components;

/// <summary>Tables and lists, made of a component a row, give the same HTML as the design system's own examples.</summary>
public class GovukTableTests
{
    [Theory]
    [InlineData("with head and caption")]
    [InlineData("with firstCellIsHeader true")]
    public async Task Table_AsInThePackage(string example)
    {
        // Arrange
        var fixture = GovukFixture.Read("table", example);
        RenderFragment? head = fixture.Options.At("head") is null ? null : builder => fixture.Options.List("head").ToList().ForEach(cell =>
            Cell<TableHeader>(builder, cell.Text("text"), cell.Text("format") == "numeric"));
        RenderFragment rows = builder => fixture.Options.List("rows").ToList().ForEach(row =>
        {
            var cells = row.EnumerateArray().ToList();
            builder.OpenComponent<TableRow>(0);
            builder.AddAttribute(1, "ChildContent", (RenderFragment)(inner =>
            {
                Cell<TableHeader>(inner, cells[0].Text("text"), numeric: false, scope: "row");
                cells[1..].ForEach(cell => Cell<TableCell>(inner, cell.Text("text"), cell.Text("format") == "numeric"));
            }));
            builder.CloseComponent();
        });

        // Act
        var html = await RenderAsync<Table>(new() { ["Caption"] = fixture.Options.Text("caption"), ["CaptionClass"] = fixture.Options.Text("captionClasses"), ["Head"] = head, ["ChildContent"] = rows });

        // Assert
        Assert.Equal(NormalHtml.Of(fixture.Html), NormalHtml.Of(html));
    }

    [Fact]
    public async Task SummaryRow_WithAnAction_AsInThePackage()
    {
        // Arrange
        var fixture = GovukFixture.Read("summary-list", "with actions");
        var row = fixture.Options.List("rows")[1];
        var action = row.List("actions.items").Single();
        var expected = new HtmlParser().ParseDocument(fixture.Html).QuerySelectorAll(".govuk-summary-list__row")[1].OuterHtml;

        // Act
        var html = await RenderAsync<SummaryRow>(new()
        {
            ["Key"] = row.Text("key.text"),
            ["Href"] = action.Text("href"),
            ["Action"] = action.Text("text"),
            ["ChildContent"] = Words(row.Text("value.text")),
        });

        // Assert
        Assert.Equal(NormalHtml.Of(expected), NormalHtml.Of(html));
    }

    private static void Cell<TCell>(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder, string? text, bool numeric, string? scope = null)
        where TCell : IComponent
    {
        builder.OpenComponent<TCell>(0);
        builder.AddAttribute(1, "Numeric", numeric);
        builder.AddAttribute(2, "ChildContent", Words(text));
        if (scope is not null)
        {
            builder.AddAttribute(3, "Scope", scope);
        }

        builder.CloseComponent();
    }
}
