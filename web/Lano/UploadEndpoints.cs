using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Lists;
using AreaSend.Lists.Templates;
using AreaSend.Services.Uploads;
using AreaSend.Web.Documents;
using AreaSend.Web.SignInLinks;
using Microsoft.AspNetCore.Mvc;

namespace AreaSend.Web.Lano;

/// <summary>What the upload page's script asks for: leave to send a file, that it is in, and what came of it.</summary>
internal static class UploadEndpoints
{
    // What leave to send one file takes: a name and the keys of items.
    private const int LargestRequest = 64 << 10;
    private const int LongestName = 2 * UploadOptions.LongestName;
    private const int LongestItem = 20;

    public static void MapLanoPortal(this IEndpointRouteBuilder app)
    {
        var portal = app.MapGroup(LanoPages.Portal).RequireAuthorization(GuestPortal.Officers);
        portal.MapPost("/uploads", BeginAsync).WithMetadata(new RequestSizeLimitAttribute(LargestRequest));
        portal.MapPost("/uploads/{document:guid}/completed", CompletedAsync);
        portal.MapGet("/uploads/{document:guid}", StateAsync);
        portal.MapGet("/documents/{document:guid}/findings.xlsx", async (Guid document, DocumentUploads uploads, HttpContext context) =>
            FindingsDownload.Of(await uploads.FindingsAsync(Officer.Of(context).Inspection, document, context.RequestAborted)));
        portal.MapGet("/templates/{file}", Template);
        app.MapPostedFiles();
    }

    private static async Task<IResult> BeginAsync(Begin begin, DocumentUploads uploads, HttpContext context)
    {
        if (
            begin is not { Items: { Count: <= FactRules.MostItems } items, Name: { Length: <= LongestName } name, Size: >= 0 }
            || items.Any(item => item is not { Length: <= LongestItem }))
        {
            return Results.BadRequest();
        }

        var officer = Officer.Of(context);
        return await uploads.BeginAsync(officer.Inspection, officer.Recorder, items, name, begin.Size, begin.Replaces, context.RequestAborted) switch
        {
            UploadStart.Ticket ticket => Results.Ok(new { ticket.Document, ticket.Address }),
            UploadStart.Refused refused => Refused(refused.Because),
            var other => throw new InvalidOperationException($"No such start of an upload: {other}."),
        };
    }

    private static async Task<IResult> CompletedAsync(Guid document, DocumentUploads uploads, HttpContext context) =>
        await uploads.CompletedAsync(Officer.Of(context).Inspection, document, context.RequestAborted) switch
        {
            UploadEnd.Arrived arrived => Results.Ok(new { Document = arrived.Document.Id }),
            UploadEnd.Refused refused => Refused(refused.Because),
            var other => throw new InvalidOperationException($"No such end of an upload: {other}."),
        };

    private static async Task<IResult> StateAsync(Guid document, DocumentUploads uploads, HttpContext context)
    {
        if (await uploads.FindAsync(Officer.Of(context).Inspection, document, context.RequestAborted) is not { } row)
        {
            return Results.NotFound();
        }

        var found = row.State == DocumentState.Accepted ? FoundInLists.Words(row.Errors, row.Queries) : "";
        var findings = found.Length == 0 ? null : $"Accepted, with {found} in its lists; the receipt says which.";
        return Results.Ok(new { State = row.State.ToString().ToLowerInvariant(), Because = row.Refusal, Findings = findings });
    }

    private static IResult Template(string file)
    {
        foreach (var list in Enum.GetValues<PersonList>())
        {
            if (EmptyTemplate.Endings.FirstOrDefault(ending => EmptyTemplate.FileName(list, ending) == file) is { } ending)
            {
                using var content = new MemoryStream();
                EmptyTemplate.Write(list, ending, content);
                return Results.File(content.ToArray(), EmptyTemplate.MediaType(ending), file);
            }
        }

        return Results.NotFound();
    }

    private static IResult Refused(string because) => Results.Conflict(new { because });

    private sealed record Begin(IReadOnlyList<string>? Items, string? Name, long Size, Guid? Replaces);
}
