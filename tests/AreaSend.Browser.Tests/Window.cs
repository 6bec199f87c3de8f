using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace AreaSend.Browser.Tests;

/// <summary>A browser window that remembers what went wrong in it: refused scripts and styles, errors in the console, files that were not there.</summary>
public sealed class Window : IAsyncDisposable
{
    /// <summary>The width of a desk's screen, in CSS pixels.</summary>
    public const int Wide = 1280;

    /// <summary>The width of a telephone's.</summary>
    public const int Telephone = 375;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly IBrowserContext _context;
    private readonly int _width;
    private readonly List<string> _complaints = [];

    internal Window(IBrowserContext context, IPage page, int width)
    {
        _context = context;
        _width = width;
        Page = page;
        page.Console += (_, message) => Note(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, error) => Note(true, error);
        page.Response += (_, response) => Note(response.Status >= 400 && response.Request.ResourceType != "document", $"{response.Status} {response.Url}");
    }

    public IPage Page { get; }

    /// <summary>Picks a role, as one must before anything else.</summary>
    public async Task PickRoleAsync(string role)
    {
        await Page.GotoAsync("/sign-in");
        await Page.GetByLabel(role, new() { Exact = true }).CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        // Its parts are there; a picture or a script that comes late under load is nothing that a next step waits for.
        await Page.WaitForURLAsync("/", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
    }

    /// <summary>Opens a page and checks what every page must be: free of complaints, of faults that axe can find, and of sideways scrolling.</summary>
    public async Task GoAndCheckAsync(string address)
    {
        _complaints.Clear();
        await Page.GotoAsync(address);
        await CheckAsync(address);
    }

    /// <summary>Checks the page that the window shows, and takes its picture.</summary>
    public async Task CheckAsync(string name)
    {
        // A click goes on when the next page has begun to come in: half of a page has links without words.
        await Page.WaitForLoadStateAsync();
        await Screenshots.TakeAsync(Page, name, _width);
        Assert.Empty(_complaints);
        Assert.Empty(await AxeFaultsAsync());
        Assert.Equal(_width, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    // In the page itself: the package for Playwright would open a second, blank window for each page that is checked.
    private async Task<IEnumerable<string>> AxeFaultsAsync()
    {
        await Page.EvaluateAsync(Axe);
        var faults = await Page.EvaluateAsync<string[]>("async () => (await axe.run({ resultTypes: ['violations'] })).violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`))");
        return faults.Where(fault => !(fault.StartsWith("region:", StringComparison.Ordinal) && fault.Contains("govuk-back-link", StringComparison.Ordinal))); // The design system puts it before the main landmark.
    }

    private void Note(bool wrong, string what)
    {
        // Chromium reports a page that is a 404 on purpose as a file that failed to load.
        if (wrong && !what.StartsWith("Failed to load resource", StringComparison.Ordinal))
        {
            _complaints.Add(what);
        }
    }
}
