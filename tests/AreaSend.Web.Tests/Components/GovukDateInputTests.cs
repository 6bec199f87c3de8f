using AreaSend.Web.Components.Forms;
using AreaSend.Web.Components.Govuk;
using static AreaSend.Web.Tests.Components.ComponentRenderer;

namespace AreaSend.Web.Tests.Components;

/// <summary>Three boxes named Day, Month and Year under the field's name: the design system's example with its names written our way.</summary>
public class GovukDateInputTests
{
    [Fact]
    public async Task DateInput_WithErrorAndHint_AsInThePackage()
    {
        // Arrange
        var fixture = GovukFixture.Read("date-input", "with error message and hint");
        var id = fixture.Options.Text("id")!;
        string[] parts = ["Day", "Month", "Year"];
        var expected = parts.Aggregate(
            fixture.Html.Replace(id, "On"),
            (html, part) => html.Replace($"On-{part.ToLowerInvariant()}", $"On-{part}").Replace($"name=\"{part.ToLowerInvariant()}\"", $"name=\"On.{part}\""));

        // Act
        var html = await RenderAsync<DateInput>(new()
        {
            ["Name"] = "On",
            ["Legend"] = fixture.Options.Text("fieldset.legend.text"),
            ["LegendClass"] = null,
            ["Hint"] = fixture.Options.Text("hint.text"),
            ["Error"] = fixture.Options.Text("errorMessage.text"),
        });

        // Assert
        Assert.Equal(NormalHtml.Of(expected), NormalHtml.Of(html));
    }

    [Fact]
    public async Task DateInput_ShowsWhatWasTyped()
    {
        // Act
        var html = await RenderAsync<DateInput>(new() { ["Name"] = "On", ["Legend"] = "When?", ["Value"] = new DateParts { Day = "31", Month = "Feb", Year = "<2026>" } });

        // Assert
        Assert.Contains("value=\"31\"", html);
        Assert.Contains("value=\"Feb\"", html);
        Assert.Contains("value=\"&lt;2026&gt;\"", html);
    }
}
