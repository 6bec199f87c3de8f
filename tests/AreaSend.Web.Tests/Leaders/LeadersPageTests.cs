using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.SignInLinks;
using AreaSend.Services.Store;
using AreaSend.Testing;
using AreaSend.Web.Tests.Feeds;
using AreaSend.Web.Tests.Shell;

namespace AreaSend.Web.Tests.Leaders;

/// <summary>What the director, the chief executive and the forum see of an inspection, by the links of their notifications.</summary>
public sealed partial class LeadersPageTests : IDisposable
{
    private readonly EmptyStoreHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Post_LinkOfTheNotification_OpensThePageOfThatInspectionAndNothingElse()
    {
        var inspection = await NotifiedAsync();
        var director = _host.NewVisitor();

        var entered = await director.PostAsync(await LinkAsync(inspection, RecipientRole.Dcs));

        Assert.Equal((HttpStatusCode.Redirect, "/leaders"), (entered.StatusCode, PathOf(entered)));
        Assert.Contains("path=/leaders", Assert.Single(entered.Headers.GetValues("Set-Cookie"), value => value.StartsWith("leaders=", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, (await director.Client.GetAsync("/leaders")).StatusCode);
        foreach (var elsewhere in (string[])["/", $"/inspections/{inspection}", "/lano", "/getting-ready", "/areas"])
        {
            Assert.Equal(HttpStatusCode.Redirect, (await director.Client.GetAsync(elsewhere)).StatusCode);
        }
    }

    [Fact]
    public async Task Get_Page_SaysWhereItStandsWhatIsDueWhoLeadsAndHowToCall()
    {
        var page = await PageAsync(await NotifiedAsync(), RecipientRole.Dcs);

        var facts = page.QuerySelectorAll(".govuk-summary-list__row").ToDictionary(row => Words(row.QuerySelector("dt")!), row => Words(row.QuerySelector("dd")!));
        Assert.Equal(("Notified", "Monday 22 September 2025 to Friday 26 September 2025"), (facts["Where it stands"], facts["On site"]));
        Assert.Equal(
            ("Fictional Lead, 0300 000 0000", "Fictional Other, 0300 000 0001", "The office that coordinates inspections, 020 7946 0100", "ofsted-area-send@example.org"),
            (facts["Lead inspector"], facts["Lead inspector of CQC"], facts["Coordinated by"], facts["How to write"]));
        Assert.Equal("tel:03000000000", page.QuerySelector("a[href^='tel:']")!.GetAttribute("href"));
        Assert.Contains(page.QuerySelectorAll(".owed__item").Select(Words), duty => duty.Contains("Person-level lists 1 and 2: 2 outstanding", StringComparison.Ordinal) && duty.Contains("Local area, by Tuesday 9 September 2025", StringComparison.Ordinal));
        Assert.DoesNotContain("example.org", Words(page.QuerySelector("table")!));
    }

    [Fact]
    public async Task Get_Page_OfTheForum_HasTheForumsDatesAlone()
    {
        var page = await PageAsync(await NotifiedAsync(), RecipientRole.Pcf);

        var steps = page.QuerySelectorAll("table tbody tr").Select(row => Words(row.QuerySelector("th")!)).ToList();
        Assert.Equal(["Surveys close", "Off-site fieldwork begins", "Inspectors come on site"], steps.Take(3));
        Assert.DoesNotContain(steps, step => step.Contains("list", StringComparison.Ordinal) || step.Contains("plan", StringComparison.Ordinal) || step.Contains("complain", StringComparison.Ordinal));
        Assert.Equal("Nothing is due now.", Words(page.QuerySelectorAll("p").Single(words => words.TextContent.Contains("due now", StringComparison.Ordinal))));
    }

    /// <summary>Once the final report is shared, leaders see what follows from its outcome; that somebody complained is not the forum's.</summary>
    [Fact]
    public async Task Get_Page_AfterTheFinalReportAndAComplaint_ShowsEachWhatIsTheirs()
    {
        var inspection = await NotifiedAsync();
        var (director, forum) = (await VisitorAsync(inspection, RecipientRole.Dcs), await VisitorAsync(inspection, RecipientRole.Pcf));
        await ToAsync(inspection, new LocalDate(2025, 10, 14), at => new DraftReportShared(at));
        Assert.DoesNotContain("riority action plan", (await director.OpenAsync("/leaders")).Body!.TextContent, StringComparison.Ordinal);

        await ToAsync(inspection, new LocalDate(2025, 11, 5), at => new FinalReportShared(at, new Outcome.WidespreadFailings("Fictional Trust")));
        await ToAsync(inspection, new LocalDate(2025, 11, 6), at => new ComplaintReceived(at));

        _host.Clock.Reset(LondonTime.At(new LocalDate(2025, 11, 6), new LocalTime(12, 0)));
        director = await NewLinkAsync(inspection, RecipientRole.Dcs);
        forum = await NewLinkAsync(inspection, RecipientRole.Pcf);
        var (told, withheld) = ((await director.OpenAsync("/leaders")).Body!.TextContent, (await forum.OpenAsync("/leaders")).Body!.TextContent);
        Assert.Contains("Priority action plan submitted", told, StringComparison.Ordinal);
        Assert.Contains("Held by a complaint", told, StringComparison.Ordinal);
        foreach (var word in (string[])["omplaint", "riority action", "trategic plan", "onitoring", "full inspection", "Fictional Trust"])
        {
            Assert.DoesNotContain(word, withheld, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_Calendar_HasWhatThePageHasAndWorksAsLongAsTheAccess()
    {
        var inspection = await NotifiedAsync();
        var page = await PageAsync(inspection, RecipientRole.Pcf);
        var address = new Uri(page.QuerySelector("a.calendar-address")!.GetAttribute("href")!).PathAndQuery;

        var read = await ReadBack.OfAsync(await _host.NewVisitor().Client.GetStringAsync(address));
        Assert.Equal(("2025-09-22", "CONFIRMED"), (read.Of("on-site").Start, read.Of("on-site").Status));
        Assert.DoesNotContain(read.Events, entry => entry.Uid.Contains("list", StringComparison.Ordinal) || entry.Uid.Contains("plan", StringComparison.Ordinal));

        var forum = (await _host.Get<GuestAccessBook>().OfAsync(inspection)).Single(guest => guest.Person.Role == RecipientRole.Pcf);
        await _host.Get<GuestAccessBook>().WithdrawAsync(inspection, forum.Person.Id);
        Assert.Empty((await ReadBack.OfAsync(await _host.NewVisitor().Client.GetStringAsync(address))).Events);
    }

    [Fact]
    public async Task Post_WithdrawAndSendAgain_ByTheCoordinator_EndsAndGivesBackALeadersAccess()
    {
        var inspection = await NotifiedAsync();
        var (director, coordinator) = (await VisitorAsync(inspection, RecipientRole.Dcs), await _host.CoordinatorAsync());

        var withdrawn = await coordinator.SendAsync($"/inspections/{inspection}/people/withdraw-access?to=dcs", "withdraw-access");
        var after = await director.Client.GetAsync("/leaders");
        var sent = await coordinator.SendAsync($"/inspections/{inspection}/people/new-link?to=dcs", "new-link");
        await _host.AdvanceAsync(_host.Clock.GetCurrentInstant());

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (withdrawn.StatusCode, sent.StatusCode));
        Assert.Equal("/leaders/sign-in", PathOf(after));
        Assert.Equal(HttpStatusCode.OK, (await (await VisitorAsync(inspection, RecipientRole.Dcs)).Client.GetAsync("/leaders")).StatusCode);
        var section = (await coordinator.OpenAsync($"/inspections/{inspection}/people")).Body!.TextContent;
        Assert.Contains("Access of leaders", section, StringComparison.Ordinal);
    }

    private async Task<Guid> NotifiedAsync()
    {
        await _host.EnterContactsAsync();
        var inspection = await _host.PlannedAsync();
        await _host.Get<ContactBook>().NameLeadAsync(inspection, new Mailbox("Fictional Lead", "lead@example.org"), telephone: "0300 000 0000");
        await _host.Get<ContactBook>().NameLeadAsync(
            inspection, new Mailbox("Fictional Other", "other@example.org"), telephone: "0300 000 0001", role: RecipientRole.CqcLeadInspector);
        await _host.AdvanceAsync(LondonTime.At(new LocalDate(2025, 9, 8), new LocalTime(9, 0)));
        return inspection;
    }

    private async Task ToAsync(Guid inspection, LocalDate day, Func<Instant, Fact> fact)
    {
        await _host.AdvanceAsync(LondonTime.At(day, new LocalTime(10, 0)));
        Assert.IsType<Recording.Recorded>(await _host.Get<InspectionStore>().RecordAsync(inspection, Recorder.Coordinator, (_, _, now) => fact(now)));
    }

    private async Task<IDocument> PageAsync(Guid inspection, RecipientRole role) => await (await VisitorAsync(inspection, role)).OpenAsync("/leaders");

    private async Task<Visitor> NewLinkAsync(Guid inspection, RecipientRole role)
    {
        Assert.Null(await _host.Get<GuestAccessBook>().SendNewLinkAsync(inspection, role, Recorder.Coordinator));
        await _host.AdvanceAsync(_host.Clock.GetCurrentInstant());
        return await VisitorAsync(inspection, role);
    }

    private async Task<Visitor> VisitorAsync(Guid inspection, RecipientRole role)
    {
        var visitor = _host.NewVisitor();
        Assert.Equal("/leaders", PathOf(await visitor.PostAsync(await LinkAsync(inspection, role))));
        return visitor;
    }

    /// <summary>The newest link that went to a role.</summary>
    private async Task<string> LinkAsync(Guid inspection, RecipientRole role)
    {
        List<(DateTimeOffset Date, string Text)> mails = [];
        foreach (var file in _host.Services.MailsOf(inspection, ""))
        {
            var mail = await MimeKit.MimeMessage.LoadAsync(file);
            if (mail.To.Mailboxes.Single().Address == $"{role.Key()}@example.org")
            {
                mails.Add((mail.Date, mail.TextBody!));
            }
        }

        return mails.OrderBy(mail => mail.Text.Contains("Your new sign-in link", StringComparison.Ordinal)).ThenBy(mail => mail.Date).Select(mail => Link().Match(mail.Text))
            .Where(link => link.Success).Select(link => new Uri(link.Value).PathAndQuery).Last();
    }

    private static string PathOf(HttpResponseMessage answer) => new Uri(new Uri("http://localhost/"), answer.Headers.Location!).AbsolutePath;

    private static string Words(IElement element) => Spaces().Replace(element.TextContent, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"http[^ <>]*/leaders/enter\?link=[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();
}
