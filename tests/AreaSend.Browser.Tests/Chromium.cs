using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace AreaSend.Browser.Tests;

/// <summary>One browser for all tests; each test opens a window of its own, with its own cookies.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>How long anything may take before a test gives up: a busy machine is no reason to fail.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMinutes(4);

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    // The same engine twice: the one without a window starts fewer processes for each page.
    private static readonly string Program = ((string[])["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"]).First(File.Exists);

    private readonly ConsoleHost _host = new();
    private IPlaywright? _playwright;
    private readonly ConcurrentDictionary<string, Task<string>> _signedIn = [];
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout((float)Timeout.TotalMilliseconds);
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = Arguments });
    }

    /// <summary>A window of <paramref name="width"/> CSS pixels on the console, before any role has been picked.</summary>
    public Task<Window> OpenAsync(int width = Window.Wide, bool javaScript = true) => OpenAsync(width, javaScript, cookies: null);

    /// <summary>The same for somebody who has picked <paramref name="role"/>, in the words of the page: "Coordinator", "Lead inspector".</summary>
    public async Task<Window> OpenAsAsync(string role, int width = Window.Wide, bool javaScript = true) =>
        await OpenAsync(width, javaScript, await _signedIn.GetOrAdd(role, SignInAsync));

    /// <summary>A window on another host than the one that all tests share.</summary>
    public Task<Window> OpenOnAsync(Uri address, int width = Window.Wide, bool javaScript = true) => OpenAsync(address, width, javaScript, cookies: null);

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await _host.DisposeAsync();
    }

    private async Task<string> SignInAsync(string role)
    {
        await using var window = await OpenAsync();
        await window.PickRoleAsync(role);
        return await window.Page.Context.StorageStateAsync();
    }

    private Task<Window> OpenAsync(int width, bool javaScript, string? cookies) => OpenAsync(_host.Address, width, javaScript, cookies);

    private async Task<Window> OpenAsync(Uri address, int width, bool javaScript, string? cookies)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = width == Window.Wide ? 900 : 812 },
            JavaScriptEnabled = javaScript,
            StorageState = cookies,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
        });
        context.SetDefaultTimeout((float)Timeout.TotalMilliseconds);
        return new Window(context, await context.NewPageAsync(), width);
    }
}
