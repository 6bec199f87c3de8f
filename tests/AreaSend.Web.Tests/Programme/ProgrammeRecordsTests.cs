using System.IO.Compression;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AreaSend.Core.Timetables;
using AreaSend.Services.Programme;
using AreaSend.Services.Store;
using AreaSend.Web.Tests.Components.Forms;
using AreaSend.Web.Tests.Shell;
using NodaTime;

namespace AreaSend.Web.Tests.Programme;

/// <summary>What people record about the national programme, bring into it and take out of it. The clock stands on 1 September 2025.</summary>
public sealed class ProgrammeRecordsTests
{
    // Somerset had not been inspected.
    private const string Somerset = "/programme/933";

    [Fact]
    public async Task ADecisionOfTheRegionalDirector_BringsForwardUntilItIsWithdrawn()
    {
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();
        var answer = await visitor.PostAsync($"{Somerset}/bring-forward", Decision(new(2025, 8, 20), new(2026, 3, 31), "=Complaints have doubled"));

        var page = await visitor.OpenAsync(answer.Headers.Location!.ToString());
        var words = Words(page.QuerySelector("main")!);
        Assert.Contains("The decision has been recorded", words, StringComparison.Ordinal);
        Assert.Contains("Full inspection by Tuesday 31 March 2026", words, StringComparison.Ordinal);
        Assert.Contains("Brought forward by the regional director on Wednesday 20 August 2025: =Complaints have doubled", words, StringComparison.Ordinal);
        Assert.Contains("Handbook, paragraphs 19 and 21.", words, StringComparison.Ordinal);
        Assert.Contains("Monday 1 September 2025, 8am, by Coordinator", words, StringComparison.Ordinal);
        Assert.Contains("Friday 31 December 2027: No full inspection yet", words, StringComparison.Ordinal);

        await visitor.PostAsync(page.QuerySelector("a[href$='/withdraw']")!.GetAttribute("href")!);
        var after = Words((await visitor.OpenAsync(Somerset)).QuerySelector("main")!);
        Assert.Contains("Full inspection by Friday 31 December 2027", after, StringComparison.Ordinal);
        Assert.Contains("Withdrawn Monday 1 September 2025, 8am, by Coordinator", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-09-02", "2026-03-31", "A concern", "Day of the decision must be today or in the past")]
    [InlineData("2025-08-20", "2025-08-19", "A concern", "Last day for the inspection must be the same as or after the day of the decision")]
    [InlineData("2025-08-20", "2027-12-31", "A concern", "The full inspection is due by Friday 31 December 2027 anyway. Enter an earlier day")]
    [InlineData("2025-08-20", "2026-03-31", "", "Enter the reason that the regional director gives")]
    public async Task ADecision_ThatCannotBe_IsRefused(string decided, string by, string reason, string sentence)
    {
        using var host = new EmptyStoreHost();
        var page = await Visitor.ReadAsync(await (await host.CoordinatorAsync()).PostAsync($"{Somerset}/bring-forward", Decision(Day(decided), Day(by), reason)));

        Assert.Equal([sentence], page.QuerySelectorAll(".govuk-error-summary li").Select(Words));
    }

    /// <summary>¶ 21: a serious concern may lead to a monitoring inspection where none was due.</summary>
    [Fact]
    public async Task ADecisionOnAMonitoringInspection_IsDueBesideTheFullOne()
    {
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();
        var undecided = await Visitor.ReadAsync(await visitor.PostAsync($"{Somerset}/bring-forward", [.. Decision(new(2025, 8, 20), new(2026, 3, 31), "A concern")[1..]]));
        Assert.Equal(["Select which inspection it is about"], undecided.QuerySelectorAll(".govuk-error-summary li").Select(Words));

        (string, string)[] decision = [("Form.What", "Monitoring"), .. Decision(new(2025, 8, 20), new(2026, 3, 31), "Complaints have doubled")[1..]];
        var page = await visitor.OpenAsync((await visitor.PostAsync($"{Somerset}/bring-forward", decision)).Headers.Location!.ToString());
        var words = Words(page.QuerySelector("main")!);
        Assert.Contains("Full inspection by Friday 31 December 2027", words, StringComparison.Ordinal);
        Assert.Contains("Monitoring inspection by Tuesday 31 March 2026", words, StringComparison.Ordinal);
        Assert.Contains("A monitoring inspection by decision of the regional director on Wednesday 20 August 2025: Complaints have doubled", words, StringComparison.Ordinal);

        var later = await Visitor.ReadAsync(await visitor.PostAsync($"{Somerset}/bring-forward", decision));
        Assert.Equal(["The monitoring inspection is due by Tuesday 31 March 2026 anyway. Enter an earlier day"], later.QuerySelectorAll(".govuk-error-summary li").Select(Words));
    }

    [Fact]
    public async Task FourMonitoringVisitsInAYear_AreAClashWithTheirDays()
    {
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();
        await host.PlannedAsAsync(InspectionKind.Monitoring); // on site from 22 September 2025
        foreach (var day in (LocalDate[])[new(2024, 11, 5), new(2025, 2, 4), new(2025, 6, 3)])
        {
            Assert.Equal(HttpStatusCode.Redirect, (await visitor.PostAsync("/programme/888/ilacs-visit", FormsHost.Date("Form.First", day))).StatusCode);
        }

        var weekend = await Visitor.ReadAsync(await visitor.PostAsync("/programme/888/ilacs-visit", [.. FormsHost.Date("Form.First", new(2025, 8, 9)), .. FormsHost.Date("Form.Last", new(2025, 8, 10))]));
        Assert.Contains("First day of the visit must be from Monday to Friday; Saturday 9 August 2025 is not", Words(weekend.QuerySelector(".govuk-error-summary")!), StringComparison.Ordinal);
        Assert.Contains("Last day of the visit must be from Monday to Friday; Sunday 10 August 2025 is not", Words(weekend.QuerySelector(".govuk-error-summary")!), StringComparison.Ordinal);
        var again = await Visitor.ReadAsync(await visitor.PostAsync("/programme/888/ilacs-visit", FormsHost.Date("Form.First", new(2025, 6, 3))));
        Assert.Equal(["A visit on these days is recorded already"], again.QuerySelectorAll(".govuk-error-summary li").Select(Words));

        var load = await visitor.OpenAsync("/programme/load");
        Assert.Contains(
            "4 monitoring visits within 12 months, from Tuesday 5 November 2024 to Tuesday 23 September 2025: usually there are no more than 3 over both frameworks",
            Words(load.QuerySelector("main")!), StringComparison.Ordinal);

        // Taken out, it counts no more.
        var area = await visitor.OpenAsync("/programme/888");
        await visitor.PostAsync(area.QuerySelectorAll("a[href$='/remove']")[^1].GetAttribute("href")!);
        Assert.DoesNotContain("4 monitoring visits", Words((await visitor.OpenAsync("/programme/load")).QuerySelector("main")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_SaysWhoIsOnSiteWhenAndWhatClashes()
    {
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();
        await host.PlannedAsync("301");
        await host.PlannedAsync("302", isLed: false);
        await host.Get<SchoolHolidays>().AddAsync("302", new("Autumn holiday", new LocalDate(2025, 9, 26), new LocalDate(2025, 9, 30)));

        var page = await visitor.OpenAsync("/programme/load");
        var week = Assert.Single(page.QuerySelectorAll("tbody tr"), row => Words(row).StartsWith("Mon 22 Sep 2025 2", StringComparison.Ordinal));
        Assert.Contains("Full inspection, Mon 22 Sep 2025 to Fri 26 Sep 2025. Led by Fictional Lead. London.", Words(week), StringComparison.Ordinal);
        Assert.Contains("No lead inspector named.", Words(week), StringComparison.Ordinal);
        Assert.Contains("School holidays during the full inspection, Mon 22 Sep 2025 to Fri 26 Sep 2025: Autumn holiday", Words(page.QuerySelector("main")!), StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelector("svg[role=img]")!.GetAttribute("aria-label")!);
    }

    [Fact]
    public async Task Quarters_CountEachInspectionOnce()
    {
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();
        var page = await visitor.OpenAsync("/programme/quarters");
        var view = await host.Get<NationalProgramme>().ReadAsync();

        var total = page.QuerySelectorAll("tbody td:last-child").Sum(cell => int.Parse(cell.TextContent.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(view.Areas.Sum(area => area.Due.Count), total);
        Assert.Contains("Oct to Dec 2025", page.QuerySelectorAll("tbody th").Select(Words));
    }

    [Fact]
    public async Task History_IsShownFirstAndBroughtInWhole()
    {
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();
        const string file = "area,kind,on_site_starts,on_site_ends,result,published\n"
            + "933,full,2025-03-03,2025-03-07,2,2025-05-14\n"
            + "888,monitoring,2025-06-03,2025-06-04,effective,2025-08-01\n"
            + "873,full,2025-02-03,2025-02-07,2,2025-05-13\n"
            + "891,full,2023-01-30,2023-02-03,3,2023-05-16\n";

        var preview = await SendAsync(visitor, file);
        var words = Words(preview.QuerySelector("main")!);
        Assert.Contains("3 lines are new or say more than what is on record; 1 known already.", words, StringComparison.Ordinal);
        Assert.Contains("Somerset Full inspection by Fri 31 Dec 2027 Full inspection by Tue 7 Mar 2028 Outcome 2", words, StringComparison.Ordinal);
        Assert.Contains("On record: Full inspection, outcome 2, published Tue 13 May 2025. Published record.", words, StringComparison.Ordinal);
        Assert.Empty(await host.Get<ProgrammeBook>().EntriesAsync());

        var answer = await visitor.SendAsync("/programme/history", preview, "history", ("Form.Intent", "bring-in"));
        Assert.Contains("3 lines have been brought in", Words((await visitor.OpenAsync(answer.Headers.Location!.ToString())).QuerySelector("main")!), StringComparison.Ordinal);
        var somerset = Words((await visitor.OpenAsync(Somerset)).QuerySelector("main")!);
        Assert.Contains("Full inspection by Tuesday 7 March 2028", somerset, StringComparison.Ordinal);
        Assert.Contains("Mon 3 Mar 2025 to Fri 7 Mar 2025 Outcome 2 Wed 14 May 2025 Brought in from a file", somerset, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_WithOneMistake_KeepsNothing()
    {
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();
        var page = await SendAsync(visitor, "area,kind,published,result\n933,full,2025-05-14,2\n=cmd|' /C calc'!A0,full,2025-05-14,2\n935,full,2025-05-14,7\n");

        Assert.Equal(["Line 3", "Line 4"], page.QuerySelectorAll("tbody th").Select(Words));
        Assert.Empty(page.QuerySelectorAll("button[value=bring-in]"));

        // Not even by somebody who makes the form up.
        await visitor.SendAsync("/programme/history", page, "history", ("Form.Intent", "bring-in"), ("Form.Text", "area,kind,published,result\n933,full,2025-05-14,2\n935,full,2025-05-14,7\n"), ("Version", await host.Get<ProgrammeBook>().VersionAsync()));
        Assert.Empty(await host.Get<ProgrammeBook>().EntriesAsync());
    }

    [Theory]
    [InlineData("PK\u0003\u0004\0\0", "This is not a text file. Open it in Excel, save it as CSV, and choose that")]
    [InlineData("", "Choose a CSV file")]
    public async Task History_ThatIsNoText_IsRefused(string content, string sentence)
    {
        using var host = new EmptyStoreHost();
        var page = await SendAsync(await host.CoordinatorAsync(), content);

        Assert.Equal([sentence], page.QuerySelectorAll(".govuk-error-summary li").Select(Words));
    }

    [Fact]
    public async Task Files_HoldWhatIsListedAndNoFormula()
    {
        using var host = new EmptyStoreHost();
        var visitor = await host.CoordinatorAsync();
        await visitor.PostAsync($"{Somerset}/bring-forward", Decision(new(2025, 8, 20), new(2026, 3, 31), "=HYPERLINK(1)"));

        var csv = await visitor.Client.GetStringAsync("/programme.csv?region=South West&after=BroughtForward");
        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Contains("\"933\",\"Somerset\",\"South West\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"2026-03-31\",\"Brought forward by the regional director on Wednesday 20 August 2025: =HYPERLINK(1)", lines[1], StringComparison.Ordinal);

        using var workbook = new ZipArchive(await visitor.Client.GetStreamAsync("/programme.xlsx"));
        Assert.Equal(["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"], workbook.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("xl/worksheets/", StringComparison.Ordinal)));
        using var sheet = new StreamReader(workbook.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = await sheet.ReadToEndAsync();
        Assert.Equal(154, xml.Split("<row ").Length - 1);
        Assert.DoesNotContain("<f>", xml, StringComparison.Ordinal);

        // What goes out can come in: nothing of it is new.
        var history = HistoryFile.Read(await visitor.Client.GetStringAsync("/programme/history.csv"), new LocalDate(2025, 9, 1), new LocalDate(2023, 1, 1));
        Assert.Empty(history.Findings);
        Assert.NotEmpty(history.Lines);
        Assert.Contains("Nothing: every line is on record already.", Words((await SendAsync(visitor, await visitor.Client.GetStringAsync("/programme/history.csv"))).QuerySelector("main")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Propose_IsAcceptedRowByRowThroughThePlanPreview()
    {
        using var host = new EmptyStoreHost();
        await host.EnterContactsAsync("933");
        var visitor = await host.CoordinatorAsync();
        const string address = "/programme/propose?From.Day=5&From.Month=1&From.Year=2026&To.Day=22&To.Month=12&To.Year=2028&PerWeek=2&PerRegion=1&InTerm=yes&LeaveOut=12+1+2026";

        var page = await visitor.OpenAsync(address);
        var rows = page.QuerySelectorAll("table.proposal tbody tr").Select(Words).ToList();
        Assert.Equal(rows, (await visitor.OpenAsync(address)).QuerySelectorAll("table.proposal tbody tr").Select(Words));
        Assert.DoesNotContain(rows, row => row.StartsWith("Mon 12 Jan 2026", StringComparison.Ordinal));
        Assert.All(rows.GroupBy(row => row[..15]), week => Assert.InRange(week.Count(), 1, 2));
        Assert.Contains("It was due by Saturday 16 November 2024, and the first week that can be used begins on Monday 5 January 2026.", Words(page.QuerySelector("main")!), StringComparison.Ordinal);
        var link = Assert.Single(page.QuerySelectorAll("table.proposal a[href^='/inspections/plan?area=933&']")).GetAttribute("href")!;

        var plan = await visitor.OpenAsync(link);
        Assert.Equal("933", plan.QuerySelector("select option[selected]")!.GetAttribute("value"));
        Assert.Equal("full", plan.QuerySelector("input[name='Form.Kind'][checked]")!.GetAttribute("value"));
        (string, string)[] typed =
        [
            ("Form.Area", "933"), ("Form.Kind", "full"), .. plan.QuerySelectorAll<IHtmlInputElement>("input[name^='Form.OnSite.']").Select(input => (input.Name!, input.Value)),
        ];
        Assert.Equal(3, typed.Count(field => field.Item2.Length > 0) - 2);
        var preview = await Visitor.ReadAsync(await visitor.SendAsync("/inspections/plan", plan, "plan", [.. typed, ("Form.Intent", "preview")]));
        await visitor.SendAsync("/inspections/plan", preview, "plan", [.. typed, ("Form.Intent", "plan")]);

        // Planned, it is proposed no more and keeps its place.
        var after = await visitor.OpenAsync(address);
        Assert.Empty(after.QuerySelectorAll("table.proposal a[href^='/inspections/plan?area=933&']"));
        Assert.Contains("Planned already, and left where they are: 1.", Words(after.QuerySelector("main")!), StringComparison.Ordinal);
    }

    /// <summary>Plymouth's monitoring inspection is overdue. It is proposed ten weeks before the full inspection that is planned, or named where there is no such week.</summary>
    [Theory]
    [InlineData(2026, 1, 12, "Mon 6 Oct 2025", null)]
    [InlineData(2025, 11, 17, null, "No week until Monday 8 September 2025 is free, and its full inspection is planned after that.")]
    public async Task Propose_AFullInspectionIsPlanned_HasTheMonitoringInspectionLongBeforeItOrNotAtAll(int year, int month, int day, string? onSite, string? because)
    {
        using var host = new EmptyStoreHost();
        await host.PlannedAsync("879", year, month, day);

        var page = await (await host.CoordinatorAsync()).OpenAsync("/programme/propose?From.Day=6&From.Month=10&From.Year=2025&To.Day=18&To.Month=12&To.Year=2026&PerWeek=3&PerRegion=1");

        var proposed = page.QuerySelectorAll("table.proposal tbody tr").Select(Words).Where(row => row.Contains("Plymouth", StringComparison.Ordinal)).ToList();
        Assert.Equal(onSite is null ? 0 : 1, proposed.Count);
        Assert.All(proposed, row => Assert.StartsWith(onSite!, row, StringComparison.Ordinal));
        Assert.Contains(because ?? "Plymouth", Words(page.QuerySelector("main")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PerWeek=0", "How many inspections on site in one week must be a number from 1 to 153")]
    [InlineData("PerWeek=2&LeaveOut=summer", "“summer” is not a date. Write a day of each week to leave out on a line of its own, like 26 10 2026")]
    [InlineData("PerWeek=2&To.Year=2025", "Last day of the span must be the same as or after the first day")]
    [InlineData("PerWeek=2&To.Year=2029", "would have dates outside 2012 to 2028")]
    public async Task Propose_WhatCannotBe_IsRefused(string typed, string sentence)
    {
        using var host = new EmptyStoreHost();
        var to = typed.Contains("To.Year", StringComparison.Ordinal) ? "" : "&To.Year=2026";
        var page = await (await host.CoordinatorAsync()).OpenAsync($"/programme/propose?From.Day=5&From.Month=1&From.Year=2026&To.Day=22&To.Month=12{to}&{typed}");

        Assert.Contains(sentence, Words(Assert.Single(page.QuerySelectorAll(".govuk-error-summary li"))), StringComparison.Ordinal);
    }

    private static async Task<IHtmlDocument> SendAsync(Visitor visitor, string file)
    {
        var page = await visitor.OpenAsync("/programme/history");
        using var form = new MultipartFormDataContent();
        foreach (var input in page.QuerySelectorAll<IHtmlInputElement>("main form[method=post] input[type=hidden]"))
        {
            form.Add(new StringContent(input.Value), input.Name!);
        }

        form.Add(new StringContent(file), "Form.File", "history.csv");
        return await Visitor.ReadAsync(await visitor.Client.PostAsync("/programme/history", form));
    }

    private static (string, string)[] Decision(LocalDate decided, LocalDate by, string reason) =>
        [("Form.What", "Full"), .. FormsHost.Date("Form.Decided", decided), .. FormsHost.Date("Form.DueBy", by), ("Form.Reason", reason)];

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
