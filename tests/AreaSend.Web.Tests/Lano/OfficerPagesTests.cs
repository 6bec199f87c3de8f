using System.Net;
using AreaSend.Core.Inspections;
using AreaSend.Lists.Samples;
using AreaSend.Services.Inspections;
using AreaSend.Services.Uploads;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Web.Tests.Lano;

/// <summary>What an officer finds beside the items: whom inspectors selected, the empty lists, help, and the way back.</summary>
public class OfficerPagesTests(PortalHost host) : IClassFixture<PortalHost>
{
    /// <summary>A selection that was recorded without a draw: nobody knows the children until an inspector enters their IDs, and then the officer does.</summary>
    [Fact]
    public async Task Post_UniqueIdsOfASelectionWithoutADraw_AreSeenByTheOfficerAndStandNowhereElse()
    {
        // Arrange
        var (inspection, officer) = await host.OfficerAsync();
        await PortalHost.PostFilesAsync(officer, ["list-1", "list-2"], ("both.xlsx", Sample("both-lists-clean.xlsx")));
        await host.DecidedAsync(inspection);
        await host.Services.GetRequiredService<Services.Inspections.InspectionStore>().RecordAsync(inspection, Recorder.Coordinator, (_, _, now) => new Core.Inspections.ChildrenSelected(now, 2));
        var lead = await host.NewVisitor().AsAsync(Role.LeadInspector);
        var address = $"/inspections/{inspection}/tracking";

        // Act
        var waiting = (await officer.OpenAsync("/lano/selection")).QuerySelector(".govuk-inset-text")!.TextContent;
        var before = await lead.OpenAsync(address);
        var few = await Visitor.ReadAsync(await lead.SendAsync(address, "name", ("Names.Ids[0]", "EX000001"), ("Names.Ids[1]", " ")));
        var unlisted = await Visitor.ReadAsync(await lead.SendAsync(address, "name", ("Names.Ids[0]", "EX000001"), ("Names.Ids[1]", "EX999999")));
        var kept = await lead.SendAsync(address, "name", ("Names.Ids[0]", "EX000001"), ("Names.Ids[1]", "EX500002"));
        var seen = SelectedOn(await officer.OpenAsync("/lano/selection"));

        // Assert
        Assert.Contains("have not yet entered their unique IDs", waiting);
        Assert.Null(before.QuerySelector("[name='Form.Seed']"));
        Assert.Equal("Enter the unique ID of each of the 2 children and young people selected.", few.QuerySelector(".govuk-error-summary a")!.TextContent);
        Assert.Equal("No accepted list has a child or young person with the unique ID EX999999.", unlisted.QuerySelector(".govuk-error-summary a")!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Equal(["EX000001", "EX500002"], seen);
        var access = await host.Services.GetRequiredService<DocumentUploads>().AccessAsync(inspection);
        Assert.Equal(("selection", RecorderRole.Lano, true), (access[0].What, access[0].Role, access[0].Person is not null));
        Assert.Contains(access, record => record is { What: "selection-named", Role: RecorderRole.LeadInspector });
        foreach (var other in (string[])["/lano", "/lano/items/7.1/A", "/lano/receipts"])
        {
            Assert.DoesNotContain("EX000001", (await officer.OpenAsync(other)).DocumentElement.TextContent);
        }

        await using var context = host.Services.GetRequiredService<Services.Store.StoreDatabase>().Open();
        Assert.DoesNotContain(context.Events.Where(row => row.Inspection == inspection).Select(row => row.Payload).ToList(), payload => payload.Contains("EX000001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_Selection_IsNobodysWithoutSignInAndTheirOwnOnlyWithIt()
    {
        // Arrange
        var (_, stranger) = await host.OfficerAsync();

        // Act, Assert
        Assert.Contains("have not selected anybody yet", (await stranger.OpenAsync("/lano/selection")).QuerySelector("main")!.TextContent);
        Assert.NotEqual(HttpStatusCode.OK, (await host.NewVisitor().Client.GetAsync("/lano/selection")).StatusCode);
    }

    [Theory]
    [InlineData("list-1", "21", "list-1-template.xlsx", "list-1-template.ods")]
    [InlineData("list-2", "17", "list-2-template.xlsx", "list-2-template.ods")]
    public async Task Get_ItemOfAList_NamesKindsOfFileAndColumnsAndOffersTheEmptyOne(string item, string columns, params string[] templates)
    {
        // Arrange
        var (inspection, officer) = await host.OfficerAsync();

        // Act
        var page = await officer.OpenAsync($"/lano/items/{item}");

        // Assert
        Assert.Contains("Excel workbook (.xlsx or .xls), an OpenDocument spreadsheet (.ods) or a text file (.csv)", page.QuerySelector("main")!.TextContent);
        Assert.Equal(columns, $"{page.QuerySelectorAll("details table tbody tr").Length}");
        Assert.Equal(templates, page.QuerySelectorAll("a[download]").Select(link => link.TextContent));
        foreach (var template in templates)
        {
            // An empty list is refused as a list for being empty, and as a file for nothing.
            var file = await officer.Client.GetByteArrayAsync($"/lano/templates/{template}");
            await PortalHost.PostFilesAsync(officer, [item], (template, file));
        }

        Assert.All(await host.DecidedAsync(inspection), document => Assert.Equal((1, DocumentState.Refused), (document.Errors, document.State)));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Client.GetAsync("/lano/templates/list-3-template.xlsx")).StatusCode);
    }

    [Fact]
    public async Task Post_RefusedList_TheScriptIsNotToldThatItIsAccepted()
    {
        // Arrange
        var (inspection, officer) = await host.OfficerAsync();
        await PortalHost.PostFilesAsync(officer, ["list-1"], ("list.xlsx", Sample("list-1-101a-date-of-birth-missing.xlsx")));
        var document = Assert.Single(await host.DecidedAsync(inspection));

        // Act
        var told = await officer.Client.GetStringAsync($"/lano/uploads/{document.Id}");

        // Assert
        Assert.Contains("\"state\":\"refused\"", told);
        Assert.DoesNotContain("Accepted", told);
    }

    /// <summary>The script fetches these two parts anew once a file has been decided on: what the label says is never older than the list under it.</summary>
    [Fact]
    public async Task Get_ItemPage_BeforeAndAfterAFile_LabelAndListSayTheSame()
    {
        var (inspection, officer) = await host.OfficerAsync();
        var before = await officer.OpenAsync("/lano/items/1.3");
        Assert.Equal(["state", "files"], before.QuerySelectorAll("[data-upload-fresh]").Select(part => part.GetAttribute("data-upload-fresh")!));
        Assert.Equal("Waiting", before.QuerySelector("[data-upload-fresh=state] .govuk-tag")!.TextContent.Trim());

        await PortalHost.PostFilesAsync(officer, ["1.3"], ("plan.txt", "A plan, plainly fictional."u8.ToArray()));
        await host.DecidedAsync(inspection);

        var after = await officer.OpenAsync("/lano/items/1.3");
        Assert.Equal("Accepted", after.QuerySelector("[data-upload-fresh=state] .govuk-tag")!.TextContent.Trim());
        Assert.Equal("Accepted", after.QuerySelector("[data-upload-fresh=files] .govuk-tag")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("item", "1.1", "/lano/items/1.1?missing=files")]
    [InlineData("item", "../../x", "/lano/send?missing=files")]
    [InlineData("document", "1.1", "/lano/send?missing=files")]
    public async Task Post_NoFileFromAnItemsPage_ComesBackToIt(string from, string item, string address)
    {
        // Arrange
        var (_, officer) = await host.OfficerAsync();
        var page = await officer.OpenAsync("/lano/items/1.1");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("[data-upload] [name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(from), "from" },
            { new StringContent(item), "items" },
        };

        // Act
        var posted = await officer.Client.PostAsync("/lano/files", form);

        // Assert
        Assert.Equal(address, posted.Headers.Location!.OriginalString);
        Assert.Equal("Choose at least one file", (await officer.OpenAsync(address)).QuerySelector(".govuk-error-summary a")!.TextContent);
    }

    [Fact]
    public async Task Get_HelpOfTheRoom_StaysInTheRoom()
    {
        // Arrange
        var (_, officer) = await host.OfficerAsync();

        // Act
        var footer = (await officer.OpenAsync("/lano")).QuerySelectorAll("footer .govuk-footer__inline-list a").Select(link => link.GetAttribute("href")!).ToList();

        // Assert
        Assert.Equal(["/lano/help", "/lano/accessibility", "/lano/privacy"], footer);
        foreach (var address in footer)
        {
            var page = await officer.OpenAsync(address);
            Assert.Equal("/lano", page.QuerySelector("header a")!.GetAttribute("href"));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.DoesNotContain("Worklist", page.QuerySelector("main")!.TextContent);
        }
    }

    [Fact]
    public async Task Get_BackLinkOfTheRoom_IsWithinALandmark()
    {
        // Arrange
        var (_, officer) = await host.OfficerAsync();

        // Act, Assert
        Assert.NotNull((await officer.OpenAsync("/lano/items/1.1")).QuerySelector("[role=region][aria-label] .govuk-back-link"));
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
