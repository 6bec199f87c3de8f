using System.Text.Json;

namespace AreaSend.Web.Tests.Components;

/// <summary>One example from the design system's own package: the options of a component, and the HTML that they must give.</summary>
internal sealed record GovukFixture(JsonElement Options, string Html)
{
    public static GovukFixture Read(string component, string name)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Govuk", component, "fixtures.json")));
        var fixture = file.RootElement.GetProperty("fixtures").EnumerateArray().Single(fixture => fixture.GetProperty("name").GetString() == name);
        return new GovukFixture(fixture.GetProperty("options").Clone(), fixture.GetProperty("html").GetString()!);
    }
}
