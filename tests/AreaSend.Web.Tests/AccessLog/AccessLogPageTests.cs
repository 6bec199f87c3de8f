using System.Net;
using AngleSharp.Dom;
using AreaSend.Core.Inspections;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;

namespace AreaSend.Web.Tests.AccessLog;

/// <summary>The access log over all inspections, for administrators: read, narrowed and taken out as a file.</summary>
public sealed class AccessLogPageTests : IDisposable
{
    private readonly EmptyStoreHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Get_Log_ShowsWhoSawWhatTheLatestFirstAndNamesNoDocument()
    {
        var (first, _) = await LoggedAsync();

        var page = await (await _host.VisitorAsync(Role.Administrator)).OpenAsync("/access-log");

        Assert.Equal(
            ["Inspector, Opened the selection of children and young people, Gone", "Coordinator, Asked for a document that is not to be had, Camden", "Pat Fictional, Lead inspector, Downloaded a document, Lancashire"],
            page.QuerySelectorAll("table tbody tr").Select(row => string.Join(", ", row.QuerySelectorAll("td").Skip(1).Select(cell => cell.TextContent.Trim()))));
        Assert.Contains($"/inspections/{first}", page.QuerySelectorAll("table a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Access log", page.QuerySelectorAll("nav a").Select(link => link.TextContent.Trim()));
    }

    [Theory]
    [InlineData("text=lanca", 1)]
    [InlineData("text=202", 1)]
    [InlineData("role=LeadInspector", 1)]
    [InlineData("what=download-refused", 1)]
    [InlineData("From.Day=2&From.Month=9&From.Year=2025", 2)] // London days, both inclusive.
    [InlineData("To.Day=1&To.Month=9&To.Year=2025", 1)]
    [InlineData("From.Day=2&From.Month=9&From.Year=2025&To.Day=2&To.Month=9&To.Year=2025&role=Coordinator", 1)]
    [InlineData("role=Lano", 0)]
    [InlineData("role=nonsense&what=nonsense", 3)]
    public async Task Get_LogAndFile_UnderAFilter_HaveTheSameLines(string query, int lines)
    {
        await LoggedAsync();
        var administrator = await _host.VisitorAsync(Role.Administrator);

        var page = await administrator.OpenAsync($"/access-log?{query}");
        var file = await administrator.Client.GetAsync($"/access-log.csv?{query}");

        Assert.Equal(lines, page.QuerySelectorAll("table tbody tr").Length);
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal(lines + 1, (await file.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Get_File_HasMomentPersonAndIdentifiers()
    {
        var (first, document) = await LoggedAsync();

        var file = await (await _host.VisitorAsync(Role.Administrator)).Client.GetStringAsync("/access-log.csv?role=LeadInspector");

        Assert.Contains($"\"2025-09-01T07:00:00Z\",\"Pat Fictional, Lead inspector\",\"Lead inspector\",", file, StringComparison.Ordinal);
        Assert.Contains($"\"Downloaded a document\",\"Lancashire\",\"{first}\",\"{document}\"", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Log_WithADateThatIsNone_SaysWhatToPutRightAndKeepsIt()
    {
        var page = await (await _host.VisitorAsync(Role.Administrator)).OpenAsync("/access-log?From.Day=31&From.Month=2&From.Year=2025");

        Assert.Contains("First day must be a real date", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("31", page.QuerySelector("[name='From.Day']")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.LeadInspector)]
    [InlineData(Role.Inspector)]
    [InlineData(Role.Reader)]
    public async Task Get_Log_ByAnotherRole_IsForbidden(Role role)
    {
        var visitor = await _host.VisitorAsync(role);

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Client.GetAsync("/access-log")).StatusCode);
        Assert.DoesNotContain("Access log", (await visitor.OpenAsync("/")).QuerySelectorAll("nav a").Select(link => link.TextContent.Trim()));
    }

    /// <summary>A download by somebody who had signed in, one refused the day after, and a look at the selection of an inspection that is gone.</summary>
    private async Task<(Guid First, Guid Document)> LoggedAsync()
    {
        var (first, second, document) = (await _host.PlannedAsync(), await _host.PlannedAsync("202"), Guid.NewGuid());
        var pat = await _host.Get<Services.Staff.StaffDirectory>().RecogniseAsync("https://issuer.example.org", "pat", "Pat Fictional", "pat@example.org", coordinates: false, _host.Clock.GetCurrentInstant());
        await using var context = _host.Get<StoreDatabase>().Open();
        context.Set<AccessRecord>().AddRange(
            Line(first, AccessRecord.Download, RecorderRole.LeadInspector, pat, document, Duration.Zero),
            Line(second, AccessRecord.DownloadRefused, RecorderRole.Coordinator, null, Guid.NewGuid(), Duration.FromDays(1)),
            Line(Guid.NewGuid(), AccessRecord.Selection, RecorderRole.Inspector, null, null, Duration.FromDays(2)));
        await context.SaveChangesAsync();
        return (first, document);
    }

    private AccessRecord Line(Guid inspection, string what, RecorderRole role, Guid? person, Guid? document, Duration later) =>
        new() { Inspection = inspection, What = what, Role = role, Person = person, Document = document, At = _host.Clock.GetCurrentInstant() + later };
}
