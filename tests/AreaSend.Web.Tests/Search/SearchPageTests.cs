using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Staff;
using AreaSend.Services.Store;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Web.Tests.Search;

/// <summary>One search over areas, people and inspections.</summary>
public sealed class SearchPageTests : IDisposable
{
    private readonly EmptyStoreHost _host = new();

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("lancash", "/areas/888", "the beginning of a word of a name")]
    [InlineData("LANCASHIRE", "/areas/888", "however it is written")]
    [InlineData("888", "/areas/888", "the code that the console calls it by")]
    [InlineData("E10000017", "/areas/888", "the statisticians' code")]
    [InlineData("  lancashire ", "/areas/888", "with spaces around it")]
    public async Task Search_AnArea_FindsIt(string typed, string address, string reason)
    {
        var page = await SearchAsync(typed);

        Assert.True(Links(page).Contains(address), reason);
    }

    [Theory]
    [InlineData("Robin", "the first name")]
    [InlineData("example robin", "both, in any order")]
    [InlineData("oneill", "never: an apostrophe is a letter of a name", false)]
    [InlineData("o'neill-exa", "a whole double name")]
    [InlineData("exam", "the beginning of the second part of a double name")]
    [InlineData("ample", "never: the middle of a word", false)]
    [InlineData("robin.lead@", "the beginning of the address")]
    [InlineData("@example.org", "the end of the address, with its sign")]
    [InlineData("example.org", "never: without the sign it is in every address", false)]
    [InlineData("%", "never: a sign that a database may take for any letters", false)]
    [InlineData("robin_lead", "never: another such sign", false)]
    public async Task Search_ALead_IsFoundBy(string typed, string reason, bool found = true)
    {
        await PlanAsync("888", new Mailbox("Robin O'Neill-Example", "robin.lead@example.org"));

        var page = await SearchAsync(typed);

        Assert.True(found == People(page).Any(person => person.StartsWith("Robin O'Neill-Example Lead inspector", StringComparison.Ordinal)), reason);
    }

    /// <summary>The list of inspections is made anew from events, and may then lose one whose people are still there.</summary>
    [Fact]
    public async Task Search_ALeadOfAnInspectionThatTheListHasLost_IsShownWithoutIt()
    {
        var lead = new Mailbox("Robin Example", "robin@example.org");
        var (kept, lost) = (await PlanAsync("888", lead), await PlanAsync("202", lead));
        await using (var context = _host.Get<StoreDatabase>().Open())
        {
            await context.Inspections.Where(row => row.Id == lost).ExecuteDeleteAsync();
        }

        var page = await SearchAsync("Robin");

        Assert.Contains($"/inspections/{kept}/people", Links(page));
        Assert.DoesNotContain($"/inspections/{lost}/people", Links(page));
    }

    [Fact]
    public async Task Search_ALeadOfMany_StandsOnceWithTheirInspections()
    {
        var lead = new Mailbox("Robin Example", "robin@example.org");
        var ids = new List<Guid>();
        foreach (var area in (string[])["888", "301", "302", "303"])
        {
            ids.Add(await PlanAsync(area, lead with { Address = area == "301" ? "Robin@example.org" : lead.Address }));
        }

        var page = await SearchAsync("robin");

        var person = Assert.Single(People(page));
        Assert.Contains("and 1 more", person, StringComparison.Ordinal);
        Assert.Equal(3, Links(page).Count(link => link.EndsWith("/people", StringComparison.Ordinal) && ids.Exists(id => link.Contains(id.ToString(), StringComparison.Ordinal))));
        Assert.Contains("/schedule?lead=Robin%20Example", Links(page));
    }

    [Fact]
    public async Task Search_PeopleOfAreasAndCoordinators_LeadWhereTheyAreShown()
    {
        await _host.EnterContactsAsync();
        var staff = _host.Get<StaffDirectory>();
        var pat = await staff.RecogniseAsync("https://idp.example.org", "pat", "Test Pat", "pat@example.org", coordinates: true, _host.Clock.GetCurrentInstant());
        await staff.RecogniseAsync("https://idp.example.org", "remi", "Test Remi", "remi@example.org", coordinates: false, _host.Clock.GetCurrentInstant());

        var page = await SearchAsync("test");

        Assert.Equal(
            ["/areas/888", "/areas/888", "/areas/888", "/areas/national", "/areas/national", $"/?whose={pat}"],
            Links(page).Order(StringComparer.Ordinal).OrderBy(link => link.StartsWith("/?", StringComparison.Ordinal)));
        Assert.DoesNotContain(People(page), person => person.Contains("Remi", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Search_WhoHasLeftARole_IsNotFoundInIt()
    {
        var contact = await _host.EnterAsync("888", RecipientRole.Dcs, "dcs@example.org");
        contact.To = new LocalDate(2025, 8, 31);
        await _host.Get<ContactBook>().SaveAsync(contact);

        Assert.Empty(People(await SearchAsync(contact.Name)));
    }

    /// <summary>Somebody who takes a role later is found, and the page says from when, so that nobody takes them for who has it.</summary>
    [Fact]
    public async Task Search_WhoTakesARoleLater_IsFoundWithTheDay()
    {
        var today = LondonTime.DateOf(_host.Clock.GetCurrentInstant());
        var id = await PlanAsync("888", new Mailbox("Robin Example", "robin@example.org"));
        await _host.EnterAsync("888", RecipientRole.Dcs, "dcs@example.org");
        await _host.Get<ContactBook>().SaveAsync(new Contact
        {
            Id = Guid.CreateVersion7(), Area = "888", Role = RecipientRole.Dcs, Name = "Later Robin", Email = "later@example.org", From = today.PlusMonths(1),
        });
        await using (var context = _host.Get<StoreDatabase>().Open())
        {
            context.People.Add(Person.With(RecipientRole.LeadInspector, new Mailbox("Next Robin", "next@example.org"), id, today.PlusMonths(1)));
            await context.SaveChangesAsync();
        }

        var (from, people) = ($"(from {LondonTime.ShowShort(today.PlusMonths(1))})", People(await SearchAsync("robin")));

        Assert.Equal(["Later Robin", "Next Robin"], people.Where(person => person.Contains(from, StringComparison.Ordinal)).Select(person => person[..person.IndexOf("Robin", StringComparison.Ordinal)] + "Robin"));
        Assert.Equal(3, people.Count);
        Assert.DoesNotContain(People(await SearchAsync("test")), person => person.Contains("(from", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Search_AReference_WholeShortenedOrPasted_FindsTheInspection()
    {
        var id = await PlanAsync("888", lead: null);
        await PlanAsync("301", lead: null);
        foreach (var typed in (string[])[id.ToString(), id.ToString("N").ToUpperInvariant(), id.ToString()[..18], $"http://localhost:5080/inspections/{id}/history?done=x"])
        {
            Assert.Contains($"/inspections/{id}", Links(await SearchAsync(typed)));
        }

        Assert.Empty(Links(await SearchAsync(Guid.NewGuid().ToString())));
        Assert.Empty(Links(await SearchAsync("ffffffff")));
    }

    [Fact]
    public async Task Search_AnAreaWithInspections_ListsThoseThatGoOnFirst()
    {
        var first = await PlanAsync("888", lead: null);
        await _host.Get<InspectionStore>().RecordAsync(first, Recorder.Coordinator, (_, _, now) => new InspectionWithdrawn(now, "Planned twice"));
        var second = await PlanAsync("888", lead: null);

        Assert.Equal([$"/inspections/{second}", $"/inspections/{first}"], Links(await SearchAsync("lancashire")).Where(link => link.StartsWith("/inspections/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Search_MoreThanFits_SaysHowManyAndLeadsToAll()
    {
        var page = await SearchAsync("or");

        var count = LocalAuthorities.All.Count(area => AreaSearch.IsMeant(area, "or"));
        Assert.InRange(count, 21, 153);
        Assert.Contains($"Show all {count}", Words(page), StringComparison.Ordinal);
        Assert.Contains("/areas?text=or", Links(page));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("x", "Enter at least 2 characters")]
    [InlineData("zzzz", null)]
    public async Task Search_WhatCannotBeFound_IsKeptAndAnsweredInASentence(string typed, string? error)
    {
        var page = await SearchAsync(typed);

        Assert.Equal(error is null ? [] : [error], page.QuerySelectorAll(".govuk-error-summary li").Select(item => item.TextContent.Trim()));
        Assert.Equal(typed, page.QuerySelector("main input[name=q]")!.GetAttribute("value") ?? "");
        Assert.Equal(typed.Length > 2, Words(page).Contains($"Nothing is called “{typed}”", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Search_ATextThatIsTooLong_IsRefused()
    {
        var page = await SearchAsync(new string('a', 201));

        Assert.Contains("Enter at most 200 characters", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Inspector)]
    public async Task Header_OfEveryRole_HoldsTheSearch(Role role)
    {
        var page = await (await _host.VisitorAsync(role)).OpenAsync("/inspections?q=other");

        var form = page.QuerySelector("header form[action='/search'][method=get]")!;
        Assert.Equal("", form.QuerySelector("input[name=q]")!.GetAttribute("value") ?? "");
        Assert.Null((await _host.NewVisitor().OpenAsync("/help")).QuerySelector("form[action='/search']"));
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> SearchAsync(string typed) => await (await _host.VisitorAsync(Role.Reader)).OpenAsync($"/search?q={Uri.EscapeDataString(typed)}");

    private async Task<Guid> PlanAsync(string area, Mailbox? lead) => Assert.IsType<Recording.Recorded>(await _host.Get<InspectionStore>().PlanAsync(
        area, InspectionKind.Full, new LocalDate(2025, 9, 22), Recorder.Coordinator, lead)).Inspection.Id;

    private static List<string> Links(AngleSharp.Html.Dom.IHtmlDocument page) =>
        [.. page.QuerySelectorAll("main .search__list a, main table a, main p a[href*='text=']").Select(link => link.GetAttribute("href")!)];

    private static List<string> People(AngleSharp.Html.Dom.IHtmlDocument page) =>
        [.. page.QuerySelectorAll("h2").Where(heading => heading.TextContent == "People").SelectMany(heading => heading.NextElementSibling!.QuerySelectorAll("li"))
            .Select(item => string.Join(' ', item.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private static string Words(AngleSharp.Html.Dom.IHtmlDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
