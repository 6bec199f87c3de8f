using System.IO.Compression;
using System.Text;
using AreaSend.Core.Inspections;
using AreaSend.FileChecks;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Papers;
using AreaSend.Web.Documents;
using AreaSend.Web.Exports;
using AreaSend.Web.Inspections;
using AreaSend.Web.Papers;
using AreaSend.Web.Reading;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using Microsoft.AspNetCore.Http.Features;

namespace AreaSend.Web.Inspections.Documents;

/// <summary>
/// All that an inspection holds as one archive, written as it is read: a folder for each item, one for the papers,
/// and a list that says what each file is, so that what is missing is said too. Each file that goes into it stands in the access log as downloaded.
/// </summary>
internal static class DocumentArchive
{
    private const string Contents = "contents.csv";

    public static void MapDocumentArchive(this IEndpointRouteBuilder app) =>
        app.MapGet("/inspections/{id:guid}/documents.zip", SendAsync).RequireAuthorization(Policies.Documents);

    // Each document that inspectors have now, with the folder that it lies in: that of the first item that it answers.
    private static IEnumerable<(Document Document, string Folder, string For)> Files(AnnexAOverview overview) =>
        from document in overview.Documents
        where document is { State: DocumentState.Accepted, ReplacedBy: null }
        let items = document.Items.Select(item => overview.Find(item)?.Number ?? item).ToList()
        select (document, items.Count > 0 ? items[0] : "Other", string.Join("; ", overview.NamesOf(document)));

    private static async Task SendAsync(
        Guid id, InspectionViews views, AnnexAOverviews overviews, DocumentUploads uploads, PaperUploads papers, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (await views.FindAsync(id, cancellation) is not { } view)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var by = Roles.RecorderOf(context.User);
        var overview = await overviews.OfAsync(view, cancellation);
        var shelf = await PaperShelf.OfAsync(papers, view, cancellation);
        context.Response.ContentType = "application/zip";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"documents-{view.Case.Area}-{view.Plan.NotificationDay:uuuu-MM-dd}.zip\"";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();

        await using var body = new GatheringStream(context.Response.Body);
        await using (var archive = await ZipArchive.CreateAsync(body, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation))
        {
            await FillAsync(archive, new Holdings(view, overview, shelf), uploads, papers, by, cancellation);
        }

        await body.FlushAsync(cancellation);
    }

    private static async Task FillAsync(
        ZipArchive archive, Holdings all, DocumentUploads uploads, PaperUploads papers, Recorder by, CancellationToken cancellation)
    {
        List<IReadOnlyList<string>> list = [["path", "for", "came in", "bytes", "sha-256"]];
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Contents };
        foreach (var (document, folder, what) in Files(all.Overview))
        {
            await AddAsync(
                archive, list, PathOf(folder, document, taken), what, document,
                await uploads.OpenAsync(all.View.Id, document.Id, by, cancellation), cancellation);
        }

        foreach (var paper in all.Shelf.Papers.Where(paper => paper.Given is not null))
        {
            var (document, title) = (paper.Given!.Document, paper.Kind.Title(all.View.Case.Type));
            var open = await papers.OpenAsync(all.View.Id, document.Id, by, role: null, cancellation);
            await AddAsync(archive, list, PathOf($"Papers/{Safe(title)}", document, taken), title, document, open, cancellation);
        }

        var contents = archive.CreateEntry(Contents);
        await using var stream = await contents.OpenAsync(cancellation);
        await stream.WriteAsync(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(CsvText.Of(list))).ToArray(), cancellation);
    }

    private static async Task AddAsync(
        ZipArchive archive, List<IReadOnlyList<string>> list, string path, string what, Document document, OpenDocument? open, CancellationToken cancellation)
    {
        list.Add(
        [
            open is null ? "(lost in our storage; the area is asked for it again)" : path,
            what,
            document.ArrivedAt is { } at ? Core.Calendars.LondonTime.Show(at) : "",
            $"{document.Size}",
            document.Sha256 ?? "",
        ]);
        if (open is null)
        {
            return;
        }

        await using (open)
        {
            // Nothing is gained by packing what is packed already, as Office files, PDFs and pictures are.
            var entry = archive.CreateEntry(path, CompressionLevel.NoCompression);
            await using var into = await entry.OpenAsync(cancellation);
            await open.Content.CopyToAsync(into, cancellation);
        }
    }

    /// <summary>A path of our own making: no folder of the file's name, nothing that a system reads as more than a name, and none twice.</summary>
    private static string PathOf(string folder, Document document, HashSet<string> taken)
    {
        var name = Safe(UploadName.Shown(document.FileName));
        var (stem, ending) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        var under = string.Join('/', folder.Split('/').Select(Safe));
        var path = $"{under}/{name}";
        for (var number = 2; !taken.Add(path); number++)
        {
            path = $"{under}/{stem} ({number}){ending}";
        }

        return path;
    }

    private static string Safe(string name)
    {
        var plain = new string([.. name.Select(letter => char.IsControl(letter) || "/\\:*?\"<>|".Contains(letter, StringComparison.Ordinal) ? '_' : letter)]).Trim(' ', '.');
        return plain.Length == 0 ? "file" : plain;
    }

    /// <summary>What an inspection holds.</summary>
    private sealed record Holdings(InspectionView View, AnnexAOverview Overview, PaperShelf Shelf);
}
