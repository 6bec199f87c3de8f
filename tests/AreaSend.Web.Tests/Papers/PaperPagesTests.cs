using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.Engine;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Ingesting;
using AreaSend.Services.Uploads.Papers;
using AreaSend.Testing;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Lano;
using AreaSend.Web.Tests.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Web.Tests.Papers;

/// <summary>Papers on the pages: put with the fact that they are the paper of, and given to those whose they are.</summary>
public sealed class PaperPagesTests(RoomHost host) : IClassFixture<RoomHost>
{
    private static readonly byte[] Words = Encoding.UTF8.GetBytes("A draft, plainly fictional.");

    [Fact]
    public async Task Record_TheDraftWithItsPaper_ShowsItBeforeAndGivesItAfterwards()
    {
        var inspection = await AfterOnSiteAsync();
        var coordinator = await CoordinatorAsync();
        var address = $"/inspections/{inspection}/record/draft-shared";

        var preview = await Visitor.ReadAsync(await SendAsync(coordinator, address, await coordinator.OpenAsync(address), "record", ("Form.File-draft", "draft.txt", Words)));
        Assert.Contains("draft.txt, 27 bytes", preview.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var recorded = await coordinator.SendAsync(address, preview, "record", ("Form.Intent", "confirm"));

        Assert.Equal(HttpStatusCode.Redirect, recorded.StatusCode);
        await CheckAsync(inspection);
        var page = await coordinator.OpenAsync($"/inspections/{inspection}");
        var link = page.QuerySelectorAll<IHtmlAnchorElement>(".papers a[download]").Single();
        Assert.Equal("Draft report", link.TextContent);
        Assert.Equal(Words, await coordinator.Client.GetByteArrayAsync(link.PathName));

        var officer = await OfficerAsync(inspection);
        var given = (await officer.OpenAsync("/lano")).QuerySelectorAll<IHtmlAnchorElement>("a[download]").Single(one => one.TextContent == "Draft report");
        var answer = await officer.Client.GetAsync(given.PathName);
        Assert.Equal(Words, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(("attachment", "no-store"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Headers.CacheControl!.ToString()));
        Assert.Equal(
            [RecorderRole.Lano, RecorderRole.Coordinator],
            (await host.Services.GetRequiredService<UploadDesk>().AccessAsync(inspection)).Select(access => access.Role));
    }

    [Fact]
    public async Task Record_WithSomethingToPutRight_KeepsTheFile()
    {
        var inspection = await AfterOnSiteAsync();
        var coordinator = await CoordinatorAsync();
        var address = $"/inspections/{inspection}/record/draft-shared";
        var page = await coordinator.OpenAsync(address);
        page.QuerySelector<IHtmlInputElement>("[name='Form.Day.Month']")!.Value = "";

        var again = await Visitor.ReadAsync(await SendAsync(coordinator, address, page, "record", ("Form.File-draft", "draft.txt", Words)));

        Assert.Contains("must include a month", again.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Chosen: draft.txt", again.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(again.QuerySelector("input[type=hidden][name='Form.File-draft.Held']"));
    }

    [Fact]
    public async Task Record_WithoutAPaper_SaysThatItIsNotHere()
    {
        var inspection = await DraftedAsync();

        var row = (await (await CoordinatorAsync()).OpenAsync($"/inspections/{inspection}")).QuerySelector(".papers tbody tr")!;

        Assert.Contains("Not here", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Put it here", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ask the lead inspector for it", (await (await OfficerAsync(inspection)).OpenAsync("/lano")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_SixAtOnceWithOneForm_RecordsOneVersion()
    {
        var inspection = await DraftedAsync();
        var coordinator = await CoordinatorAsync();
        var address = $"/inspections/{inspection}/papers/draft/put";
        var page = await coordinator.OpenAsync(address);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SendAsync(coordinator, address, page, "put", ("Form.File", "draft.txt", Words))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Single(FiledPaper.All((await LoadAsync(inspection)).Case));
    }

    [Fact]
    public async Task Put_WithoutItsVersion_RecordsNothing()
    {
        var inspection = await DraftedAsync();
        var coordinator = await CoordinatorAsync();
        var address = $"/inspections/{inspection}/papers/draft/put";
        var page = await coordinator.OpenAsync(address);
        page.QuerySelector("input[name=Version]")!.Remove();

        await SendAsync(coordinator, address, page, "put", ("Form.File", "draft.txt", Words));

        Assert.Empty(FiledPaper.All((await LoadAsync(inspection)).Case));
    }

    [Fact]
    public async Task Put_NoFile_SaysSo()
    {
        var inspection = await DraftedAsync();
        var coordinator = await CoordinatorAsync();
        var address = $"/inspections/{inspection}/papers/draft/put";

        var page = await Visitor.ReadAsync(await coordinator.SendAsync(address, "put"));

        Assert.Contains("Choose the file", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Reader, false)] // no document and no list
    [InlineData(Role.Inspector, true)]
    public async Task Get_Page_OffersPapersToThoseWhoSeeDocuments(Role role, bool isOffered)
    {
        var inspection = await DraftedAsync();
        await PutAsync(inspection, PaperKind.Draft);

        var page = await (await host.NewVisitor().AsAsync(role)).OpenAsync($"/inspections/{inspection}");

        Assert.Equal(isOffered ? 1 : 0, page.QuerySelectorAll(".papers a[download]").Length);
        Assert.DoesNotContain("/put", page.QuerySelector(".papers")!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("Draft report", page.QuerySelector(".papers")!.TextContent, StringComparison.Ordinal);
    }

    private async Task PutAsync(Guid inspection, PaperKind kind)
    {
        var desk = host.Services.GetRequiredService<PaperDesk>();
        var held = Assert.IsType<UploadEnd.Arrived>(await desk.HoldAsync(inspection, Recorder.Coordinator, kind, "paper.txt", new MemoryStream(Words)));
        Assert.IsType<Recording.Recorded>(await desk.RecordAsync(inspection, Recorder.Coordinator, [], [new HeldPaper(kind, held.Document.Id)], shown: null));
        await CheckAsync(inspection);
    }

    private async Task CheckAsync(Guid inspection)
    {
        foreach (var paper in FiledPaper.All((await LoadAsync(inspection)).Case))
        {
            await host.Services.GetRequiredService<Ingestion>().IngestAsync(paper.Document);
        }
    }

    private async Task<LoadedInspection> LoadAsync(Guid inspection) => (await host.Services.GetRequiredService<InspectionStore>().FindAsync(inspection))!;

    private async Task<Guid> AfterOnSiteAsync()
    {
        var inspection = await host.Services.NotifiedAsync();
        var ends = (await LoadAsync(inspection)).Plan.Marking(Core.Timetables.Anchor.OnSiteEnds)!.DueDate!.Value;
        await host.Services.GetRequiredService<SandboxJourney>().ToAsync(LondonTime.At(ends.PlusDays(10), new LocalTime(12, 0)));
        return inspection;
    }

    private async Task<Guid> DraftedAsync()
    {
        var inspection = await AfterOnSiteAsync();
        Assert.IsType<Recording.Recorded>(await host.Services.GetRequiredService<InspectionStore>().RecordAsync(inspection, Recorder.Coordinator, (_, _, now) => new DraftReportShared(now)));
        return inspection;
    }

    private async Task<Visitor> CoordinatorAsync() => await host.NewVisitor().AsAsync(Role.Coordinator);

    private async Task<Visitor> OfficerAsync(Guid inspection)
    {
        var officer = host.NewVisitor();
        await officer.PostAsync((await host.Services.InvitedAsync(inspection)).PathAndQuery);
        return officer;
    }

    /// <summary>Sends a form with a file, as a browser without JavaScript does: every field as it stands on the page.</summary>
    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, string address, IHtmlDocument page, string form, params (string Field, string Name, byte[] Content)[] files)
    {
        var sent = page.QuerySelectorAll<IHtmlFormElement>("form[method=post]").Single(one => one.QuerySelector($"input[name=_handler][value='{form}']") is not null);
        Assert.Equal("multipart/form-data", sent.Enctype);
        using var content = new MultipartFormDataContent();
        foreach (var input in sent.QuerySelectorAll<IHtmlInputElement>("input").Where(input => input.Type is not "file" and not "checkbox" and not "radio"))
        {
            content.Add(new StringContent(input.Value), $"\"{input.Name}\"");
        }

        foreach (var (field, name, bytes) in files)
        {
            Assert.NotNull(sent.QuerySelector($"input[type=file][name='{field}']"));
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{field}\"", FileName = $"\"{name}\"" };
            content.Add(part);
        }

        return await visitor.Client.PostAsync(address, content);
    }
}
