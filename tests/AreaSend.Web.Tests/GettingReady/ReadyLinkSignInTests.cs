using System.Net;
using AreaSend.Core.Inspections;
using AreaSend.Services.GettingReady;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;

namespace AreaSend.Web.Tests.GettingReady;

/// <summary>Who comes into the room of an area, and who does not.</summary>
public sealed class ReadyLinkSignInTests : IDisposable
{
    private readonly EmptyStoreHost _host = new();

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("dcs.888@example.org")]
    [InlineData("stranger@example.org")]
    public async Task Post_AskForALink_AnswersTheSameToAnybody(string address)
    {
        await _host.EnterAsync("888", RecipientRole.Dcs, "dcs.888@example.org");

        var answer = await _host.NewVisitor().PostAsync("/getting-ready/sign-in", ("Form.Email", address));

        Assert.Equal((HttpStatusCode.Redirect, "/getting-ready/sign-in?done=sent"), (answer.StatusCode, PathOf(answer)));
    }

    [Fact]
    public async Task Ask_Director_IsMailedALinkFromAMailboxOfTheRoomsOwn()
    {
        await _host.EnterAsync("888", RecipientRole.Dcs, "dcs.888@example.org");
        await _host.EnterAsync("888", RecipientRole.Icb, "icb.888@example.org");

        await _host.Get<ReadyAccess>().AskAsync(" DCS.888@example.org ");
        await _host.Get<ReadyAccess>().AskAsync("icb.888@example.org");
        await _host.Get<ReadyAccess>().AskAsync("stranger@example.org");

        var mail = await MimeKit.MimeMessage.LoadAsync(Assert.Single(Mails()));
        Assert.Equal(("getting-ready@example.org", "dcs.888@example.org"), (mail.From.Mailboxes.Single().Address, mail.To.Mailboxes.Single().Address));
        Assert.Contains("Nobody at Ofsted", mail.TextBody);
    }

    [Fact]
    public async Task Ask_OfficerOfAnOpenInspection_ComesInUntilItEnds()
    {
        var inspection = await _host.PlannedAsync();
        _host.Clock.Reset(Instant.FromUtc(2025, 9, 8, 8, 30));
        await _host.Get<InspectionStore>().RecordAsync(inspection, Recorder.Coordinator, (_, _, now) => new Notified(now));
        await _host.Get<InspectionStore>().NominateLanoAsync(inspection, Recorder.Coordinator, new Mailbox("Fictional Officer", "officer@example.org"));

        await _host.Get<ReadyAccess>().AskAsync("officer@example.org");

        var officer = await _host.ComeInAsync(await _host.LinkToAsync("officer@example.org"));
        Assert.Contains("Lancashire", (await officer.OpenAsync("/getting-ready")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>A coordinator may change the console's contacts, and must not let herself in by that.</summary>
    [Fact]
    public async Task Ask_NewContactOfAnAreaWhoseRoomIsUsed_IsSentNothing()
    {
        await _host.DirectorAsync();
        await _host.EnterAsync("888", RecipientRole.Dcs, "coordinator@example.org");
        var before = Mails().Length;

        await _host.Get<ReadyAccess>().AskAsync("coordinator@example.org");

        Assert.Equal(before, Mails().Length);
    }

    [Fact]
    public async Task Enter_LinkSentBeforeSomebodyElseBeganTheRoom_DoesNotWork()
    {
        await _host.EnterAsync("888", RecipientRole.Dcs, "early@example.org");
        await _host.Get<ReadyAccess>().AskAsync("early@example.org");
        foreach (var contact in await _host.Get<ContactBook>().OfAsync("888"))
        {
            await _host.Get<ContactBook>().RemoveAsync(contact);
        }

        await _host.DirectorAsync();
        _host.Clock.AdvanceMinutes(10);
        await _host.Get<ReadyAccess>().AskAsync("early@example.org");

        Assert.Equal(HttpStatusCode.Gone, (await _host.NewVisitor().Client.GetAsync(Assert.Single(await _host.LinksToAsync("early@example.org")))).StatusCode);
    }

    [Fact]
    public async Task Ask_RoomThatNobodyHasUsedForThreeMonths_IsBegunAgainWithWhatStandsInIt()
    {
        var first = await _host.DirectorAsync();
        await first.SendAsync("/getting-ready/steps/impact", "step", ("Form.Standing", "UnderWay"), ("Form.Owner", "Head of SEND"));
        await _host.Get<ContactBook>().SaveAsync(new Contact
        {
            Id = Guid.CreateVersion7(), Area = "888", Role = RecipientRole.Dcs, Name = "Fictional Successor", Email = "successor@example.org", From = new LocalDate(2025, 9, 2),
        });
        _host.Clock.AdvanceDays(91);

        await _host.Get<ReadyAccess>().AskAsync("successor@example.org");

        var successor = await _host.ComeInAsync(await _host.LinkToAsync("successor@example.org"));
        Assert.Contains("Head of SEND", (await successor.OpenAsync("/getting-ready")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_Twice_IsSentOneLinkInFiveMinutes()
    {
        await _host.EnterAsync("888", RecipientRole.Dcs, "dcs.888@example.org");
        foreach (var minutes in (int[])[0, 1, 5])
        {
            _host.Clock.AdvanceMinutes(minutes);
            await _host.Get<ReadyAccess>().AskAsync("dcs.888@example.org");
        }

        Assert.Equal(2, Mails().Length);
    }

    [Fact]
    public async Task Post_Link_OpensTheRoomOfItsAreaAndNothingElse()
    {
        var director = await _host.DirectorAsync();
        var inspection = await _host.PlannedAsync();

        Assert.Equal(HttpStatusCode.OK, (await director.Client.GetAsync("/getting-ready")).StatusCode);
        foreach (var elsewhere in (string[])["/", "/inspections", $"/inspections/{inspection}", "/areas/888", "/worklist.csv"])
        {
            Assert.StartsWith("/sign-in", PathOf(await director.Client.GetAsync(elsewhere)), StringComparison.Ordinal);
        }

        Assert.StartsWith("/lano/sign-in", PathOf(await director.Client.GetAsync("/lano")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_LinkAgain_SaysThatItHasBeenUsed()
    {
        await _host.DirectorAsync();

        var answer = await _host.NewVisitor().Client.GetAsync(await _host.LinkToAsync("dcs.888@example.org"));

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Equal("This link has been used", (await Visitor.ReadAsync(answer)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Get_ExpiredAndGuessedLinks_AreGone()
    {
        await _host.EnterAsync("888", RecipientRole.Dcs, "dcs.888@example.org");
        await _host.Get<ReadyAccess>().AskAsync("dcs.888@example.org");
        _host.Clock.AdvanceDays(7);

        foreach (var link in (string[])[await _host.LinkToAsync("dcs.888@example.org"), $"/getting-ready/enter?link={new string('A', 43)}", "/getting-ready/enter?link=abc", "/getting-ready/enter"])
        {
            Assert.Equal(HttpStatusCode.Gone, (await _host.NewVisitor().Client.GetAsync(link)).StatusCode);
        }
    }

    [Fact]
    public async Task Colleague_LetIn_ComesInAndIsPutOutAtOnce()
    {
        var director = await _host.DirectorAsync();
        await director.SendAsync("/getting-ready/people/add", "person", ("Form.Name", "Fictional Colleague"), ("Form.Email", "colleague@example.org"));
        var colleague = await _host.ComeInAsync(await _host.LinkToAsync("colleague@example.org"));
        var row = (await _host.Get<ReadyAccess>().OfAsync("888")).Single(person => person.Email == "colleague@example.org");

        Assert.Equal(HttpStatusCode.OK, (await colleague.Client.GetAsync("/getting-ready")).StatusCode);
        await director.SendAsync($"/getting-ready/people/{row.Id}/new-link", "new-link");
        Assert.Equal(2, (await _host.LinksToAsync("colleague@example.org")).Count);
        await director.SendAsync($"/getting-ready/people/{row.Id}/remove", "remove");

        Assert.Equal(HttpStatusCode.Redirect, (await colleague.Client.GetAsync("/getting-ready")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await _host.NewVisitor().Client.GetAsync(await _host.LinkToAsync("colleague@example.org"))).StatusCode);
    }

    /// <summary>What was typed is on the page that says that the session has ended, and is taken after signing in again.</summary>
    [Fact]
    public async Task Post_SessionEndedMeanwhile_NothingIsLost()
    {
        var director = await _host.DirectorAsync();
        const string address = "/getting-ready/steps/impact";
        var page = await director.OpenAsync(address);
        _host.Clock.AdvanceHours(13);

        var answer = await director.SendAsync(address, page, "step", ("Form.Standing", "UnderWay"), ("Form.Owner", "Head of SEND"));
        var kept = await Visitor.ReadAsync(answer);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.NotNull(kept.QuerySelector("main a[href='/getting-ready/sign-in']"));
        await _host.Get<ReadyAccess>().AskAsync("dcs.888@example.org");
        await director.PostAsync(await _host.LinkToAsync("dcs.888@example.org"));
        var fields = kept.QuerySelectorAll($"form[action='{address}'] input").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!));
        var sent = await director.Client.PostAsync(address, new FormUrlEncodedContent(fields));

        Assert.Equal("/getting-ready?done=step", PathOf(sent));
        Assert.Contains("Head of SEND", (await director.OpenAsync("/getting-ready")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_FormOfAnotherSite_IsRefused()
    {
        var director = await _host.DirectorAsync();

        var answer = await director.Client.PostAsync("/getting-ready/steps/impact", new FormUrlEncodedContent([KeyValuePair.Create("_handler", "step"), KeyValuePair.Create("Form.Standing", "InPlace")]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Get_OtherAreasPerson_IsNotFound()
    {
        var director = await _host.DirectorAsync();
        await _host.DirectorAsync("330");
        var other = Assert.Single(await _host.Get<ReadyAccess>().OfAsync("330"));

        Assert.Equal(HttpStatusCode.NotFound, (await director.Client.GetAsync($"/getting-ready/people/{other.Id}/remove")).StatusCode);
        Assert.DoesNotContain(other.Email, (await director.OpenAsync("/getting-ready/people")).Body!.TextContent, StringComparison.Ordinal);
    }

    private string[] Mails() => Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*getting-ready*.eml") : [];

    private string Folder => _host.Get<Microsoft.Extensions.Options.IOptions<MailOptions>>().Value.Folder;

    private static string PathOf(HttpResponseMessage answer) => answer.Headers.Location!.OriginalString.Replace("http://localhost", "", StringComparison.Ordinal);
}
