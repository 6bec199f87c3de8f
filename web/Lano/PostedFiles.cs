using System.Text.RegularExpressions;
using AreaSend.Core.Inspections;
using AreaSend.Services.Uploads;
using AreaSend.Web.Security;
using AreaSend.Web.SignInLinks;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;

namespace AreaSend.Web.Lano;

/// <summary>
/// Takes files that a form posts, for browsers without JavaScript. The body is read as it comes and passed on to storage: neither
/// memory nor disk grows with it. That is why the form's token is looked at here, and not before.
/// </summary>
internal static partial class PostedFiles
{
    private const int MostFiles = 50;
    private const int MostFields = 500;
    internal const string IdField = "form";

    public static void MapPostedFiles(this IEndpointRouteBuilder app) =>
        app.MapPost(LanoPages.Files, ReceiveAsync).RequireAuthorization(GuestPortal.Officers).DisableAntiforgery();

    // Of a form that is cut off, what had come in by then is in the store, and shown in the room.
    private static Task<IResult> ReceiveAsync(HttpContext context, DocumentUploads uploads, SentFiles sent, IAntiforgery antiforgery) =>
        StreamedForm.TakeAsync(context, antiforgery, mostBytes: null, reader => TakeAsync(reader, context, uploads, sent));

    private static async Task<IResult> TakeAsync(MultipartReader reader, HttpContext context, DocumentUploads uploads, SentFiles sent)
    {
        var officer = Officer.Of(context);
        var form = new Posted();
        if (await ReadAsync(reader, form, context, uploads, officer) is { } refusal)
        {
            return Results.StatusCode(refusal);
        }

        return form switch
        {
            { Items.Count: 0 } => Results.Redirect($"{LanoPages.Send}?missing=items"),
            { Files.Count: 0 } => Results.Redirect($"{form.Page}?missing=files"),
            _ => Results.Redirect($"/lano/sent/{sent.Keep(officer.Recorder.Person, form.Files)}"),
        };
    }

    /// <summary>Reads the form part by part.</summary>
    /// <returns>The status that refuses it; null when it was read to its end.</returns>
    private static async Task<int?> ReadAsync(
        MultipartReader reader,
        Posted form,
        HttpContext context,
        DocumentUploads uploads,
        Officer officer)
    {
        for (var parts = 0; await reader.ReadNextSectionAsync(context.RequestAborted) is { } section; parts++)
        {
            if (parts == MostFields)
            {
                return StatusCodes.Status413PayloadTooLarge;
            }

            if (StreamedForm.FileNameOf(section) is not { } name)
            {
                form.Add(StreamedForm.FieldOf(section), await StreamedForm.TextOfAsync(section, context.RequestAborted));
                continue;
            }

            if (name.Length > 0 && form.Items.Count > 0)
            {
                form.Files.Add(await StoreAsync(uploads, officer, form, name, section.Body, context.RequestAborted));
            }
        }

        return null;
    }

    private static async Task<SentFile> StoreAsync(
        DocumentUploads uploads, Officer officer, Posted form, string name, Stream content, CancellationToken cancellation)
    {
        if (form.Files.Count >= MostFiles)
        {
            return new SentFile(name, null, $"One form takes {MostFiles} files. Send the rest with another.");
        }

        return await uploads.ReceiveAsync(officer.Inspection, officer.Recorder, form.Items, name, content, form.Replaces, form.Id, cancellation) switch
        {
            UploadEnd.Arrived { Again: true } arrived => new SentFile(
                name,
                arrived.Document.Id,
                "This form had brought the same file in before. It was not stored a second time."),
            UploadEnd.Arrived arrived => new SentFile(name, arrived.Document.Id, null),
            UploadEnd.Refused refused => new SentFile(name, null, refused.Because),
            var other => throw new InvalidOperationException($"No such end of an upload: {other}."),
        };
    }

    [GeneratedRegex("^[a-z0-9.-]{1,40}(/[A-Z])?$")]
    private static partial Regex AnnexAItemKey();

    /// <summary>The form so far: its fields come before its files.</summary>
    private sealed class Posted
    {
        public List<string> Items { get; } = [];

        /// <summary>The page that the form stands on; an address that is built here, whatever was posted.</summary>
        public string Page => (From, Items, Replaces) switch
        {
            ("item", [var item], _) when AnnexAItemKey().IsMatch(item) => LanoPages.Item(item),
            ("document", _, { } earlier) => LanoPages.Document(earlier),
            _ => LanoPages.Send,
        };

        private string? From { get; set; }

        public Guid? Replaces { get; private set; }

        /// <summary>The form's one-time identifier: of what is sent with it twice, one is stored.</summary>
        public Guid? Id { get; private set; }

        public List<SentFile> Files { get; } = [];

        public void Add(string? name, string value)
        {
            switch (name)
            {
                case "from":
                    From = value;
                    break;
                case IdField:
                    Id = Guid.TryParse(value, out var id) ? id : null;
                    break;
                case "items":
                    Items.Add(value);
                    break;
                case "replaces":
                    Replaces = Guid.TryParse(value, out var earlier) ? earlier : null;
                    break;
            }
        }
    }
}
