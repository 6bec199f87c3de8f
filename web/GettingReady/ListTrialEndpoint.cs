using AreaSend.Services.GettingReady;
using AreaSend.Web.Security;
using Microsoft.AspNetCore.Antiforgery;

namespace AreaSend.Web.GettingReady;

/// <summary>
/// Takes a person-level list that somebody wants checked. The form's token comes first and is looked at before anything of the file is read; then the file is
/// read as
/// it comes, checked, and forgotten.
/// </summary>
internal static class ListTrialEndpoint
{
    private const int LongestName = 260;
    private const long MostBytes = ListTrial.MostBytes + (1 << 20);

    public static void MapListTrial(this IEndpointRouteBuilder app) =>
        app.MapPost(ReadyPages.CheckListFile, ReceiveAsync).RequireAuthorization(ReadySignIn.Name).DisableAntiforgery();

    private static async Task<IResult> ReceiveAsync(HttpContext context, ListTrial trial, TrialResults results, IAntiforgery antiforgery)
    {
        if (StreamedForm.ReaderOf(context, MostBytes) is not { } reader)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        try
        {
            if (await reader.ReadNextSectionAsync(context.RequestAborted) is not { } token || !await StreamedForm.IsGoodTokenAsync(context, antiforgery, token))
            {
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            }

            if (await reader.ReadNextSectionAsync(context.RequestAborted) is not { } file || StreamedForm.FileNameOf(file) is not { Length: > 0 } name)
            {
                return Results.Redirect($"{ReadyPages.CheckList}?missing=file");
            }

            var reading = await trial.CheckAsync(file.Body, name[..Math.Min(name.Length, LongestName)], context.RequestAborted);
            return Results.Redirect(ReadyPages.Checked(results.Keep(ReadySignIn.PersonOf(context).Id, reading)));
        }
        catch (Exception unread) when (unread is IOException or InvalidDataException && !context.RequestAborted.IsCancellationRequested)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }
}
