using System.Text.Json;
using System.Text.RegularExpressions;
using AreaSend.Web.Components.Forms;
using AreaSend.Web.Components.Govuk;
using Microsoft.AspNetCore.Components;
using static AreaSend.Web.Tests.Components.ComponentRenderer;

namespace AreaSend.Web.Tests.Components;

/// <summary>Form fields give the same HTML as the design system's own examples. An id follows from the name here, so the example's id is replaced by its name.</summary>
public class GovukFieldTests
{
    [Theory]
    [InlineData("default")]
    [InlineData("with hint text")]
    [InlineData("with error message")]
    [InlineData("with error and hint")]
    [InlineData("with width-10 class")]
    [InlineData("with label as page heading")]
    [InlineData("with prefix and suffix")]
    [InlineData("with prefix and suffix and error")]
    [InlineData("value")]
    [InlineData("custom type")]
    [InlineData("inputmode")]
    [InlineData("with autocomplete attribute")]
    [InlineData("with spellcheck disabled")]
    public Task Input_AsInThePackage(string example) => SameAsync<Input>("input", example, options => new(Labelled(options))
    {
        ["Value"] = options.Text("value"),
        ["Type"] = options.Text("type") ?? "text",
        ["InputMode"] = options.Text("inputmode"),
        ["Autocomplete"] = options.Text("autocomplete"),
        ["Spellcheck"] = options.Text("spellcheck")?.ToLowerInvariant(),
        ["Prefix"] = options.Text("prefix.text"),
        ["Suffix"] = options.Text("suffix.text"),
    });

    [Theory]
    [InlineData("default")]
    [InlineData("with hint and error message")]
    [InlineData("with default value")]
    [InlineData("with custom rows")]
    [InlineData("with label as page heading")]
    public Task Textarea_AsInThePackage(string example) => SameAsync<Textarea>("textarea", example, options => new(Labelled(options))
    {
        ["Value"] = options.Text("value"),
        ["Rows"] = int.Parse(options.Text("rows") ?? "5"),
    });

    [Theory]
    [InlineData("default")]
    [InlineData("with hint text and error message")]
    [InlineData("with label as page heading")]
    [InlineData("with full width override")]
    public Task Select_AsInThePackage(string example) => SameAsync<Select>("select", example, options => new(Labelled(options))
    {
        ["Items"] = Choices(options),
        ["Value"] = Chosen(options, "selected").FirstOrDefault(),
    });

    [Theory]
    [InlineData("default")]
    [InlineData("with hint")]
    [InlineData("inline")]
    [InlineData("small inline")]
    [InlineData("with a divider")]
    [InlineData("with fieldset and error message")]
    [InlineData("with conditional item checked")]
    [InlineData("with very long option text")]
    public Task Radios_AsInThePackage(string example) => SameAsync<Radios>("radios", example, options => new(WithLegend(options))
    {
        ["Items"] = Choices(options),
        ["Value"] = Chosen(options, "checked").FirstOrDefault(),
        ["Class"] = options.Text("classes"),
    });

    [Theory]
    [InlineData("with hint")]
    [InlineData("with divider and None")]
    [InlineData("with error message and hint")]
    [InlineData("with legend as a page heading")]
    [InlineData("small with hint")]
    public Task Checkboxes_AsInThePackage(string example) => SameAsync<Checkboxes>("checkboxes", example, options => new(WithLegend(options))
    {
        ["Items"] = Choices(options),
        ["Values"] = Chosen(options, "checked").ToArray(),
        ["Class"] = options.Text("classes"),
    });

    [Theory]
    [InlineData("default")]
    [InlineData("with hint text")]
    [InlineData("with error message and hint")]
    [InlineData("enhanced")]
    [InlineData("allows multiple files")]
    public Task FileUpload_AsInThePackage(string example) => SameAsync<FileUpload>("file-upload", example, options => new(Labelled(options))
    {
        ["DropZone"] = options.Flag("javascript"),
        ["Multiple"] = options.Flag("multiple"),
    });

    private static async Task SameAsync<TComponent>(string component, string example, Func<JsonElement, Dictionary<string, object?>> parameters)
        where TComponent : IComponent
    {
        // Arrange
        var fixture = GovukFixture.Read(component, example);
        var name = fixture.Options.Text("name")!;
        var id = fixture.Options.Text("idPrefix") ?? fixture.Options.Text("id") ?? name;

        // Act
        var html = await RenderAsync<TComponent>(parameters(fixture.Options));

        // Assert
        var expected = WithoutScript(fixture.Html).Replace($"id=\"{id}", $"id=\"{name}").Replace($"for=\"{id}", $"for=\"{name}").Replace($"describedby=\"{id}", $"describedby=\"{name}").Replace($" {id}-error", $" {name}-error");
        Assert.Equal(NormalHtml.Of(expected), NormalHtml.Of(html));
    }

    /// <summary>
    /// What the design system's script needs for fields that depend on a choice is left out on purpose: the script would say aria-expanded of a radio,
    /// which has no such state, so the style sheet shows and hides them.
    /// </summary>
    private static string WithoutScript(string html) =>
        Regex.Replace(html, """ data-aria-controls="[^"]*"| govuk-(radios|checkboxes)__conditional--hidden|(?<=__conditional(--hidden)?") id="[^"]*["]""", "");

    private static Dictionary<string, object?> Named(JsonElement options) => new()
    {
        ["Name"] = options.Text("name"),
        ["Hint"] = options.Text("hint.text"),
        ["Error"] = options.Text("errorMessage.text"),
    };

    private static Dictionary<string, object?> Labelled(JsonElement options) => new(Named(options))
    {
        ["Label"] = options.Text("label.text"),
        ["LabelClass"] = options.Text("label.classes"),
        ["LabelIsHeading"] = options.Flag("label.isPageHeading"),
        ["Class"] = options.Text("classes"),
    };

    private static Dictionary<string, object?> WithLegend(JsonElement options) => new(Named(options))
    {
        ["Legend"] = options.Text("fieldset.legend.text"),
        ["LegendClass"] = options.Text("fieldset.legend.classes"),
        ["LegendIsHeading"] = options.Flag("fieldset.legend.isPageHeading"),
    };

    private static List<Choice> Choices(JsonElement options)
    {
        var choices = new List<Choice>();
        string? divider = null;
        foreach (var item in options.List("items"))
        {
            if (item.Text("divider") is { } word)
            {
                divider = word;
                continue;
            }

            choices.Add(new Choice(item.Text("value") ?? "", item.Text("text") ?? "")
            {
                Hint = item.Text("hint.text"),
                DividerBefore = divider,
                Disabled = item.Flag("disabled"),
                Exclusive = item.Text("behaviour") == "exclusive",
                Conditional = item.Text("conditional.html") is { } html ? Markup(html) : null,
            });
            divider = null;
        }

        return choices;
    }

    private static IEnumerable<string> Chosen(JsonElement options, string mark) =>
        options.List("items").Where(item => item.Flag(mark)).Select(item => item.Text("value")!);
}
