using System.Net;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Sandbox;
using AreaSend.Services.SignInLinks;
using AreaSend.Services.Store;
using AreaSend.Testing;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Web.Tests.Lano;

public class LanoSignInTests(ConsoleFactory factory) : IClassFixture<ConsoleFactory>
{
    [Fact]
    public async Task Get_Link_AsksToContinueAndUsesNothingUp()
    {
        // Arrange
        var link = await InvitedAsync();

        // Act: the programs that guard a mailbox, then the officer.
        await factory.NewVisitor().OpenAsync(link);
        await factory.NewVisitor().Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, link));
        var page = await factory.NewVisitor().OpenAsync(link);

        // Assert
        Assert.Equal("Continue", page.QuerySelector("main button")!.TextContent.Trim());
        Assert.DoesNotContain("Fictional Officer", page.Body!.TextContent);
    }

    [Fact]
    public async Task Post_Link_OpensTheRoomOfItsInspectionAndNothingElse()
    {
        // Arrange
        var officer = factory.NewVisitor();

        // Act
        var entered = await officer.PostAsync(await InvitedAsync());

        // Assert
        Assert.Equal((HttpStatusCode.Redirect, "/lano"), (entered.StatusCode, PathOf(entered)));
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"), value => value.StartsWith("lano=", StringComparison.Ordinal));
        Assert.Contains("path=/lano", cookie);
        Assert.Contains("samesite=lax", cookie);
        Assert.Contains("httponly", cookie);
        Assert.Equal(HttpStatusCode.OK, (await officer.Client.GetAsync("/lano")).StatusCode);
        foreach (var elsewhere in (string[])["/", "/inspections", $"/inspections/{_inspection}", $"/inspections/{_inspection}/people", $"/inspections/{Guid.NewGuid()}", "/areas"])
        {
            var answer = await officer.Client.GetAsync(elsewhere);
            Assert.Equal((HttpStatusCode.Redirect, "/sign-in"), (answer.StatusCode, PathOf(answer)));
        }
    }

    [Fact]
    public async Task Post_LinkAgain_SaysThatItHasBeenUsed()
    {
        // Arrange
        var link = await InvitedAsync();
        await factory.NewVisitor().PostAsync(link);

        // Act
        var answer = await factory.NewVisitor().Client.GetAsync(link);

        // Assert
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Equal("This link has been used", await HeadingAsync(answer));
    }

    [Fact]
    public async Task Post_LinkUsedWhileItsPageWasOpen_SaysThatItHasBeenUsed()
    {
        // Arrange: two windows on the same link.
        var link = await InvitedAsync();
        var second = factory.NewVisitor();
        var page = await second.OpenAsync(link);
        var fields = page.QuerySelectorAll("form input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!));
        await factory.NewVisitor().PostAsync(link);

        // Act
        var answer = await second.Client.PostAsync(link, new FormUrlEncodedContent(fields));

        // Assert
        Assert.Equal("This link has been used", await HeadingAsync(answer));
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("lano=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Get_ExpiredLink_SaysSo()
    {
        // Arrange
        var link = await InvitedAsync();
        var clock = factory.Services.GetRequiredService<SandboxClock>();
        await clock.MoveToAsync(clock.GetCurrentInstant() + Duration.FromDays(7));

        // Act
        var answer = await factory.NewVisitor().Client.GetAsync(link);

        // Assert
        Assert.Equal((HttpStatusCode.Gone, "This link has expired"), (answer.StatusCode, await HeadingAsync(answer)));
    }

    [Fact]
    public async Task Get_WithdrawnLinkAndGuess_AreAnsweredAlike()
    {
        // Arrange
        var link = await InvitedAsync();
        await factory.Services.GetRequiredService<GuestAccessBook>().WithdrawAsync(_inspection, await OfficerAsync());

        // Act
        var withdrawn = await factory.NewVisitor().Client.GetAsync(link);
        var guessed = await factory.NewVisitor().Client.GetAsync($"/lano/enter?link={new string('A', 43)}");
        var cutOff = await factory.NewVisitor().Client.GetAsync("/lano/enter?link=abc");

        // Assert
        Assert.Equal(HttpStatusCode.Gone, withdrawn.StatusCode);
        Assert.Equal("This link does not work", await HeadingAsync(withdrawn));
        foreach (var other in (HttpResponseMessage[])[guessed, cutOff])
        {
            Assert.Equal(withdrawn.StatusCode, other.StatusCode);
            Assert.Equal(await MainAsync(withdrawn), await MainAsync(other));
        }
    }

    [Fact]
    public async Task Post_WithdrawAccess_EndsTheOfficersSessionAtOnce()
    {
        // Arrange
        var officer = factory.NewVisitor();
        await officer.PostAsync(await InvitedAsync());
        var coordinator = await factory.NewVisitor().AsAsync(Role.Coordinator);

        // Act
        var withdrawn = await coordinator.SendAsync($"/inspections/{_inspection}/people/withdraw-access", "withdraw-access");

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, withdrawn.StatusCode);
        var answer = await officer.Client.GetAsync("/lano");
        Assert.Equal((HttpStatusCode.Redirect, "/lano/sign-in"), (answer.StatusCode, PathOf(answer)));
        Assert.Contains("Withdrawn", (await coordinator.OpenAsync($"/inspections/{_inspection}/people")).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Post_NewLink_ReplacesTheOldOne()
    {
        // Arrange
        var old = await InvitedAsync();
        var coordinator = await factory.NewVisitor().AsAsync(Role.Coordinator);

        // Act
        var sent = await coordinator.SendAsync($"/inspections/{_inspection}/people/new-link", "new-link");
        var link = (await factory.Services.NewestLinkAsync(_inspection)).PathAndQuery;

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.NotEqual(old, link);
        Assert.Equal("A newer link has been sent", await HeadingAsync(await factory.NewVisitor().Client.GetAsync(old)));
        Assert.Equal("/lano", PathOf(await factory.NewVisitor().PostAsync(link)));
    }

    [Fact]
    public async Task Get_Calendar_GivesTheAreasDeadlinesUntilAccessIsWithdrawn()
    {
        // Arrange
        var officer = factory.NewVisitor();
        await officer.PostAsync(await InvitedAsync());
        var address = (await officer.OpenAsync("/lano")).QuerySelector(".calendar-address")!.GetAttribute("href")!;
        var program = factory.NewVisitor().Client;

        // Act
        var feed = await program.GetAsync(new Uri(address).PathAndQuery);
        var calendar = Ical.Net.Calendar.Load(await feed.Content.ReadAsStringAsync())!;
        await factory.Services.GetRequiredService<GuestAccessBook>().WithdrawAsync(_inspection, await OfficerAsync());
        var withdrawn = await program.GetAsync(new Uri(address).PathAndQuery);
        var guessed = await program.GetAsync($"/lano/calendar/{new string('A', 120)}.ics");

        // Assert
        Assert.Equal((HttpStatusCode.OK, "text/calendar"), (feed.StatusCode, feed.Content.Headers.ContentType!.MediaType));
        var plan = (await factory.Services.GetRequiredService<InspectionStore>().FindAsync(_inspection))!.Plan;
        var lists = Assert.Single(calendar.Events, one => one.Uid == $"{_inspection}-person-level-lists@areasend");
        Assert.Equal(plan["person-level-lists"].Due!.Value.ToDateTimeUtc(), lists.Start!.AsUtc);
        Assert.DoesNotContain(calendar.Events, one => one.Summary!.Contains("Fictional Officer", StringComparison.Ordinal) || one.Uid!.Contains("draft-report@", StringComparison.Ordinal));
        Assert.All([withdrawn, guessed], answer => Assert.Equal((HttpStatusCode.OK, "text/calendar"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType)));
        Assert.Empty(Ical.Net.Calendar.Load(await withdrawn.Content.ReadAsStringAsync())!.Events);
    }

    [Fact]
    public async Task Get_PeoplePageAsLeadInspector_OffersNoButtons()
    {
        // Arrange
        await InvitedAsync();
        var lead = await factory.NewVisitor().AsAsync(Role.LeadInspector);

        // Act
        var page = await lead.OpenAsync($"/inspections/{_inspection}/people");

        // Assert
        Assert.Empty(page.QuerySelectorAll("main button"));
    }

    [Theory]
    [InlineData("lano@example.org")]
    [InlineData("stranger@example.org")]
    public async Task Post_AskForALink_AnswersTheSameToAnybody(string address)
    {
        // Arrange
        await InvitedAsync();
        var visitor = factory.NewVisitor();

        // Act
        var asked = await visitor.PostAsync("/lano/sign-in", ("Form.Email", address));

        // Assert
        Assert.Equal((HttpStatusCode.Redirect, "/lano/sign-in?done=sent"), (asked.StatusCode, asked.Headers.Location!.OriginalString.Replace("http://localhost", "")));
    }

    [Fact]
    public async Task Get_RoomAsCoordinator_NeedsALink()
    {
        // Arrange
        var coordinator = await factory.NewVisitor().AsAsync(Role.Coordinator);

        // Act
        var answer = await coordinator.Client.GetAsync("/lano");

        // Assert
        Assert.Equal((HttpStatusCode.Redirect, "/lano/sign-in"), (answer.StatusCode, PathOf(answer)));
    }

    [Fact]
    public async Task Get_TooManyTries_MeansWaiting()
    {
        // Arrange: a host of its own, so that other tests are not kept waiting.
        await using var host = new ConsoleFactory();
        using var narrow = host.WithWebHostBuilder(builder => builder.UseSetting("AreaSend:Lano:TriesPerAddress", "3"));
        using var client = narrow.CreateClient();

        // Act
        var answers = new List<HttpStatusCode>();
        for (var tries = 0; tries < 5; tries++)
        {
            answers.Add((await client.GetAsync($"/lano/enter?link={new string('B', 43)}")).StatusCode);
        }

        // Assert
        Assert.Equal([HttpStatusCode.Gone, HttpStatusCode.Gone, HttpStatusCode.Gone, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], answers);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/help")).StatusCode);
    }

    /// <summary>Somebody at the same address asks for links until no more may be asked for: who holds a link comes in, into every room.</summary>
    [Theory]
    [InlineData("/lano/sign-in")]
    [InlineData("/leaders/sign-in")]
    [InlineData("/getting-ready/sign-in")]
    public async Task Get_LinkAfterTooManyWereAskedFor_OpensItsDoor(string asked)
    {
        await using var host = new ConsoleFactory();
        using var narrow = host.WithWebHostBuilder(builder => builder.UseSetting("AreaSend:Lano:TriesPerAddress", "2"));
        var visitor = new Visitor(narrow.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));
        var link = (await narrow.Services.InvitedAsync(await narrow.Services.NotifiedAsync())).PathAndQuery;

        var sent = new List<HttpStatusCode>();
        for (var times = 0; times < 3; times++)
        {
            sent.Add((await visitor.PostAsync(asked, ("Form.Email", "stranger@example.org"))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, sent[^1]);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Client.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.Client.GetAsync($"/leaders/enter?link={new string('B', 43)}")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.Client.GetAsync($"/getting-ready/enter?link={new string('B', 43)}")).StatusCode);
    }

    /// <summary>A whole office comes from one address: looking at the page, and its calendars, try nothing.</summary>
    [Fact]
    public async Task Get_PageThatAsksForALinkAndCalendars_AreNoTries()
    {
        // Arrange
        await using var host = new ConsoleFactory();
        using var narrow = host.WithWebHostBuilder(builder => builder.UseSetting("AreaSend:Lano:TriesPerAddress", "2"));
        var visitor = new Visitor(narrow.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

        // Act
        var looked = new List<HttpStatusCode>();
        for (var times = 0; times < 5; times++)
        {
            looked.Add((await visitor.Client.GetAsync("/lano/sign-in")).StatusCode);
            looked.Add((await visitor.Client.GetAsync("/lano/calendar/guessed.ics")).StatusCode);
        }

        var sent = new List<HttpStatusCode>();
        for (var times = 0; times < 3; times++)
        {
            sent.Add((await visitor.PostAsync("/lano/sign-in", ("Form.Email", "stranger@example.org"))).StatusCode);
        }

        // Assert
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, looked);
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.TooManyRequests], sent);
    }

    [Fact]
    public async Task Log_OfTheDoor_HoldsNoLinkAndNoAddress()
    {
        // Arrange
        var link = await InvitedAsync();

        // Act
        await factory.NewVisitor().PostAsync(link);
        await factory.NewVisitor().PostAsync("/lano/sign-in", ("Form.Email", "lano@example.org"));
        await factory.NewVisitor().Client.GetAsync(link);

        // Assert
        Assert.NotEmpty(factory.Log);
        Assert.DoesNotContain(factory.Log, line => line.Text.Contains(link.Split('=')[1]) || line.Text.Contains("lano@example.org") || line.Text.Contains("Fictional Officer"));
    }

    private Guid _inspection;

    private async Task<string> InvitedAsync()
    {
        _inspection = await factory.Services.NotifiedAsync();
        return (await factory.Services.InvitedAsync(_inspection)).PathAndQuery;
    }

    private async Task<Guid> OfficerAsync() => (await factory.Services.GetRequiredService<InspectionStore>().FindAsync(_inspection))!.Case.Lano!.Value;

    private static string PathOf(HttpResponseMessage answer) =>
        new Uri(new Uri("http://localhost"), answer.Headers.Location!).AbsolutePath;

    private static async Task<string> HeadingAsync(HttpResponseMessage answer) => (await Visitor.ReadAsync(answer)).QuerySelector("h1")!.TextContent.Trim();

    private static async Task<string> MainAsync(HttpResponseMessage answer) => (await Visitor.ReadAsync(answer)).QuerySelector("main")!.InnerHtml;
}
