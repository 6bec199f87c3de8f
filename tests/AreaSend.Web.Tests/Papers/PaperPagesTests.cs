using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Ingesting;
using AreaSend.Services.Uploads.Papers;
using AreaSend.Testing;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Lano;
using AreaSend.Web.Tests.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Web.Tests.Papers;

/// <summary>Papers on the pages: put with the fact that they are the paper of, and given to those whose they are.</summary>
public sealed class PaperPagesTests(PaperHost papers) : IClassFixture<PaperHost>
{
    private readonly PortalHost _host = papers.Host;

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
            (await _host.Services.GetRequiredService<DocumentUploads>().AccessAsync(inspection)).Select(access => access.Role));
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

        var page = await (await _host.NewVisitor().AsAsync(role)).OpenAsync($"/inspections/{inspection}");

        Assert.Equal(isOffered ? 1 : 0, page.QuerySelectorAll(".papers a[download]").Length);
        Assert.DoesNotContain("/put", page.QuerySelector(".papers")!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("Draft report", page.QuerySelector(".papers")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandIn_Comments_RecordsThemAndGivesAReceiptAndAnEmailWithoutTheirContent()
    {
        var inspection = await DraftedAsync();
        var officer = await OfficerAsync(inspection);
        var link = (await officer.OpenAsync("/lano")).QuerySelectorAll<IHtmlAnchorElement>("a").Single(one => one.PathName.EndsWith("/hand-in", StringComparison.Ordinal));
        Assert.Equal("Hand in: comments on the draft report", link.TextContent);

        var answer = await HandInAsync(officer, link.PathName, ("Fictional comments.txt", Words));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Single((await LoadAsync(inspection)).Case.Events, recorded => recorded.Event is CommentsReceived);
        await CheckAsync(inspection);
        var receipt = (await officer.OpenAsync(answer.Headers.Location!.ToString())).QuerySelector("main")!.TextContent;
        Assert.Contains("Fictional comments.txt", receipt, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Words)), receipt, StringComparison.Ordinal);
        Assert.Contains("Hand in a later version: comments on the draft report", (await officer.OpenAsync("/lano")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await _host.Services.GetRequiredService<DueWorkRunner>().RunAsync(_host.Services.GetRequiredService<SandboxClock>().GetCurrentInstant());
        var mail = await MimeKit.MimeMessage.LoadAsync(_host.Services.MailsOf(inspection, "handed-in").Single());
        Assert.Contains("comments on the draft report", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Fictional comments", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandIn_NoFile_SaysSoAndRecordsNothing()
    {
        var inspection = await DraftedAsync();
        var officer = await OfficerAsync(inspection);

        var answer = await HandInAsync(officer, "/lano/papers/comments/hand-in");

        Assert.Contains("Choose the file", (await officer.OpenAsync(answer.Headers.Location!.ToString())).QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain((await LoadAsync(inspection)).Case.Events, recorded => recorded.Event is CommentsReceived);
    }

    [Fact]
    public async Task HandIn_WithoutAToken_IsNotRead()
    {
        var inspection = await DraftedAsync();
        var officer = await OfficerAsync(inspection);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Words), "file", "comments.txt" } };

        var answer = await officer.Client.PostAsync("/lano/papers/comments/files", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain((await LoadAsync(inspection)).Case.Events, recorded => recorded.Event is CommentsReceived);
    }

    /// <summary>A paper of others, and one of another inspection, have no receipt; what is not handed in has no page.</summary>
    [Fact]
    public async Task Get_WhatIsNotTheOfficers_IsNotThere()
    {
        var (inspection, other) = (await DraftedAsync(), await DraftedAsync());
        await _host.Services.GetRequiredService<InspectionStore>().RecordAsync(inspection, Recorder.Coordinator, (_, _, now) => new FinalReportShared(now, new Outcome.Inconsistent()));
        await _host.Services.GetRequiredService<InspectionStore>().RecordAsync(inspection, Recorder.Coordinator, (_, _, now) => new ComplaintReceived(now));
        await PutAsync(inspection, PaperKind.Complaint);
        await PutAsync(other, PaperKind.Draft);
        var officer = await OfficerAsync(inspection);
        var (complaint, draft) = (await PaperAsync(inspection), await PaperAsync(other));

        foreach (var address in (string[])[$"/lano/papers/{complaint}", $"/lano/papers/{complaint}/file", $"/lano/papers/{draft}", $"/lano/papers/{draft}/file", "/lano/papers/draft/hand-in"])
        {
            Assert.Equal((address, HttpStatusCode.NotFound), (address, (await officer.Client.GetAsync(address)).StatusCode));
        }
    }

    [Fact]
    public async Task Get_Archive_HasAFolderForEachItemAndThePapersAndLogsEachFile()
    {
        var (inspection, officer) = await _host.OfficerAsync();
        await PortalHost.PostFilesAsync(officer, ["1.3", "2.4"], ("plan.txt", Words));
        await PortalHost.PostFilesAsync(officer, ["2.4"], ("plan.txt", Words), ("refused.exe", "MZ"u8.ToArray()));
        await PortalHost.PostFilesAsync(officer, ["2.4"], ("plan.txt", Words));
        await _host.DecidedAsync(inspection);

        var coordinator = await CoordinatorAsync();
        Assert.NotNull((await coordinator.OpenAsync($"/inspections/{inspection}/documents")).QuerySelector("a[href$='documents.zip']"));
        await using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(await coordinator.Client.GetByteArrayAsync($"/inspections/{inspection}/documents.zip")));

        Assert.Equal(["1.3/plan.txt", "2.4/plan (2).txt", "2.4/plan.txt", "contents.csv"], archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        using var reader = new StreamReader(archive.GetEntry("contents.csv")!.Open());
        var list = await reader.ReadToEndAsync();
        Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Words)), list, StringComparison.Ordinal);
        Assert.DoesNotContain("refused.exe", list, StringComparison.Ordinal);
        Assert.Equal(3, (await _host.Services.GetRequiredService<DocumentUploads>().AccessAsync(inspection)).Count(access => access.What == AccessRecord.Download));
    }

    [Fact]
    public async Task Get_Room_NamesTheLeadTheNumberAndTheThreeWeeks()
    {
        var (inspection, officer) = await _host.OfficerAsync();
        await _host.Services.GetRequiredService<ContactBook>().NameLeadAsync(inspection, new Services.Mail.Mailbox("Fictional Lead", "lead@example.org"), shown: null, "0300 000 0000");

        var room = (await officer.OpenAsync("/lano")).QuerySelector("main")!.TextContent;

        Assert.Contains("Fictional Lead", room, StringComparison.Ordinal);
        Assert.Contains("0300 000 0000", room, StringComparison.Ordinal);
        Assert.Contains("Surveys close", room, StringComparison.Ordinal);
        Assert.Contains("Parents and carers", room, StringComparison.Ordinal);
    }

    private async Task<Guid> PaperAsync(Guid inspection)
    {
        await using var context = _host.Services.GetRequiredService<StoreDatabase>().Open();
        return await context.Set<AreaSend.Services.Uploads.Document>().Where(row => row.Inspection == inspection && row.Paper != null).Select(row => row.Id).SingleAsync();
    }

    private static async Task<HttpResponseMessage> HandInAsync(Visitor officer, string address, params (string Name, byte[] Content)[] files)
    {
        var sent = (await officer.OpenAsync(address)).QuerySelectorAll<IHtmlFormElement>("form[method=post]").Single(one => one.QuerySelector("[name=file]") is not null);
        using var content = new MultipartFormDataContent();
        foreach (var hidden in sent.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]"))
        {
            content.Add(new StringContent(hidden.Value), $"\"{hidden.Name}\"");
        }

        foreach (var (name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"file\"", FileName = $"\"{name}\"" };
            content.Add(part);
        }

        return await officer.Client.PostAsync(new Uri(sent.Action).PathAndQuery, content);
    }

    private async Task PutAsync(Guid inspection, PaperKind kind)
    {
        var uploads = _host.Services.GetRequiredService<PaperUploads>();
        var held = Assert.IsType<UploadEnd.Arrived>(await uploads.HoldAsync(inspection, Recorder.Coordinator, kind, "paper.txt", new MemoryStream(Words)));
        Assert.IsType<Recording.Recorded>(await uploads.RecordAsync(inspection, Recorder.Coordinator, [], [new HeldPaper(kind, held.Document.Id)], shown: null));
        await CheckAsync(inspection);
    }

    private async Task CheckAsync(Guid inspection)
    {
        foreach (var paper in FiledPaper.All((await LoadAsync(inspection)).Case))
        {
            await _host.Services.GetRequiredService<Ingestion>().IngestAsync(paper.Document);
        }
    }

    private async Task<LoadedInspection> LoadAsync(Guid inspection) => (await _host.Services.GetRequiredService<InspectionStore>().FindAsync(inspection))!;

    private Task<Guid> AfterOnSiteAsync() => papers.AfterOnSiteAsync();

    private async Task<Guid> DraftedAsync()
    {
        var inspection = await AfterOnSiteAsync();
        Assert.IsType<Recording.Recorded>(await _host.Services.GetRequiredService<InspectionStore>().RecordAsync(inspection, Recorder.Coordinator, (_, _, now) => new DraftReportShared(now)));
        return inspection;
    }

    private async Task<Visitor> CoordinatorAsync() => await _host.NewVisitor().AsAsync(Role.Coordinator);

    private async Task<Visitor> OfficerAsync(Guid inspection)
    {
        var officer = _host.NewVisitor();
        await officer.PostAsync((await _host.Services.InvitedAsync(inspection)).PathAndQuery);
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
