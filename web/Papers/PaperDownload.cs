using AreaSend.Core.Inspections;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Papers;
using AreaSend.Web.Documents;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.SignInLinks;

namespace AreaSend.Web.Papers;

/// <summary>Papers as files: for coordinators and the team, and for those of the area whose they are. Each download goes into the access log.</summary>
internal static class PaperDownload
{
    public static void MapPapers(this IEndpointRouteBuilder app)
    {
        app.MapGet(
                "/inspections/{id:guid}/papers/{document:guid}/file",
                async (Guid id, Guid document, PaperUploads uploads, HttpContext context) =>
                    DocumentDownload.Send(context, await uploads.OpenAsync(id, document, Roles.RecorderOf(context.User), role: null, context.RequestAborted)))
            .RequireAuthorization(Policies.Documents);
        foreach (var portal in GuestPortal.All)
        {
            app.MapGet($"{portal.Address}/papers/{{document:guid}}/file", GiveAsync).RequireAuthorization(portal.Name);
        }
    }

    private static async Task<IResult> GiveAsync(Guid document, PaperUploads uploads, HttpContext context)
    {
        var visit = GuestSignIn.VisitOf(context);
        return DocumentDownload.Send(
            context,
            await uploads.OpenAsync(visit.Session.Inspection, document, PaperVisitor.Of(visit), visit.Role, context.RequestAborted));
    }
}
