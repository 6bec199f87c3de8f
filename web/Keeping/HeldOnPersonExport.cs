using System.IO.Compression;
using AreaSend.Services.Keeping;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;

namespace AreaSend.Web.Keeping;

/// <summary>Everything held on a person as a file: JSON, and the e-mails to them beside it.</summary>
internal static class HeldOnPersonExport
{
    public const string Path = "/keeping/people/held.zip";

    public static void MapHeldOnPerson(this IEndpointRouteBuilder app) => app.MapGet(Path, SendAsync).RequireAuthorization(Policies.Administrator);

    private static async Task<IResult> SendAsync(HttpContext http, HeldOnPerson people)
    {
        var keys = http.Request.Query["entry"].OfType<string>().ToHashSet();
        return await people.ExportAsync(keys, Roles.RecorderOf(http.User), http.RequestAborted) is { } held
            ? Results.File(await ZippedAsync(held, http.RequestAborted), "application/zip", "held.zip")
            : Results.Redirect("/keeping/people");
    }

    private static async Task<byte[]> ZippedAsync(HeldFile held, CancellationToken cancellation)
    {
        using var file = new MemoryStream();
        await using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            await AddAsync(zip, "held.json", held.Json, cancellation);
            foreach (var (name, mail) in held.Mails)
            {
                await AddAsync(zip, $"mails/{name}", mail, cancellation);
            }
        }

        return file.ToArray();
    }

    private static async Task AddAsync(ZipArchive zip, string name, byte[] content, CancellationToken cancellation)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(cancellation);
        await entry.WriteAsync(content, cancellation);
    }
}
