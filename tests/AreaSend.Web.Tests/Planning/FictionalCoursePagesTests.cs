using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using AreaSend.Testing;
using AreaSend.Web.Tests.Components.Forms;
using AreaSend.Web.Tests.Shell;
using NodaTime;

namespace AreaSend.Web.Tests.Planning;

/// <summary>Both kinds of the edition that stands in test code alone, from the form that plans them to their end: people do all they do on the pages.</summary>
public sealed partial class FictionalCoursePagesTests : IDisposable
{
    private const string Plan = "/inspections/plan";

    private static readonly LocalTime Start = new(8, 30);
    private static readonly LocalTime Noon = new(12, 0);
    private static readonly LocalTime Close = new(16, 30);

    private readonly MailTray _mail = new();
    private readonly EmptyStoreHost _host;

    public FictionalCoursePagesTests() => _host = new EmptyStoreHost { Editions = FictionalEdition.Editions, Mail = _mail };

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task ShortVisit_PlannedAndRecordedByForms_IsCompleteWithItsLetter()
    {
        var (visitor, address, page) = await PlannedAsync(FictionalEdition.ShortVisit);
        Assert.Contains("Short visit, under the edition of 1 June 2025: in force on notification day, Monday 8 September 2025", Words(page.Body!), StringComparison.Ordinal);
        Assert.Equal(
            [
                "Director of children's services notified | Mon 8 Sep 2025, 8:30am",
                "Inspectors come on site | Mon 29 Sep 2025",
                "Last day of the visit | Tue 30 Sep 2025",
                "Draft letter shared | Thu 9 Oct 2025",
                "Letter sent | Thu 16 Oct 2025",
            ],
            Rows(page));
        Assert.Contains("Director of children's services notified", await WorklistAsync(visitor), StringComparison.Ordinal);

        await PassAsync(2025, 9, 8, Start);
        Assert.Equal("notification:dcs", Assert.Single(_mail.Sent).Key.Split(':', 2)[1]);
        await PassAsync(2025, 9, 29, Start);
        Assert.Contains("Last day of the visit", await WorklistAsync(visitor), StringComparison.Ordinal);
        await PassAsync(2025, 9, 30, Close);

        await PassAsync(2025, 10, 8, Noon);
        Assert.Contains("Draft letter shared", await WorklistAsync(visitor), StringComparison.Ordinal);
        await RecordAsync(visitor, address, "draft-shared");
        Assert.Contains("Letter sent | Wed 15 Oct 2025", Rows(await visitor.OpenAsync(address)));

        await PassAsync(2025, 10, 14, Noon);
        Assert.Contains("Letter sent", await WorklistAsync(visitor), StringComparison.Ordinal);
        Assert.Null((await visitor.OpenAsync($"{address}/record/final-shared")).QuerySelector("[name='Form.Outcome']"));
        await RecordAsync(visitor, address, "final-shared");

        Assert.Equal("Complete", Words((await visitor.OpenAsync(address)).QuerySelector("h1 .govuk-tag")!));
        Assert.Contains("Nothing is owed on this inspection now.", Words((await visitor.OpenAsync(address)).Body!), StringComparison.Ordinal);
        Assert.DoesNotContain("Lancashire", await WorklistAsync(visitor), StringComparison.Ordinal);
        Assert.Equal(
            [
                "Inspection planned | Monday 1 September 2025, 8am",
                "Leaders notified | Monday 8 September 2025, 8:30am",
                "Inspectors came on site | Monday 29 September 2025, 8:30am",
                "On-site days ended | Tuesday 30 September 2025, 4:30pm",
                "Draft letter shared | Wednesday 8 October 2025, 12pm",
                "Final letter shared | Tuesday 14 October 2025, 12pm",
            ],
            await HistoryAsync(visitor, address));
        Assert.Single(_mail.Sent);
    }

    [Fact]
    public async Task Full_PlannedAndRecordedByForms_KeepsItsNoticeItsHoursAndItsAnnexAToItsEnd()
    {
        var (visitor, address, page) = await PlannedAsync(InspectionKind.Full);
        Assert.Contains("Full inspection, under the edition of 1 June 2025: in force on notification day, Monday 8 September 2025", Words(page.Body!), StringComparison.Ordinal);
        Assert.Contains("15 working days after notification day, as planned.", Words(page.Body!), StringComparison.Ordinal);
        Assert.DoesNotContain("10 working days after notification day", Words(page.Body!), StringComparison.Ordinal);
        Assert.Equal(
            ["Director of children's services notified | Mon 8 Sep 2025, 8:30am", "Surveys close | Tue 16 Sep 2025, 8:30am", "Inspectors come on site | Mon 29 Sep 2025"],
            Rows(page).Where(row => row.StartsWith("Director", StringComparison.Ordinal) || row.StartsWith("Surveys close", StringComparison.Ordinal) || row.StartsWith("Inspectors", StringComparison.Ordinal)));

        await PassAsync(2025, 9, 8, Start);
        await PassAsync(2025, 9, 8, Noon);
        await RecordAsync(visitor, address, "lano-nominated", ("Form.Name", "Fictional Officer"), ("Form.Email", "officer@example.org"));
        var officer = _host.NewVisitor();
        await officer.PostAsync(Link().Match(_mail.Sent.Single(mail => mail.Key.Contains(":lano-invitation", StringComparison.Ordinal)).Text).Value);
        foreach (var items in (IHtmlDocument[])[await officer.OpenAsync("/lano"), await visitor.OpenAsync($"{address}/documents"), await visitor.OpenAsync($"{address}/record/items-received")])
        {
            Assert.Contains("2.3: Personal budgets", Words(items.Body!), StringComparison.Ordinal);
            Assert.DoesNotContain("2.4: ", Words(items.Body!), StringComparison.Ordinal);
            Assert.DoesNotContain("Tribunals", Words(items.Body!), StringComparison.Ordinal);
        }

        await PassAsync(2025, 9, 9, Noon);
        await RecordAsync(visitor, address, "children-selected", ("Form.Children", "1"));
        var asked = (await visitor.OpenAsync($"{address}/record/items-received")).QuerySelectorAll("[name='Form.Items']").Select(box => ("Form.Items", box.GetAttribute("value")!));
        await RecordAsync(visitor, address, "items-received", [.. asked]);
        Assert.Contains("Every item of Annex A has come in.", Words((await visitor.OpenAsync($"{address}/record/items-received")).Body!), StringComparison.Ordinal);
        foreach (var (month, day, hour) in ((int, int, LocalTime)[])[(9, 16, Start), (9, 18, Start), (9, 29, Start), (10, 3, Close)])
        {
            await PassAsync(2025, month, day, hour);
        }

        await PassAsync(2025, 10, 22, Noon);
        Assert.Contains("Draft report shared", await WorklistAsync(visitor), StringComparison.Ordinal);
        await RecordAsync(visitor, address, "draft-shared");
        await PassAsync(2025, 11, 12, Noon);
        await RecordAsync(visitor, address, "final-shared", ("Form.Outcome", "1"));
        await PassAsync(2025, 11, 24, Noon);
        await RecordAsync(visitor, address, "published", ("Form.Link", "https://reports.example.org/888"));
        await PassAsync(2025, 12, 19, Noon);
        await RecordAsync(visitor, address, "plan-published", ("Form.Link", "https://plans.example.org/888"));

        Assert.Equal("Complete", Words((await visitor.OpenAsync(address)).QuerySelector("h1 .govuk-tag")!));
        Assert.Equal(
            [
                "Inspection planned | Monday 1 September 2025, 8am",
                "Leaders notified | Monday 8 September 2025, 8:30am",
                "Local area nominated officer named: Fictional Officer | Monday 8 September 2025, 12pm",
                "1 children and young people selected for tracking | Tuesday 9 September 2025, 12pm",
                "42 Annex A items received | Tuesday 9 September 2025, 12pm", // 10 at once, 25 of 2.1 to 6.4 without 2.4, 7 for the child
                "Surveys closed | Tuesday 16 September 2025, 8:30am",
                "Off-site fieldwork began | Thursday 18 September 2025, 8:30am",
                "Inspectors came on site | Monday 29 September 2025, 8:30am",
                "On-site days ended with the feedback meeting | Friday 3 October 2025, 4:30pm",
                "Draft report shared | Wednesday 22 October 2025, 12pm",
                "Final report shared | Wednesday 12 November 2025, 12pm",
                "Report published | Monday 24 November 2025, 12pm",
                "Report sent to those the regulations name | Monday 24 November 2025, 12pm",
                "Plan published | Friday 19 December 2025, 12pm",
            ],
            await HistoryAsync(visitor, address));
    }

    /// <summary>Ten working days would be enough elsewhere.</summary>
    [Fact]
    public async Task Plan_LessThanTheEditionsNotice_IsRefusedWithItsNumber()
    {
        var visitor = await _host.CoordinatorAsync();

        var page = await Visitor.ReadAsync(await visitor.PostAsync(Plan, [("Form.Area", "888"), ("Form.Kind", InspectionKind.Full), .. FormsHost.Date("Form.OnSite", new LocalDate(2025, 9, 15))]));

        Assert.Contains("15 working days' notice, so inspectors can come on site on Monday 22 September 2025", page.QuerySelector("#Form-OnSite-error")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Previewed and planned by the form, on site from Monday 29 September 2025: the page that this leads to.</summary>
    private async Task<(Visitor Visitor, string Address, IHtmlDocument Page)> PlannedAsync(string kind)
    {
        await _host.EnterContactsAsync();
        var visitor = await _host.CoordinatorAsync();
        (string, string)[] answers = [("Form.Area", "888"), ("Form.Kind", kind), .. FormsHost.Date("Form.OnSite", new LocalDate(2025, 9, 29))];

        var preview = await Visitor.ReadAsync(await visitor.PostAsync(Plan, [.. answers, ("Form.Intent", "preview")]));
        Assert.Contains("Leaders are notified on Monday 8 September 2025, 8:30am.", Words(preview.Body!), StringComparison.Ordinal);
        var planned = await visitor.SendAsync(Plan, preview, "plan", [.. answers, ("Form.Intent", "plan")]);

        var leadsTo = planned.Headers.Location!.ToString();
        return (visitor, leadsTo.Split('?')[0], await visitor.OpenAsync(leadsTo));
    }

    /// <summary>Something that happened just now, recorded by its form and confirmed.</summary>
    private async Task RecordAsync(Visitor visitor, string address, string action, params (string, string)[] typed)
    {
        var form = $"{address}/record/{action}";
        var preview = await Visitor.ReadAsync(await visitor.SendAsync(form, "record", [.. typed, .. FormsHost.Date("Form.Day", LondonTime.DateOf(_host.Clock.GetCurrentInstant()))]));
        Assert.Empty(preview.QuerySelectorAll(".govuk-error-summary li").Select(Words));
        var recorded = await visitor.SendAsync(form, preview, "record", ("Form.Intent", "confirm"));
        Assert.Equal((HttpStatusCode.Redirect, true), (recorded.StatusCode, recorded.Headers.Location!.ToString().Contains($"recorded={action}", StringComparison.Ordinal)));
        await _host.AdvanceAsync(_host.Clock.GetCurrentInstant());
    }

    private Task PassAsync(int year, int month, int day, LocalTime hour) => _host.AdvanceAsync(LondonTime.At(new LocalDate(year, month, day), hour));

    private static async Task<string> WorklistAsync(Visitor visitor) => Words((await visitor.OpenAsync("/")).QuerySelector("main")!);

    /// <summary>What happened, oldest first; of e-mails other tests tell.</summary>
    private static async Task<List<string>> HistoryAsync(Visitor visitor, string address) =>
    [
        .. (await visitor.OpenAsync($"{address}/history")).QuerySelectorAll(".moj-timeline__item")
            .Select(item => $"{Words(item.QuerySelector(".moj-timeline__title")!)} | {Words(item.QuerySelector(".moj-timeline__date")!)}")
            .Where(line => !line.Contains("fell due", StringComparison.Ordinal))
            .Reverse(),
    ];

    private static List<string> Rows(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("table.timetable tbody tr").Select(row => $"{Words(row.QuerySelector("th")!)} | {(row.QuerySelector("time") is { } due ? Words(due) : "")}")];

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("/lano/enter\\?link=[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();
}
