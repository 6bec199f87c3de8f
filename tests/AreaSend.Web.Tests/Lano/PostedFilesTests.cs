using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;

namespace AreaSend.Web.Tests.Lano;

/// <summary>A form that posts files, as a program might write it: nothing is kept before its token has been found good, and nothing without end.</summary>
public class PostedFilesTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Boundary = "limit";

    [Fact]
    public async Task Post_FieldsBeforeTheToken_AreNotRead()
    {
        var (_, officer) = await host.OfficerAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(officer, Part("items", "1.3") + Part("__RequestVerificationToken", await TokenAsync(officer)) + End));
    }

    [Fact]
    public async Task Post_FieldsWithoutEnd_AreTooMany()
    {
        var (_, officer) = await host.OfficerAsync();
        var fields = string.Concat(Enumerable.Repeat(Part("items", "1.3"), 600));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(officer, Part("__RequestVerificationToken", await TokenAsync(officer)) + fields + End));
    }

    [Theory]
    [InlineData("")]
    [InlineData("--limit\r\nContent-Disposition: form-data; name=\"items\"\r\n\r\n1.")]
    [InlineData("many headers")]
    public async Task Post_NoWholeForm_IsABadRequest(string body)
    {
        var (_, officer) = await host.OfficerAsync();
        var sent = body == "many headers" ? $"--{Boundary}\r\n{string.Concat(Enumerable.Range(0, 40).Select(header => $"X-{header}: a\r\n"))}\r\n\r\n--{Boundary}--\r\n" : body;

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(officer, sent));
    }

    [Fact]
    public async Task Post_TheSameFileTwiceWithOneForm_IsStoredOnceAndSaidSo()
    {
        var (inspection, officer) = await host.OfficerAsync();
        var page = await officer.OpenAsync("/lano/send");

        var first = await officer.OpenAsync((await PortalHost.PostFilesAsync(officer, page, ["1.3"], ("plan.txt", Words))).Headers.Location!.ToString());
        var second = await officer.OpenAsync((await PortalHost.PostFilesAsync(officer, page, ["1.3"], ("plan.txt", Words))).Headers.Location!.ToString());

        var document = Assert.Single(await host.DecidedAsync(inspection));
        Assert.Equal("Came in", first.QuerySelector(".upload__state")!.TextContent);
        Assert.Equal("Came in before", second.QuerySelector(".upload__state")!.TextContent);
        Assert.Equal("This form had brought the same file in before. It was not stored a second time.", second.QuerySelector(".upload__note")!.TextContent);
        Assert.Equal($"/lano/documents/{document.Id}", second.QuerySelector(".upload__name a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Post_SixTimesAtOnceWithOneForm_IsStoredOnceAndFiveAreToldSo()
    {
        var (inspection, officer) = await host.OfficerAsync();
        var page = await officer.OpenAsync("/lano/send");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PortalHost.PostFilesAsync(officer, page, ["1.3"], ("plan.txt", Words))));

        var states = new List<string>();
        foreach (var answer in answers)
        {
            states.Add((await officer.OpenAsync(answer.Headers.Location!.ToString())).QuerySelector(".upload__state")!.TextContent);
        }

        Assert.Single(await host.DecidedAsync(inspection));
        Assert.Equal(["Came in", .. Enumerable.Repeat("Came in before", 5)], states.Order(StringComparer.Ordinal));
    }

    // Back from a refusal, with the mended file under the same name; or ticked for another item; or from a form that was opened anew.
    [Fact]
    public async Task Post_AnythingElse_IsStoredBesideIt()
    {
        var (inspection, officer) = await host.OfficerAsync();
        var page = await officer.OpenAsync("/lano/send");

        await PortalHost.PostFilesAsync(officer, page, ["1.3"], ("plan.txt", Words));
        await PortalHost.PostFilesAsync(officer, page, ["1.3"], ("plan.txt", [.. Words, .. Words]));
        await PortalHost.PostFilesAsync(officer, page, ["1.4"], ("plan.txt", Words));
        await PortalHost.PostFilesAsync(officer, page, ["1.3"], ("plan (1).txt", Words));
        await PortalHost.PostFilesAsync(officer, ["1.3"], ("plan.txt", Words));

        Assert.Equal(5, (await host.DecidedAsync(inspection)).Count);
    }

    private static byte[] Words => Encoding.UTF8.GetBytes("A plan of fictional words.");

    private static string End => $"--{Boundary}--\r\n";

    private static string Part(string name, string value) => $"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n";

    private static async Task<string> TokenAsync(Shell.Visitor officer) =>
        (await officer.OpenAsync("/lano/send")).QuerySelector("[data-upload] [name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task<HttpStatusCode> PostAsync(Shell.Visitor officer, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={Boundary}");
        return (await officer.Client.PostAsync("/lano/files", content)).StatusCode;
    }
}
