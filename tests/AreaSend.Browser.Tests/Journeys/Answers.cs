namespace AreaSend.Browser.Tests.Journeys;

/// <summary>Something a person fills in on a form.</summary>
internal delegate Task Answer(IPage page);

/// <summary>Ways to fill in.</summary>
internal static class Answers
{
    public static Answer Typed(string label, string text) => page => page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    /// <summary>Why an inspection's course changes, once the area has been notified: what those outside are told.</summary>
    public static Answer ToldWhy(string reason) => Typed("Why? This is what they are told", reason);

    public static Answer Picked(string label) => page => page.GetByLabel(label).CheckAsync();

    public static Answer Chosen(string label, string option) => async page =>
    {
        var box = page.GetByLabel(label, new() { Exact = true });
        var value = await box.Locator("option", new() { HasText = option }).First.GetAttributeAsync("value");
        await box.SelectOptionAsync(value!);
    };

    /// <summary>A date in its three boxes.</summary>
    public static Answer Dated(string legend, string date) => async page =>
    {
        var group = page.GetByRole(AriaRole.Group, new() { Name = legend });
        var parts = date.Split('-');
        await group.GetByLabel("Day", new() { Exact = true }).FillAsync(parts[2]);
        await group.GetByLabel("Month", new() { Exact = true }).FillAsync(parts[1]);
        await group.GetByLabel("Year", new() { Exact = true }).FillAsync(parts[0]);
    };

    /// <summary>Every box under a legend.</summary>
    public static Answer AllTicked(string legend) => async page =>
    {
        var boxes = page.GetByRole(AriaRole.Group, new() { Name = legend }).GetByRole(AriaRole.Checkbox);
        await boxes.First.WaitForAsync(); // what is not there yet would be no box at all
        foreach (var box in await boxes.AllAsync())
        {
            await box.CheckAsync();
        }
    };
}
