using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;

namespace AreaSend.Browser.Tests.Journeys;

/// <summary>In and out through a real provider, in a real browser.</summary>
public sealed class SignInTests(Chromium chromium)
{
    public static TheoryData<string, string, bool, int> People => new()
    {
        { "Pat Fictional", "Coordinator", true, Window.Wide },
        { "Pat Fictional", "Coordinator", false, Window.Telephone },
        { "Lee Fictional", "Lead inspector", true, Window.Telephone },
        { "Ines Fictional", "Inspector", true, Window.Wide },
        { "Remi Fictional", "Reader", true, Window.Wide },
        { "Ada Fictional", "Administrator", true, Window.Wide },
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

    [Theory]
    [InlineData(true, Window.Wide)]
    [InlineData(false, Window.Telephone)]
    public async Task Person_OfOneRegion_SeesItsInspectionsAlone(bool javaScript, int width)
    {
        await using var console = await SignInConsole.StartAsync();
        var (own, other) = (await console.PlannedAsync("888"), await console.PlannedAsync("202"));
        await using var window = await chromium.OpenOnAsync(console.Address, width, javaScript);
        var page = window.Page;

        await page.GotoAsync("/inspections");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Nor Fictional" }).ClickAsync();

        await Assertions.Expect(page.Locator(".masthead__role")).ToContainTextAsync("Nor Fictional, Coordinator, North West");
        await Assertions.Expect(page.Locator("main tbody th a")).ToHaveTextAsync("Lancashire");
        await LookAsync(window, javaScript, "of-one-region");
        await page.GotoAsync($"/inspections/{own}");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Lancashire");
        await page.GotoAsync($"/inspections/{other}");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("This is not in your regions");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("You work for North West.");
        await LookAsync(window, javaScript, "another-region");
        await page.GotoAsync("/search?q=Camden");
        await Assertions.Expect(page.Locator("main a[href*='/inspections/'], main a[href*='/areas/']")).ToHaveCountAsync(0);
    }

    /// <summary>One inspection, and everybody who has to do with it: those of the inspectorates through the provider, those of the area by the link in their e-mail.</summary>
    [Theory]
    [InlineData(true, Window.Wide)]
    [InlineData(false, Window.Telephone)]
    public async Task Inspection_EverybodyInIt_ComesInByTheirOwnWayAndSeesTheirPart(bool javaScript, int width)
    {
        await using var console = await SignInConsole.StartAsync();
        var inspection = await console.Services.NotifiedAsync();
        var address = $"/inspections/{inspection}";
        await using var window = await chromium.OpenOnAsync(console.Address, width, javaScript);
        var page = window.Page;

        await InAsync(page, "Pat Fictional");
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Link, new() { Name = "Record the nominated officer (LANO)", Exact = true }).ClickAsync();
        await Answers.Typed("Officer's name", "Fictional Officer")(page);
        await Answers.Typed("Officer's e-mail address", "officer@example.org")(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Confirm: ") }).ClickAsync();
        await page.WaitForURLAsync("**/inspections/*?recorded=*");
        await page.GotoAsync($"{address}/history");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Pat Fictional");
        await OutAsync(page);

        foreach (var (name, sees, isRefused) in ((string, string, string)[])
            [("Lee Fictional", address, "/access-log"), ("Remi Fictional", address, $"{address}/documents"), ("Ada Fictional", "/access-log", $"{address}/documents")])
        {
            await InAsync(page, name);
            await page.GotoAsync(sees);
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(sees == address ? "Lancashire" : "Access log");
            await page.GotoAsync(isRefused);
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("cannot");
            await OutAsync(page);
        }

        await page.GotoAsync((await console.Services.NewestLinkAsync(inspection)).PathAndQuery);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/lano$"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Self-evaluation");
        await page.GotoAsync((await console.Services.NotifiedLinkAsync(inspection, RecipientRole.Dcs)).PathAndQuery);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/leaders$"));
        await Assertions.Expect(page.GetByRole(AriaRole.Table, new() { Name = "Dates" })).ToContainTextAsync("Inspectors come on site");

        // None of these links opens the console.
        await page.GotoAsync(address);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in to AreaSend");
    }

    private static async Task InAsync(IPage page, string name)
    {
        await page.GotoAsync("/areas");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await Assertions.Expect(page.Locator(".masthead__role")).ToContainTextAsync(name);
    }

    private static async Task OutAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, sign out" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You have signed out");
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

        public async Task<Guid> PlannedAsync(string area)
        {
            var day = LondonTime.DateOf(Services.GetRequiredService<NodaTime.IClock>().GetCurrentInstant()).PlusWeeks(16).With(DateAdjusters.NextOrSame(IsoDayOfWeek.Wednesday));
            return Assert.IsType<Recording.Recorded>(
                await Services.GetRequiredService<InspectionStore>().PlanAsync(area, InspectionKind.Full, day, Recorder.Coordinator)).Inspection.Id;
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
            builder.ConfigureServices(TestPresent.Give);
        }

        private static int FreePort()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }
}
