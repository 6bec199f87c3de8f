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

    private static Task<IResult> ReceiveAsync(HttpContext context, ListTrial trial, TrialResults results, IAntiforgery antiforgery) =>
        StreamedForm.TakeAsync(context, antiforgery, MostBytes, async reader =>
        {
            if (await reader.ReadNextSectionAsync(context.RequestAborted) is not { } file || StreamedForm.FileNameOf(file) is not { Length: > 0 } name)
            {
                return Results.Redirect($"{ReadyPages.CheckList}?missing=file");
            }

            var reading = await trial.CheckAsync(file.Body, name[..Math.Min(name.Length, LongestName)], context.RequestAborted);
            return Results.Redirect(ReadyPages.Checked(results.Keep(ReadySignIn.PersonOf(context).Id, reading)));
        });
}
