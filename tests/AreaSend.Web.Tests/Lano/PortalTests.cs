using System.Net;
using System.Text;
using AreaSend.Core.Inspections;
using AreaSend.FileChecks;
using AreaSend.Lists.Samples;
using AreaSend.Services.Inspections;
using AreaSend.Services.Uploads;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Web.Tests.Lano;

public class PortalTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly byte[] Words = Encoding.UTF8.GetBytes("Plainly fictional.");

    [Fact]
    public async Task Get_Room_ListsAllItemsByDeadlineOutstandingFirst()
    {
        // Arrange
        var (_, officer) = await host.OfficerAsync();

        // Act
        var page = await officer.OpenAsync("/lano");

        // Assert: two lists, providers and 1.1 to 1.7 the day after; 2.1 to 6.4 on Friday.
        Assert.StartsWith("36 outstanding", page.QuerySelector(".room__count")!.TextContent.Trim());
        Assert.Equal([10, 26], page.QuerySelectorAll("main table.room__table").Select(table => table.QuerySelectorAll("tbody tr").Length));
        var headings = page.QuerySelectorAll("main h2").Select(heading => heading.TextContent.Trim()).ToList();
        Assert.All(headings[..^1], heading => Assert.StartsWith("Due ", heading));
        Assert.Equal("The inspection", headings[^1]);
    }

    [Fact]
    public async Task Post_FilesWithoutJavaScript_ComeInAndAnswerAllTheirItems()
    {
        // Arrange
        var (inspection, officer) = await host.OfficerAsync();

        // Act
        var posted = await PortalHost.PostFilesAsync(officer, ["1.1", "1.2"], ("Struktur \u00fcber Stra\u00dfe.txt", Words), ("empty.txt", []));
        var documents = await host.DecidedAsync(inspection);

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        Assert.Equal("2 of 2 files came in", (await officer.OpenAsync(posted.Headers.Location!.OriginalString)).QuerySelector("h1")!.TextContent);
        Assert.Equal(["Struktur \u00fcber Stra\u00dfe.txt", "empty.txt"], documents.Select(document => document.FileName).Order());
        Assert.StartsWith("34 outstanding", (await officer.OpenAsync("/lano")).QuerySelector(".room__count")!.TextContent.Trim());
        Assert.Contains("1.2: Assessment", (await officer.OpenAsync("/lano/receipts")).QuerySelector("main")!.TextContent);
    }

    [Theory]
    [InlineData("items")]
    [InlineData("files")]
    public async Task Post_WithoutItemsOrFiles_SaysWhatIsMissing(string missing)
    {
        // Arrange
        var (_, officer) = await host.OfficerAsync();

        // Act
        var posted = missing == "items"
            ? await PortalHost.PostFilesAsync(officer, [], ("one.txt", Words))
            : await PortalHost.PostFilesAsync(officer, ["1.1"]);

        // Assert
        Assert.Equal($"/lano/send?missing={missing}", posted.Headers.Location!.OriginalString);
        Assert.NotNull((await officer.OpenAsync(posted.Headers.Location.OriginalString)).QuerySelector(".govuk-error-summary"));
    }

    [Fact]
    public async Task Post_FilesWithoutTheTokenOfAForm_AreRefused()
    {
        // Arrange
        var (inspection, officer) = await host.OfficerAsync();
        using var form = new MultipartFormDataContent { { new StringContent("1.1"), "items" }, { new ByteArrayContent(Words), "files", "one.txt" } };

        // Act
        var answer = await officer.Client.PostAsync("/lano/files", form);

        // Assert
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await host.DecidedAsync(inspection));
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("""{"items":null,"name":"one.txt","size":1}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"items":[null],"name":"one.txt","size":1}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"items":["1.1"],"size":1}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"items":["1.1"],"name":"one.txt","size":-1}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"items":["1.1"],"name":"one.txt","size":1e99}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"items":[],"name":"one.txt","size":1}""", HttpStatusCode.Conflict)]
    [InlineData("""{"items":["1.1/../../x"],"name":"one.txt","size":1}""", HttpStatusCode.Conflict)]
    [InlineData("""{"items":["1.1"],"name":"one.txt","size":1,"replaces":"00000000-0000-0000-0000-000000000001"}""", HttpStatusCode.Conflict)]
    public async Task Post_AskToSendOddly_IsRefusedAndNothingBreaks(string asked, HttpStatusCode status)
    {
        // Arrange
        var (inspection, officer) = await host.OfficerAsync();
        var token = (await officer.OpenAsync("/lano/send")).QuerySelector("[data-upload] [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/lano/uploads") { Content = new StringContent(asked, Encoding.UTF8, "application/json") };
        request.Headers.Add("RequestVerificationToken", token);

        // Act
        var answer = await officer.Client.SendAsync(request);

        // Assert
        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(await host.DecidedAsync(inspection));
    }

    [Fact]
    public async Task Get_UploadPage_MaySpeakToStorageAndNoOtherPageMay()
    {
        // Arrange
        var (_, officer) = await host.OfficerAsync();
        var origin = (await host.Services.GetRequiredService<DocumentBlobs>().OriginAsync()).GetLeftPart(UriPartial.Authority);

        // Act
        string PolicyOf(HttpResponseMessage answer) => Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        var send = PolicyOf(await officer.Client.GetAsync("/lano/send"));
        var room = PolicyOf(await officer.Client.GetAsync("/lano"));

        // Assert
        Assert.EndsWith($"connect-src 'self' {origin}", send);
        Assert.DoesNotContain(origin, room);
    }

    [Fact]
    public async Task Post_NotHeld_AnswersTheItemWithItsNote()
    {
        // Arrange
        var (_, officer) = await host.OfficerAsync();

        // Act
        var bare = await Visitor.ReadAsync(await officer.SendAsync("/lano/items/4.5", "not-held"));
        var answered = await officer.SendAsync("/lano/items/4.5", "not-held", ("Form.Note", "The school was closed in 2020."));

        // Assert
        Assert.Equal("Enter why you do not hold this, or what you hold instead", bare.QuerySelector(".govuk-error-summary a")!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        var page = (await officer.OpenAsync("/lano/items/4.5")).QuerySelector("main")!.TextContent;
        Assert.Contains("Not held", page);
        Assert.Contains("The school was closed in 2020.", page);
    }

    [Fact]
    public async Task Post_BadList_ShowsFindingsAndTheirWorkbook()
    {
        // Arrange
        var (inspection, officer) = await host.OfficerAsync();

        // Act
        await PortalHost.PostFilesAsync(officer, ["list-1"], ("list.xlsx", Sample("list-1-101a-date-of-birth-missing.xlsx")));
        var document = Assert.Single(await host.DecidedAsync(inspection));
        var page = await officer.OpenAsync($"/lano/documents/{document.Id}");
        var workbook = await officer.Client.GetAsync($"/lano/documents/{document.Id}/findings.xlsx");

        // Assert
        Assert.Equal(DocumentState.Refused, document.State);
        Assert.Equal("Errors", page.QuerySelectorAll("main h3")[0].TextContent);
        Assert.Contains("101a", page.QuerySelector(".findings__rule")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, workbook.StatusCode);
        Assert.Equal("attachment", workbook.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task Get_DocumentWithoutAVerdict_SaysToInspectorsWhatItWaitsFor()
    {
        // Arrange
        var (inspection, _) = await host.OfficerAsync();
        var uploads = host.Services.GetRequiredService<DocumentUploads>();
        var ticket = Assert.IsType<UploadStart.Ticket>(await uploads.BeginAsync(inspection, new Recorder(RecorderRole.Lano), ["1.1"], "one.txt", Words.Length));
        await using (var context = host.Services.GetRequiredService<Services.Store.StoreDatabase>().Open())
        {
            var row = await context.Set<Document>().FindAsync(ticket.Document);
            (row!.State, row.WaitingBecause) = (DocumentState.Arrived, "The scanner is away.");
            await context.SaveChangesAsync();
        }

        // Act
        var page = await (await host.NewVisitor().AsAsync(Role.LeadInspector)).OpenAsync($"/inspections/{inspection}/documents/{ticket.Document}");

        // Assert
        Assert.Equal("This file is being checked. The scanner is away.", page.QuerySelector(".govuk-inset-text")!.TextContent.Trim());
        Assert.Null(page.QuerySelector("a[href$='/file']"));
    }

    [Fact]
    public async Task Post_TakeAListAsItIs_ShowsWhatItDoesThenTakesItWithItsReason()
    {
        // Arrange
        var (inspection, officer) = await host.OfficerAsync();
        await PortalHost.PostFilesAsync(officer, ["list-1"], ("list.xlsx", Sample("list-1-101a-date-of-birth-missing.xlsx")));
        var document = Assert.Single(await host.DecidedAsync(inspection));
        var lead = await host.NewVisitor().AsAsync(Role.LeadInspector);
        var address = $"/inspections/{inspection}/documents/{document.Id}/take";
        const string Reason = "Nobody holds the date of birth.";

        // Act
        Assert.NotNull((await lead.OpenAsync($"/inspections/{inspection}/documents/{document.Id}")).QuerySelector($"a[href='{address}']"));
        var bare = await Visitor.ReadAsync(await lead.SendAsync(address, "take"));
        var preview = await Visitor.ReadAsync(await lead.SendAsync(address, "take", ("Form.Reason", Reason)));
        var endless = await Visitor.ReadAsync(await lead.SendAsync(address, "take", ("Form.Reason", new string('x', 2001))));
        var unseen = await Visitor.ReadAsync(await lead.SendAsync(address, "take", ("Form.Reason", Reason), ("Form.Previewed", "another preview")));
        var before = await host.Services.GetRequiredService<DocumentUploads>().FindAsync(inspection, document.Id);
        var fields = preview.QuerySelectorAll("main form input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!));
        var confirmed = await lead.Client.PostAsync(address, new FormUrlEncodedContent(fields));

        // Assert
        Assert.Equal("Enter why the list is taken as it is", bare.QuerySelector(".govuk-error-summary a")!.TextContent);
        Assert.Contains("of 2,000 characters or fewer", endless.QuerySelector(".govuk-error-summary a")!.TextContent);
        Assert.Contains("has changed since you were shown", unseen.QuerySelector("main")!.TextContent);
        Assert.Contains("The list counts as received on", preview.QuerySelector("main")!.TextContent);
        Assert.Equal(DocumentState.Refused, before!.State);
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        Assert.Contains(Reason, (await lead.OpenAsync(confirmed.Headers.Location!.OriginalString)).QuerySelector("main")!.TextContent);
        Assert.Contains(Reason, (await lead.OpenAsync($"/inspections/{inspection}/history")).QuerySelector("main")!.TextContent);
        var seen = (await officer.OpenAsync($"/lano/documents/{document.Id}")).QuerySelector("main")!.TextContent;
        Assert.Contains($"Taken with its errors: {Reason}", seen);
        Assert.Contains("1 error", seen);
        Assert.Contains("Accepted", (await officer.OpenAsync("/lano/items/list-1")).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Get_DocumentOfAnotherInspection_IsNotThere()
    {
        // Arrange
        var (inspection, officer) = await host.OfficerAsync();
        await PortalHost.PostFilesAsync(officer, ["1.1"], ("one.txt", Words));
        var document = Assert.Single(await host.DecidedAsync(inspection));
        var (_, stranger) = await host.OfficerAsync();

        // Act, Assert
        foreach (var address in (string[])[$"/lano/documents/{document.Id}", $"/lano/documents/{document.Id}/findings.xlsx", $"/lano/uploads/{document.Id}", "/lano/items/9.9"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Client.GetAsync(address)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await officer.Client.GetAsync($"/inspections/{inspection}/documents/{document.Id}/file")).StatusCode);
    }

    [Fact]
    public async Task Get_FileAsInspector_IsAnAttachmentAndInTheAccessLog()
    {
        // Arrange: names that turn the reading direction round, end a header's value, end its line, and are as long as file systems allow.
        string[] names = ["Br\u00fccke \u202etxt.exe.txt", "say \"yes\"; filename=evil.exe.txt", "two\r\nX-Evil: lines.txt", new string('n', 251) + ".txt"];
        var (inspection, _) = await host.OfficerAsync();
        var uploads = host.Services.GetRequiredService<DocumentUploads>();
        foreach (var name in names)
        {
            Assert.IsType<UploadEnd.Arrived>(await uploads.ReceiveAsync(inspection, new Recorder(RecorderRole.Lano), ["1.1"], name, new MemoryStream(Words)));
        }

        var documents = await host.DecidedAsync(inspection);
        var lead = await host.NewVisitor().AsAsync(Role.LeadInspector);

        foreach (var document in documents)
        {
            // Act
            var answer = await lead.Client.GetAsync($"/inspections/{inspection}/documents/{document.Id}/file");

            // Assert
            Assert.Equal(Words, await answer.Content.ReadAsByteArrayAsync());
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal(UploadName.Shown(document.FileName), answer.Content.Headers.ContentDisposition.FileNameStar);
            Assert.EndsWith(".txt", answer.Content.Headers.ContentDisposition.FileNameStar);
            Assert.Equal(("nosniff", "no-store"), (Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")), answer.Headers.CacheControl!.ToString()));
            Assert.False(answer.Headers.Contains("X-Evil"));
            var logged = (await uploads.AccessAsync(inspection))[0];
            Assert.Equal((document.Id, "download", RecorderRole.LeadInspector), (logged.Document, logged.What, logged.Role));
        }

        Assert.Equal(names.Order(), documents.Select(document => document.FileName).Order());
        Assert.Contains("Lead inspector, downloaded", (await lead.OpenAsync($"/inspections/{inspection}/documents")).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Post_AskForMore_OpensAnItemForTheOfficer()
    {
        // Arrange
        var (inspection, officer) = await host.OfficerAsync();
        var lead = await host.NewVisitor().AsAsync(Role.LeadInspector);
        var friday = (await host.Services.GetRequiredService<Services.Inspections.InspectionStore>().FindAsync(inspection))!.Plan["further-information"].DueDate!.Value;

        // Act
        var asked = await lead.SendAsync(
            $"/inspections/{inspection}/documents",
            "ask",
            ("Form.Title", "Minutes of the board"),
            ("Form.Reason", "Item 1.1 names it and does not hold them"),
            ("Form.Due.Day", $"{friday.Day}"),
            ("Form.Due.Month", $"{friday.Month}"),
            ("Form.Due.Year", $"{friday.Year}"));

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.Contains("Extra 1: Minutes of the board", (await officer.OpenAsync("/lano")).QuerySelector("main")!.TextContent);
        Assert.Contains("Item 1.1 names it", (await officer.OpenAsync("/lano/items/extra-1")).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Post_DrawAndConfirm_OpensItemsForEachChildUnderItsLetter()
    {
        // Arrange
        var (inspection, officer) = await host.OfficerAsync();
        await PortalHost.PostFilesAsync(officer, ["list-1", "list-2"], ("both.xlsx", Sample("both-lists-clean.xlsx")));
        await host.DecidedAsync(inspection);
        var lead = await host.NewVisitor().AsAsync(Role.LeadInspector);
        var address = $"/inspections/{inspection}/tracking";

        // Act
        var drawn = await Visitor.ReadAsync(await lead.SendAsync(address, "draw", ("Form.Number", "6"), ("Form.Seed", "7")));
        var children = drawn.QuerySelectorAll("input[name^='Choice.Children']").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!)).ToArray();
        var token = drawn.QuerySelectorAll("input[type=hidden]").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!));
        var fields = token.Concat(children).Append(("Choice.Do", "confirm")).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        var confirmed = await lead.Client.PostAsync(address, new FormUrlEncodedContent(fields));

        // Assert
        Assert.Equal(6, children.Length);
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        var record = (await lead.OpenAsync(address)).QuerySelector("main")!.TextContent;
        Assert.All(children, child => Assert.Contains(child.Item2, record));
        var room = (await officer.OpenAsync("/lano")).QuerySelector("main")!.TextContent;
        Assert.Contains("7.3, Child F: Pen portrait", room);
        Assert.All(children, child => Assert.DoesNotContain(child.Item2, room));
        Assert.Equal(children.Select(child => child.Item2), SelectedOn(await officer.OpenAsync("/lano/selection")));
        var coordinator = await host.NewVisitor().AsAsync(Role.Coordinator);
        Assert.Equal(HttpStatusCode.Forbidden, (await coordinator.Client.GetAsync(address)).StatusCode);
        Assert.DoesNotContain("/tracking", (await coordinator.OpenAsync($"/inspections/{inspection}/documents")).QuerySelector("main")!.InnerHtml);
    }

    private static IEnumerable<string> SelectedOn(AngleSharp.Dom.IDocument page) =>
        page.QuerySelectorAll("main .govuk-summary-list__value").Select(value => value.TextContent.Trim());

    private static byte[] Sample(string name)
    {
        using var file = new MemoryStream();
        SampleLists.All.Single(sample => sample.Name == name).Write(file);
        return file.ToArray();
    }
}
