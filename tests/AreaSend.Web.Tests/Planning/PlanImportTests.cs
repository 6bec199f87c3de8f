using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Web.Planning;
using AreaSend.Web.Tests.Shell;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Web.Tests.Planning;

/// <summary>A plan for many areas from a file. The clock begins on Monday 1 September 2025, 8am.</summary>
public sealed class PlanImportTests : IDisposable
{
    private const string Address = "/inspections/plan/import";
    private const string Headings = "area,kind,on_site_starts,on_site_ends,lead_name,lead_email,lead_telephone";

    private static readonly IReadOnlyList<InspectionType> Kinds = AreaSend2024.Edition.Types;

    private readonly EmptyStoreHost _host = new();

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("888,full,2025-10-06,2025-10-09,Robin Example,robin@example.org,01632 960001", "888 full 2025-10-06 2025-10-09 Robin Example robin@example.org 01632 960001", "all of it")]
    [InlineData("888,,6/10/2025,,,,", "888 full 2025-10-06", "the least, with a day as Excel saves it here")]
    [InlineData("Lancashire,Engagement,2025-10-06,,,,", "888 engagement 2025-10-06", "by name, and another kind")]
    [InlineData("City of Bristol,,2025-10-06,,,,", "801 full 2025-10-06", "a name as it is read")]
    [InlineData("\"Bristol, City of\",,2025-10-06,,,,", "801 full 2025-10-06", "a name as it is published")]
    public void ALine_IsRead(string line, string mark, string reason)
    {
        var file = PlanFile.Read($"{Headings}\r\n{line}\r\n", Kinds);

        Assert.Empty(file.Findings);
        var request = Assert.Single(file.Lines).Request;
        Assert.True(mark == string.Join(' ',
            new[] { request.Area.Code, request.Kind, Iso(request.OnSiteStarts), Iso(request.OnSiteEnds), request.Lead?.Name, request.Lead?.Address, request.LeadTelephone }.Where(part =>
            !string.IsNullOrEmpty(part))), reason);
    }

    [Theory]
    [InlineData(",full,2025-10-06,,,,", "area", "Enter the three-figure code")]
    [InlineData("Narnia,full,2025-10-06,,,,", "area", "There is no area “Narnia”")]
    [InlineData("888,surprise,2025-10-06,,,,", "kind", "There is no kind “surprise”")]
    [InlineData("888,re-visit,2025-10-06,,,,", "kind", "A re-visit is planned on its own page")]
    [InlineData("888,Revisit,2025-10-06,,,,", "kind", "A re-visit is planned on its own page")]
    [InlineData("888,regular,2025-10-06,,,,", "kind", "The kinds are: full, monitoring, engagement, thematic; empty for a full inspection")]
    [InlineData("888,full,,,,,", "on_site_starts", "Enter the first on-site day")]
    [InlineData("888,full,31/9/2025,,,,", "on_site_starts", "is not a date")]
    [InlineData("888,full,2025-10-06,soon,,,", "on_site_ends", "is not a date")]
    [InlineData("888,full,2025-10-06,,Robin Example,,", "lead_email", "Enter the lead inspector's e-mail address")]
    [InlineData("888,full,2025-10-06,,,robin@example.org,", "lead_name", "Enter the lead inspector's name")]
    [InlineData("888,full,2025-10-06,,Robin Example,robin at example,", "lead_email", "")]
    [InlineData("888,full,2025-10-06,,Robin Example,robin@example.org,call me", "lead_telephone", "")]
    [InlineData("888,full,2025-10-06,,,,,more", null, "more cells than there are columns")]
    public void ALine_WithAMistake_IsNamedWithItsColumn(string line, string? column, string sentence)
    {
        var file = PlanFile.Read($"{Headings}\n301,full,2025-10-06,,,,\n{line}\n", Kinds);

        var finding = Assert.Single(file.Findings);
        Assert.Equal((3, column), (finding.Number, finding.Column));
        Assert.Contains(sentence, finding.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "this one is missing")]
    [InlineData("area,kind\n888,full\n", "this one is missing")]
    [InlineData("area,on_site_starts\n", "no line under them")]
    [InlineData("area,on_site_starts,colour\n888,2025-10-06,red\n", "There is no such column")]
    [InlineData("area,on_site_starts\n888,2025-10-06\n888,6/10/2025\n", "Line 2 plans the same")]
    public void AFile_ThatIsNoPlan_SaysWhy(string text, string sentence) =>
        Assert.Contains(PlanFile.Read(text, Kinds).Findings, finding => finding.Sentence.Contains(sentence, StringComparison.Ordinal));

    [Fact]
    public void AFile_ThatIsTooLong_IsCutOffAndSaysSo()
    {
        var file = PlanFile.Read("area,on_site_starts\n" + string.Concat(Enumerable.Range(0, PlanFile.MostLines + 5).Select(day => $"888,{Iso(new LocalDate(2025, 10, 6).PlusDays(day))}\n")), Kinds);

        Assert.Equal((PlanFile.MostLines, 1), (file.Lines.Count, file.Findings.Count));
    }

    [Fact]
    public async Task AFileOfThree_IsShownWithDatesAndMails_ThenPlannedWhole()
    {
        await _host.EnterContactsAsync();
        var visitor = await _host.CoordinatorAsync();
        const string text = $"{Headings}\n888,full,2025-10-06,,Robin Example,robin@example.org,01632 960001\n301,full,2025-10-07,,Robin Example,Robin@example.org,\n302,engagement,2026-01-15,,,,\n";

        // Shown first: nothing is kept.
        var preview = await Visitor.ReadAsync(await visitor.SendFileAsync(Address, "import", text));
        Assert.Contains("3 inspections, on site between Monday 6 October 2025 and Thursday 15 January 2026", Words(preview), StringComparison.Ordinal);
        Assert.Contains("Robin Example would lead two at once, on lines 2 and 3.", Words(preview), StringComparison.Ordinal);
        Assert.Equal(["2", "3", "4"], preview.QuerySelectorAll("table")[0].QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()));
        var alone = await Visitor.ReadAsync(await visitor.SendAsync("/inspections/plan", "plan", ("Form.Area", "888"), ("Form.OnSite.Day", "6"), ("Form.OnSite.Month", "10"), ("Form.OnSite.Year", "2025")));
        var mails = preview.QuerySelectorAll("caption").Single(caption => caption.TextContent == "E-mails of line 2").ParentElement!.QuerySelectorAll("tbody tr");
        Assert.Equal(alone.QuerySelectorAll("details.email").Length, mails.Length);
        Assert.Contains(mails, mail => mail.TextContent.Contains("dcs@example.org", StringComparison.Ordinal));
        Assert.Equal(2, preview.QuerySelectorAll("button[value=plan]").Length);
        Assert.Empty(await RowsAsync());

        // Then planned.
        var answer = await visitor.SendAsync(Address, preview, "import", ("Form.Intent", "plan"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("3 inspections are planned", Words(await visitor.OpenAsync(answer.Headers.Location!.ToString())), StringComparison.Ordinal);
        Assert.Equal(["301 full 2025-10-07", "302 engagement 2026-01-15", "888 full 2025-10-06"], (await RowsAsync()).Select(row => $"{row.Area} {row.Kind} {Iso(row.OnSiteStarts)}"));
        await using var context = _host.Get<StoreDatabase>().Open();
        Assert.Equal(2, await context.People.CountAsync(person => person.Role == RecipientRole.LeadInspector && person.Name == "Robin Example"));
    }

    [Theory]
    [InlineData("301,2025-10-04", "Saturday 4 October 2025 is not a working day", "no working day")]
    [InlineData("301,2025-09-08", "working days' notice", "too soon")]
    [InlineData("301,2069-10-07", "the years whose bank holidays are known", "beyond the calendar")]
    public async Task AFileWithOneBadLine_PlansNothing(string line, string sentence, string reason)
    {
        var visitor = await _host.CoordinatorAsync();

        var page = await Visitor.ReadAsync(await visitor.SendFileAsync(Address, "import", $"area,on_site_starts\n888,2025-10-06\n{line}\n"));

        Assert.True(Words(page).Contains(sentence, StringComparison.Ordinal), reason);
        Assert.Contains("Line 3", page.QuerySelector("tbody th")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("button[value=plan]"));
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task AMonitoringInspection_ThatNoOutcomeDemands_IsAFinding()
    {
        var page = await Visitor.ReadAsync(await (await _host.CoordinatorAsync()).SendFileAsync(Address, "import", "area,kind,on_site_starts\n201,monitoring,2025-10-06\n"));

        Assert.Contains("does not have outcome 3", Words(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheLastLineCannotBeStored_NoneIs()
    {
        var store = _host.Get<InspectionStore>();
        var (one, version) = (Guid.CreateVersion7(), await store.VersionOfOpenAsync(["888", "301"]));
        PlanOrder Order(string area, Guid id) => new(id, area, InspectionKind.Full, new LocalDate(2025, 10, 6), null, null, null, null);

        // Two with one identifier: the second cannot be stored.
        await Assert.ThrowsAnyAsync<Exception>(() => store.PlanAllAsync([Order("888", one), Order("301", one)], Recorder.Coordinator, version));
        Assert.Empty(await RowsAsync());

        // Nor is any where one of them is refused.
        Assert.NotNull(await store.PlanAllAsync([Order("888", one), Order("999", Guid.CreateVersion7())], Recorder.Coordinator, version));
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task ContactsThatChangedMeanwhile_AreShownBeforeAnythingIsPlanned()
    {
        var visitor = await _host.CoordinatorAsync();
        var preview = await Visitor.ReadAsync(await visitor.SendFileAsync(Address, "import", "area,on_site_starts\n888,2025-10-06\n"));
        await _host.EnterContactsAsync();

        var again = await Visitor.ReadAsync(await visitor.SendAsync(Address, preview, "import", ("Form.Intent", "plan")));

        Assert.Contains("have become others since you saw them", Words(again), StringComparison.Ordinal);
        Assert.Empty(await RowsAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SendAsync(Address, again, "import", ("Form.Intent", "plan"))).StatusCode);
    }

    [Fact]
    public async Task NoFile_IsAskedFor()
    {
        var visitor = await _host.CoordinatorAsync();

        Assert.Contains("Choose a CSV file", Words(await Visitor.ReadAsync(await visitor.SendAsync(Address, "import"))), StringComparison.Ordinal);
        Assert.Contains("This is not a text file", Words(await Visitor.ReadAsync(await visitor.SendFileAsync(Address, "import", "PK\0\0"))), StringComparison.Ordinal);
    }

    private async Task<List<InspectionRow>> RowsAsync()
    {
        await using var context = _host.Get<StoreDatabase>().Open();
        return await context.Inspections.AsNoTracking().OrderBy(row => row.Area).ToListAsync();
    }

    private static string? Iso(LocalDate? day) => day is { } date ? LocalDatePattern.Iso.Format(date) : null;

    private static string Words(IHtmlDocument page) => string.Join(' ', page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
