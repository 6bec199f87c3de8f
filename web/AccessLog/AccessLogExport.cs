using AreaSend.Core.Inspections;
using AreaSend.Web.Components.Forms;
using AreaSend.Web.Exports;
using AreaSend.Web.Inspections;
using AreaSend.Web.Reading;
using AreaSend.Web.SignIn;
using NodaTime.Text;

namespace AreaSend.Web.AccessLog;

/// <summary>The access log as a file: all that is shown under the same filters, on every page of it.</summary>
internal static class AccessLogExport
{
    public const string Path = "/access-log.csv";

    private static readonly string[] Headings = ["At (UTC)", "Who", "Role", "Identifier of the person", "What", "Area", "Inspection", "Document"];

    public static void MapAccessLog(this IEndpointRouteBuilder app) => app.MapGet(Path, SendAsync).RequireAuthorization(Policies.Administrator);

    private static async Task<IResult> SendAsync(HttpRequest request, AccessLogReader reader, RecorderNames names)
    {
        var lines = await reader.AllAsync(AccessQuery.Read(request.Query, new FormErrors()), request.HttpContext.RequestAborted);
        var named = await names.ForAsync(lines.Select(line => new Recorder(line.Record.Role, line.Record.Person)));
        return CsvText.File("access-log.csv", [Headings, .. lines.Select(line => (string[])
        [
            InstantPattern.ExtendedIso.Format(line.Record.At),
            named(new Recorder(line.Record.Role, line.Record.Person)),
            line.Record.Role.Show(),
            line.Record.Person?.ToString() ?? "",
            AccessWords.Of(line.Record),
            line.Area is { } area ? AreaNames.Of(area) : "",
            line.Record.Inspection?.ToString() ?? "",
            line.Record.Document?.ToString() ?? "",
        ])]);
    }
}
