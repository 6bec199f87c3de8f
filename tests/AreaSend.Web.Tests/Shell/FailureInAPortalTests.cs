using System.Net;
using AngleSharp.Dom;
using AreaSend.Testing;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.GettingReady;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using IDocument = AngleSharp.Dom.IDocument;

namespace AreaSend.Web.Tests.Shell;

/// <summary>A33: what fails in a room that is entered by a link is said in that room: its header, its footer, its way back, and nothing of the coordinators'.</summary>
public sealed class FailureInAPortalTests(ConsoleFactory factory) : IClassFixture<ConsoleFactory>
{
    [Theory]
    [InlineData("/lano/items/9.9")]
    [InlineData("/lano/nothing")]
    public async Task Officer_WhoOpensWhatIsNotThere_StaysInTheRoom(string address)
    {
        var officer = factory.NewVisitor();
        await officer.PostAsync((await factory.Services.InvitedAsync(await factory.Services.NotifiedAsync())).PathAndQuery);

        var answer = await officer.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await Visitor.ReadAsync(answer);
        AssertIsOfTheRoom(page, "/lano", "Go to what is outstanding");
        Assert.Contains("Nominated officer", page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PersonOfAnArea_WhoOpensWhatIsNotThere_StaysInTheRoom()
    {
        using var host = new EmptyStoreHost();
        var person = await host.DirectorAsync();

        var page = await person.OpenAsync("/getting-ready/nothing");

        AssertIsOfTheRoom(page, "/getting-ready", "Go to the seven steps");
        Assert.NotNull(page.QuerySelector("header a[href='/getting-ready/people']"));
    }

    [Theory]
    [InlineData("/leaders/nothing", "/leaders", "Go to where the inspection stands")]
    [InlineData("/lano/nothing", "/lano", "Go to what is outstanding")]
    [InlineData("/getting-ready/nothing", "/getting-ready", "Go to the seven steps")]
    public async Task Stranger_InARoom_IsToldNothingOfTheConsole(string address, string room, string back)
    {
        var page = await factory.NewVisitor().OpenAsync(address);

        AssertIsOfTheRoom(page, room, back);
        Assert.DoesNotContain("Sign out", page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/lano", "Go to what is outstanding")]
    [InlineData("/leaders", "Go to where the inspection stands")]
    [InlineData("/getting-ready", "Go to the seven steps")]
    public async Task TooManyTries_SayThatTheLinkStillWorks(string room, string back)
    {
        await using var host = new ConsoleFactory();
        using var narrow = host.WithWebHostBuilder(builder => builder.UseSetting("AreaSend:Lano:TriesPerAddress", "1"));
        var visitor = new Visitor(narrow.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));
        await visitor.Client.GetAsync($"{room}/enter?link={new string('B', 43)}");

        var answer = await visitor.Client.GetAsync($"{room}/enter?link={new string('B', 43)}");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        var page = await Visitor.ReadAsync(answer);
        AssertIsOfTheRoom(page, room, back);
        Assert.Contains("Your link still works", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coordinator_WhoOpensWhatIsNotThere_IsInTheConsole()
    {
        var page = await (await factory.NewVisitor().AsAsync(Role.Coordinator)).OpenAsync("/nothing");

        Assert.NotNull(page.QuerySelector("main a[href='/']"));
        Assert.NotNull(page.QuerySelector("footer a[href='/help']"));
    }

    private static void AssertIsOfTheRoom(IDocument page, string room, string back)
    {
        Assert.Equal(back, page.QuerySelector($"main a[href='{room}']")!.TextContent);
        Assert.NotNull(page.QuerySelector($"main a[href='{room}/sign-in']"));
        Assert.NotNull(page.QuerySelector($"header a[href='{room}']"));
        Assert.NotNull(page.QuerySelector($"footer a[href='{room}/help']"));
        Assert.Null(page.QuerySelector("a[href='/'], a[href='/sign-in'], a[href='/help']"));
        Assert.DoesNotContain("worklist", page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("role", page.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }
}
