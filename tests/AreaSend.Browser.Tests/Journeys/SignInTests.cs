using System.Net;
using System.Net.Sockets;
using AreaSend.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;

namespace AreaSend.Browser.Tests.Journeys;

/// <summary>In and out through a real provider, in a real browser.</summary>
public sealed class SignInTests(Chromium chromium)
{
    public static TheoryData<string, string, bool, int> People => new()
    {
        { "Pat Fictional", "Coordinator", true, Window.Desk },
        { "Pat Fictional", "Coordinator", false, Window.Telephone },
        { "Lee Fictional", "Lead inspector", true, Window.Telephone },
        { "Ines Fictional", "Inspector", true, Window.Desk },
        { "Remi Fictional", "Reader", true, Window.Desk },
        { "Ada Fictional", "Administrator", true, Window.Desk },
    };

    [Theory]
    [MemberData(nameof(People))]
    public async Task Person_SignsInAndOut_AsTheProviderNamesThem(string name, string role, bool javaScript, int width)
    {
        await using var console = await SignInConsole.StartAsync();
        await using var window = await chromium.OpenOnAsync(console.Address, width, javaScript);
        var page = window.Page;

        await page.GotoAsync("/areas");
        await LookAsync(window, javaScript, "sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Uri(console.Address, "/areas").ToString());
        await Assertions.Expect(page.Locator(".masthead__role")).ToContainTextAsync($"{name}, {role}");
        await LookAsync(window, javaScript, $"signed-in-{role}");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, sign out" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You have signed out");
        await page.GotoAsync("/areas");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in to AreaSend");
    }

    [Fact]
    public async Task Person_WhomTheProviderGivesNoRole_IsTold()
    {
        await using var console = await SignInConsole.StartAsync();
        await using var window = await chromium.OpenOnAsync(console.Address);
        var page = window.Page;

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Noor Fictional" }).ClickAsync();

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("it has no role in AreaSend");
        await window.CheckAsync("no-role");
    }

    // Axe is a script: without scripts there is nothing to run it with.
    private static Task LookAsync(Window window, bool javaScript, string name) => javaScript ? window.CheckAsync(name) : Task.CompletedTask;

    /// <summary>The real host on a port that the provider knows.</summary>
    private sealed class SignInConsole(SignInProvider provider, Uri address) : WebApplicationFactory<Program>
    {
        private readonly HostFolder _folder = new();

        public Uri Address => address;

        public static async Task<SignInConsole> StartAsync()
        {
            var address = new Uri($"http://localhost:{FreePort()}/");
            var console = new SignInConsole(await SignInProvider.StartAsync(address), address);
            console.UseKestrel(address.Port);
            console.StartServer();
            return console;
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await provider.DisposeAsync();
            _folder.Dispose();
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (name, value) in _folder.Settings)
            {
                builder.UseSetting(name, value);
            }

            builder.UseSetting("AreaSend:SignIn:Authority", provider.Address.ToString().TrimEnd('/'));
            builder.UseSetting("AreaSend:SignIn:ClientId", "areasend");
            builder.UseSetting("AreaSend:SignIn:ClientSecret", SignInProvider.Secret);
        }

        private static int FreePort()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }
}
