using AreaSend.Services.GettingReady;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace AreaSend.Web.GettingReady;

/// <summary>
/// Takes a person-level list that somebody wants checked. The form's token comes first and is looked at before anything of the file is read; then the file is read as
/// it comes, checked, and forgotten.
/// </summary>
internal static class ListTrialEndpoint
{
    private const string TokenField = "__RequestVerificationToken";
    private const int LongestToken = 1_000;
    private const int LongestName = 260;
    private const long MostBytes = ListTrial.MostBytes + (1 << 20);

    public static void MapReadyRoom(this IEndpointRouteBuilder app) =>
        app.MapPost(ReadyPages.CheckListFile, ReceiveAsync).RequireAuthorization(ReadySignIn.Name).DisableAntiforgery();

    private static async Task<IResult> ReceiveAsync(HttpContext context, ListTrial trial, TrialResults results, IAntiforgery antiforgery)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 100 } boundary)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }

        try
        {
            var reader = new MultipartReader(boundary, context.Request.Body);
            if (await reader.ReadNextSectionAsync(context.RequestAborted) is not { } token || NameOf(token) != TokenField || !await IsGoodAsync(context, antiforgery, token))
            {
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            }

            if (await reader.ReadNextSectionAsync(context.RequestAborted) is not { } file || FileNameOf(file) is not { Length: > 0 } name)
            {
                return Results.Redirect($"{ReadyPages.CheckList}?missing=file");
            }

            var reading = await trial.CheckAsync(file.Body, name, context.RequestAborted);
            return Results.Redirect(ReadyPages.Checked(results.Keep(ReadySignIn.PersonOf(context).Id, reading)));
        }
        catch (Exception unread) when (unread is IOException or InvalidDataException && !context.RequestAborted.IsCancellationRequested)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<bool> IsGoodAsync(HttpContext context, IAntiforgery antiforgery, MultipartSection section)
    {
        using var reader = new StreamReader(section.Body);
        var letters = new char[LongestToken];
        context.Request.Headers["RequestVerificationToken"] = new string(letters, 0, await reader.ReadBlockAsync(letters, context.RequestAborted));
        return await antiforgery.IsRequestValidAsync(context);
    }

    private static string? NameOf(MultipartSection section) =>
        ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) ? HeaderUtilities.RemoveQuotes(disposition.Name).Value : null;

    private static string? FileNameOf(MultipartSection section) =>
        ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) && disposition.IsFileDisposition()
        && HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value is { } name
            ? name[..Math.Min(name.Length, LongestName)]
            : null;
}
