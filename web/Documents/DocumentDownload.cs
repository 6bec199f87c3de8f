using AreaSend.Core.Inspections;
using AreaSend.FileChecks;
using AreaSend.Services.Uploads;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;

namespace AreaSend.Web.Documents;

/// <summary>What inspectors and coordinators take out of the room. Each download of a document goes into the access log.</summary>
internal static class DocumentDownload
{
    public static void MapDocuments(this IEndpointRouteBuilder app)
    {
        app.MapGet("/inspections/{id:guid}/documents/{document:guid}/file", FileAsync).RequireAuthorization(Policies.Documents);
        app.MapGet(
                "/inspections/{id:guid}/documents/{document:guid}/findings.xlsx",
                async (Guid id, Guid document, DocumentUploads uploads, CancellationToken cancellation) =>
                    FindingsDownload.Of(await uploads.FindingsAsync(id, document, cancellation)))
            .RequireAuthorization(Policies.Documents);
    }

    private static async Task<IResult> FileAsync(Guid id, Guid document, DocumentUploads uploads, HttpContext context)
    {
        var open = await uploads.OpenAsync(id, document, Roles.RecorderOf(context.User), context.RequestAborted);
        if (open is null && await uploads.FindAsync(id, document, context.RequestAborted) is { RefusalRule: UploadRefused.Lost })
        {
            context.Features.Set(new LostFile());
        }

        return Send(context, open);
    }

    /// <summary>Sends an opened document, as an attachment whatever it is; what was not to be had is not there.</summary>
    public static IResult Send(HttpContext context, OpenDocument? open)
    {
        if (open is null)
        {
            return Results.NotFound();
        }

        context.Response.RegisterForDisposeAsync(open);
        context.Response.ContentLength = open.Length;
        context.Response.Headers.CacheControl = "no-store";
        // Under a name that neither breaks the header nor misleads the eye.
        return Results.Stream(open.Content, open.MediaType, UploadName.Shown(open.Document.FileName));
    }
}
