using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;

namespace AreaSend.Web.Tests.Lano;

/// <summary>A form that posts files, as a program might write it: nothing is kept before its token has been found good, and nothing without end.</summary>
public class PostedFilesTests(RoomHost host) : IClassFixture<RoomHost>
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
