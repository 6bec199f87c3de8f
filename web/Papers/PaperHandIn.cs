using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.Doors;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Papers;
using AreaSend.Web.Doors;
using AreaSend.Web.Security;
using Microsoft.AspNetCore.Antiforgery;

namespace AreaSend.Web.Papers;

/// <summary>Takes a paper that is handed in. The form's token is its first part; the file is read as it comes and passed on to storage.</summary>
internal static class PaperHandIn
{
    private const int MostParts = 10;

    public static void MapHandIns(this IEndpointRouteBuilder app)
    {
        foreach (var room in GuestRoom.All)
        {
            app.MapPost($"{room.Address}/papers/{{key}}/files", ReceiveAsync).RequireAuthorization(room.Name).DisableAntiforgery();
        }
    }

    private static async Task<IResult> ReceiveAsync(string key, HttpContext context, PaperDesk desk, RefusedHandIns refused, IAntiforgery antiforgery)
    {
        var visit = GuestSignIn.VisitOf(context);
        if (HandIn.Of(visit.Role).FirstOrDefault(known => known.Key == key) is not { } kind)
        {
            return Results.NotFound();
        }

        try
        {
            var (end, status) = await ReadAsync(context, desk, kind, visit, antiforgery);
            var page = $"{GuestRoom.Of(visit.Role).Address}/papers";
            return end switch
            {
                UploadEnd.Arrived arrived => Results.Redirect($"{page}/{arrived.Document.Id}"),
                UploadEnd.Refused not => Results.Redirect($"{page}/{kind.Key}/hand-in?not={refused.Keep(visit.Session.Person, not.Because)}"),
                _ when status is { } bad => Results.StatusCode(bad),
                _ => Results.Redirect($"{page}/{kind.Key}/hand-in?not={RefusedHandIns.NoFile}"),
            };
        }
        catch (Exception unread) when (unread is IOException or InvalidDataException && !context.RequestAborted.IsCancellationRequested)
        {
            // Cut off, or no form at all: nothing is recorded before the whole file is in.
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>What became of the file, or the status that refuses the form; neither where no file was chosen.</summary>
    private static async Task<(UploadEnd? End, int? Status)> ReadAsync(
        HttpContext context, PaperDesk desk, PaperKind kind, DoorVisit visit, IAntiforgery antiforgery)
    {
        if (StreamedForm.ReaderOf(context, mostBytes: null) is not { } reader
            || await reader.ReadNextSectionAsync(context.RequestAborted) is not { } token
            || !await StreamedForm.IsGoodTokenAsync(context, antiforgery, token))
        {
            return (null, StatusCodes.Status400BadRequest);
        }

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
                return (await desk.HandInAsync(visit.Session.Inspection, PaperVisitor.Of(visit), visit.Role, kind, name, part.Body, form, context.RequestAborted), null);
            }
        }

        return (null, null);
    }
}
