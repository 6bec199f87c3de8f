using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.SignInLinks;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Papers;
using AreaSend.Web.Security;
using AreaSend.Web.SignInLinks;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;

namespace AreaSend.Web.Papers;

/// <summary>Takes a paper that is handed in. The form's token is its first part; the file is read as it comes and passed on to storage.</summary>
internal static class PaperHandIn
{
    private const int MostParts = 10;

    public static void MapHandIns(this IEndpointRouteBuilder app)
    {
        foreach (var portal in GuestPortal.All)
        {
            app.MapPost($"{portal.Address}/papers/{{key}}/files", ReceiveAsync).RequireAuthorization(portal.Name).DisableAntiforgery();
        }
    }

    private static Task<IResult> ReceiveAsync(string key, HttpContext context, PaperUploads uploads, RefusedHandIns refused, IAntiforgery antiforgery)
    {
        var visit = GuestSignIn.VisitOf(context);
        return HandIn.Of(visit.Role).FirstOrDefault(known => known.Key == key) is { } kind
            ? StreamedForm.TakeAsync(context, antiforgery, mostBytes: null, reader => TakeAsync(reader, context, uploads, refused, kind, visit))
            : Task.FromResult(Results.NotFound());
    }

    // Nothing is recorded before the whole file is in.
    private static async Task<IResult> TakeAsync(
        MultipartReader reader, HttpContext context, PaperUploads uploads, RefusedHandIns refused, PaperKind kind, GuestVisit visit)
    {
        var (end, status) = await ReadAsync(reader, context, uploads, kind, visit);
        var page = $"{GuestPortal.Of(visit.Role).Address}/papers";
        return end switch
        {
            UploadEnd.Arrived arrived => Results.Redirect($"{page}/{arrived.Document.Id}"),
            UploadEnd.Refused not => Results.Redirect($"{page}/{kind.Key}/hand-in?not={refused.Keep(visit.Session.Person, not.Because)}"),
            _ when status is { } bad => Results.StatusCode(bad),
            _ => Results.Redirect($"{page}/{kind.Key}/hand-in?not={RefusedHandIns.NoFile}"),
        };
    }

    /// <summary>What became of the file, or the status that refuses the form; neither where no file was chosen.</summary>
    private static async Task<(UploadEnd? End, int? Status)> ReadAsync(
        MultipartReader reader, HttpContext context, PaperUploads uploads, PaperKind kind, GuestVisit visit)
    {
        Guid? form = null;
        for (var parts = 0; await reader.ReadNextSectionAsync(context.RequestAborted) is { } part; parts++)
        {
            if (parts == MostParts)
            {
                return (null, StatusCodes.Status413PayloadTooLarge);
            }

            if (StreamedForm.FileNameOf(part) is not { } name)
            {
                var text = await StreamedForm.TextOfAsync(part, context.RequestAborted);
                form = StreamedForm.FieldOf(part) == "form" && Guid.TryParse(text, out var id) ? id : form;
            }
            else if (name.Length > 0)
            {
                var taken = await uploads.HandInAsync(
                    visit.Session.Inspection, PaperVisitor.Of(visit), visit.Role, kind, name, part.Body, form, context.RequestAborted);
                return (taken, null);
            }
        }

        return (null, null);
    }
}
