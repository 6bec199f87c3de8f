using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Web.Tests.Inspections;

public sealed class InspectionPageTests(ConsoleFactory host) : IClassFixture<ConsoleFactory>
{
    [Theory]
    [InlineData("")]
    [InlineData("/history")]
    [InlineData("/notices")]
    [InlineData("/people")]
    [InlineData("/engine")]
    [InlineData("/record/draft-shared")]
    public async Task Get_NoSuchInspection_ReturnsNotFound(string below)
    {
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);

        var answer = await visitor.Client.GetAsync($"/inspections/{Guid.NewGuid()}{below}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Get_Timetable_NamesWhoLeadsAndWhoCoordinates()
    {
        var course = await new InspectionCourse(host).PlannedAsync();
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);

        var page = await visitor.OpenAsync(course.Address);

        var facts = page.QuerySelectorAll("main .govuk-summary-list__row").ToDictionary(row => row.QuerySelector("dt")!.TextContent, row => row.QuerySelector("dd")!.TextContent.Trim());
        Assert.Equal(
            ("Fictional Lead", "Nobody is named yet", "Nobody yet, 020 7946 0100"), (facts["Lead inspector"], facts["Lead inspector of CQC"], facts["Coordinated by"]));
    }

    [Fact]
    public async Task Get_Timetable_ShowsEveryStepWithItsDateAndWhy()
    {
        var course = await new InspectionCourse(host).PlannedAsync();
        var visitor = await host.NewVisitor().AsAsync(Role.LeadInspector);

        var page = await visitor.OpenAsync(course.Address);

        var rows = page.QuerySelectorAll("table tbody tr");
        Assert.Equal(
            AreaSend2024.Full.Steps.Select(step => step.Title), rows.Select(row => row.QuerySelector("th span")!.TextContent));
        Assert.All(rows, row => Assert.NotNull(row.QuerySelector("details summary")));
        var lists = Assert.Single(rows, row => row.TextContent.Contains("Person-level lists 1 and 2", StringComparison.Ordinal));
        Assert.Contains("11am", lists.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 working day after notification day", lists.TextContent, StringComparison.Ordinal);
        Assert.Contains("192, 196", lists.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Weeks 1 to 3", "Report and plan"], page.QuerySelectorAll("figure h2").Select(title => title.TextContent));
        Assert.All(page.QuerySelectorAll("figure"), figure => Assert.Equal(2, figure.QuerySelectorAll("svg[role=img]").Length)); // for a desk and for a telephone: one shows
    }

    [Fact]
    public async Task Get_AsLeadInspector_OffersNothingToRecord()
    {
        var course = await new InspectionCourse(host).PlannedAsync(notified: true);
        var visitor = await host.NewVisitor().AsAsync(Role.LeadInspector);

        var page = await visitor.OpenAsync(course.Address);
        var answer = await visitor.Client.GetAsync($"{course.Address}/record/withdrawn");

        Assert.DoesNotContain(page.QuerySelectorAll("main a"), link => link.GetAttribute("href")!.Contains("/record/", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Get_Actions_OffersOnlyWhatTheCaseWouldTake()
    {
        var course = await new InspectionCourse(host).PlannedAsync(notified: true);
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);

        var page = await visitor.OpenAsync(course.Address);

        var offered = page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).Where(address => address.Contains("/record/", StringComparison.Ordinal)).Select(address => address.Split('/')[^1]);
        Assert.Equal(["lano-nominated", "items-received", "children-selected", "deadline", "deferral-asked", "paused", "withdrawn"], offered);
    }

    [Fact]
    public async Task Get_Notice_ShowsWhatItSays()
    {
        var course = await new InspectionCourse(host).PlannedAsync(notified: true);
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);

        var list = await visitor.OpenAsync($"{course.Address}/notices");
        var address = list.QuerySelectorAll("main tbody a").Select(link => link.GetAttribute("href")!).Single(link => link.EndsWith("notification%3Adcs", StringComparison.Ordinal));
        var notice = await visitor.OpenAsync(address);

        Assert.Contains("Area SEND inspection of Lancashire", notice.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SendAgainFromAPageThatIsOutOfDate_SendsOnceAndSaysWhy()
    {
        var course = await new InspectionCourse(host).PlannedAsync(notified: true);
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);
        var address = $"{course.Address}/notices/notification%3Apcf";
        var page = await visitor.OpenAsync(address);
        while (page.QuerySelector("main dl .govuk-tag")!.TextContent == "To be sent")
        {
            page = await visitor.OpenAsync(address); // the engine has it in hand
        }

        var asked = await Visitor.ReadAsync(await visitor.SendAsync(address, page, "again"));

        var first = await visitor.SendAsync(address, asked, "again", ("Form.Intent", "confirm"));
        var second = await Visitor.ReadAsync(await visitor.SendAsync(address, asked, "again", ("Form.Intent", "confirm")));

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Contains("since you opened the page", second.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Lead_TakesThePlaceOfWhoeverWasNamedToday()
    {
        var course = await new InspectionCourse(host).PlannedAsync();
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);

        var bad = await Visitor.ReadAsync(await visitor.PostAsync($"{course.Address}/people/lead", ("Form.Name", ""), ("Form.Email", "nobody")));
        var good = await visitor.PostAsync($"{course.Address}/people/lead", ("Form.Intent", "confirm"), ("Form.Name", "Fictional Successor"), ("Form.Email", "successor@example.org"));
        var ofCqc = await visitor.PostAsync(
            $"{course.Address}/people/lead?of=cqc", ("Form.Intent", "confirm"), ("Form.Name", "Fictional Other"), ("Form.Email", "other@example.org"));
        var people = await visitor.OpenAsync($"{course.Address}/people");

        Assert.Equal(["Enter the lead inspector's name", "Enter an e-mail address in the correct form, like name@example.org"], bad.QuerySelectorAll(".govuk-error-summary a").Select(link => link.TextContent));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (good.StatusCode, ofCqc.StatusCode));
        var leads = people.QuerySelectorAll("main tr").Where(row => row.QuerySelector("th[scope=row]")?.TextContent.StartsWith("Lead inspector", StringComparison.Ordinal) == true).ToList();
        Assert.Equal(2, leads.Count);
        Assert.Contains("Fictional Other", leads[1].TextContent, StringComparison.Ordinal);
        var lead = leads[0];
        Assert.Contains("Fictional Successor", lead.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("lead@example.org", lead.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Of two that overlap the later one is written to; who is to come later is not, and gives way to whoever is named now.</summary>
    [Fact]
    public async Task Get_People_OfTwoThatOverlap_ShowsTheOneWhoIsWrittenTo()
    {
        var course = await new InspectionCourse(host).PlannedAsync();
        var today = LondonTime.DateOf(host.Services.GetRequiredService<IClock>().GetCurrentInstant());
        await using (var context = host.Services.GetRequiredService<StoreDatabase>().Open())
        {
            foreach (var (name, from) in ((string, LocalDate)[])[("Earlier Lead", today.PlusDays(-30)), ("Coming Lead", today.PlusMonths(1))])
            {
                context.People.Add(Person.With(RecipientRole.LeadInspector, new Mailbox(name, "other@example.org"), course.Id, from));
            }

            await context.SaveChangesAsync();
        }

        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);
        var before = (await visitor.OpenAsync($"{course.Address}/people")).QuerySelector("main table")!.TextContent;
        var asked = await Visitor.ReadAsync(await visitor.PostAsync($"{course.Address}/people/lead", ("Form.Name", "New Lead"), ("Form.Email", "new@example.org")));
        await visitor.PostAsync($"{course.Address}/people/lead", ("Form.Intent", "confirm"), ("Form.Name", "New Lead"), ("Form.Email", "new@example.org"));
        var people = await host.Services.GetRequiredService<ContactBook>().PeopleAsync(course.Id);

        Assert.Contains("Fictional Lead", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Earlier Lead", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Coming Lead", before, StringComparison.Ordinal);
        var told = asked.QuerySelector("main dl")!.TextContent;
        Assert.Contains($"Earlier Lead, until {LondonTime.Show(today.PlusDays(-1))}", told, StringComparison.Ordinal);
        Assert.Contains("Fictional Lead, named only today: gives way and is not kept", told, StringComparison.Ordinal);
        Assert.Contains($"Coming Lead, entered from {LondonTime.Show(today.PlusMonths(1))}: gives way and is not kept", told, StringComparison.Ordinal);
        Assert.Equal([("Earlier Lead", today.PlusDays(-1)), ("New Lead", null)], people.Where(person => RecipientRoles.Leads.Contains(person.Role)).Select(person => (person.Name, person.To)).OrderBy(person => person.Name));
    }

    [Fact]
    public async Task Get_History_FoldsTheSendingUnderWhatItTellsOf()
    {
        var course = await new InspectionCourse(host).PlannedAsync(notified: true);
        var visitor = await host.NewVisitor().AsAsync(Role.Coordinator);

        var page = await visitor.OpenAsync($"{course.Address}/history");

        Assert.Equal(["Leaders notified", "Inspection planned"], Titles(page));
        var folded = page.QuerySelectorAll(".moj-timeline__item")[0].QuerySelector("details")!;
        Assert.StartsWith("What came of it: ", folded.QuerySelector("summary")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("Notification, to the director of children's services", folded.TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Titles(IParentNode page) => page.QuerySelectorAll(".moj-timeline__title").Select(title => title.TextContent);
}
