using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AreaSend.Web.Components.Layout;
using AreaSend.Web.Security;
using AreaSend.Web.Shell;
using AreaSend.Web.SignIn;

namespace AreaSend.Web.Tests.Shell;

/// <summary>Help for each reader: in reach from the footer of their room, and leading nowhere that is not there.</summary>
public sealed class HelpPagesTests : IDisposable
{
    // Addresses of others that help gives: a new one is looked at by a person first.
    private static readonly string[] Elsewhere = ["www.gov.uk", "www.nationalarchives.gov.uk"];

    private readonly EmptyStoreHost _host = new();

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("/help", "/", Role.Coordinator)]
    [InlineData("/help/inspectors", "/", Role.LeadInspector)]
    [InlineData("/lano/help", "/lano/sign-in", null)]
    [InlineData("/leaders/help", "/leaders/sign-in", null)]
    [InlineData("/getting-ready/help", "/getting-ready/sign-in", null)]
    public async Task Help_IsInTheFooterOfItsRoom_AndItsLinksLeadSomewhere(string help, string room, Role? role)
    {
        var visitor = role is { } picked ? await _host.VisitorAsync(picked) : _host.NewVisitor();
        Assert.NotNull((await visitor.OpenAsync(room)).QuerySelector($"footer a[href='{help}']"));

        var page = await visitor.OpenAsync(help);
        var links = page.QuerySelectorAll<IHtmlAnchorElement>("main a, footer a").Select(link => link.GetAttribute("href")!).Distinct().ToList();

        Assert.Contains(links, link => link.StartsWith('/'));
        foreach (var link in links)
        {
            if (Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            {
                Assert.Contains(address!.Host, Elsewhere);
                Assert.Equal("https", address.Scheme);
                continue;
            }

            // Another's room may ask to sign in; nothing may be missing or forbidden.
            var answer = await visitor.Client.GetAsync(link);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{link}: {answer.StatusCode}");
            Assert.True(role is null || answer.StatusCode == HttpStatusCode.OK, $"{link} leads out of the room.");
        }
    }

    /// <summary>Each section of the menu is told of, and no other.</summary>
    [Fact]
    public async Task Help_ForCoordinators_TellsOfEverySection()
    {
        var page = await (await _host.CoordinatorAsync()).OpenAsync("/help");

        Assert.Equal(
            Sections.For(Role.Coordinator, sandbox: true, "").Select(section => section.Text).Order(StringComparer.Ordinal),
            page.QuerySelectorAll("main dt").Select(term => term.TextContent.Trim()).Except(["Search"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EachPage_SaysOnPaperHowOldItIs()
    {
        var visitor = await _host.CoordinatorAsync();
        foreach (var address in (string[])["/", "/inspections", "/help", "/lano/sign-in", "/leaders/help"])
        {
            var asOf = (await visitor.OpenAsync(address)).QuerySelector(".as-of")!;
            Assert.Equal("AreaSend, as of Monday 1 September 2025, 8am", asOf.TextContent.Trim());
        }
    }
}
