using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace AreaSend.Web.Security;

/// <summary>
/// A form with files that is read part by part, as it comes: neither memory nor disk grows with it. Its token is its first part, and is looked at before
/// anything of a file is read.
/// </summary>
internal static class StreamedForm
{
    /// <summary>The name of the part with the token.</summary>
    public const string TokenField = "__RequestVerificationToken";

    private const int LongestBoundary = 100;
    private const int LongestField = 1_000;

    /// <summary>
    /// Takes a form: its token first, and then the rest. One without a good token, one that is cut off, and what is no form at all are answered by 400.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="antiforgery">Knows whether the token is good.</param>
    /// <param name="mostBytes">How long the body may be; null if each file has a limit of its own.</param>
    /// <param name="read">Reads what comes after the token.</param>
    public static async Task<IResult> TakeAsync(HttpContext context, IAntiforgery antiforgery, long? mostBytes, Func<MultipartReader, Task<IResult>> read)
    {
        try
        {
            return ReaderOf(context, mostBytes) is { } reader
                && await reader.ReadNextSectionAsync(context.RequestAborted) is { } token
                && await IsGoodTokenAsync(context, antiforgery, token)
                ? await read(reader)
                : Results.StatusCode(StatusCodes.Status400BadRequest);
        }
        catch (Exception unread) when (unread is IOException or InvalidDataException && !context.RequestAborted.IsCancellationRequested)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>The parts of the request's body; null if it is no form with files.</summary>
    /// <param name="context">The request.</param>
    /// <param name="mostBytes">How long the body may be; null if each file has a limit of its own.</param>
    private static MultipartReader? ReaderOf(HttpContext context, long? mostBytes)
    {
        if (
            !MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= LongestBoundary } boundary)
        {
            return null;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = mostBytes;
        }

        return new MultipartReader(boundary, context.Request.Body);
    }

    /// <summary>Whether the part is the token, and good.</summary>
    private static async Task<bool> IsGoodTokenAsync(HttpContext context, IAntiforgery antiforgery, MultipartSection part)
    {
        if (FieldOf(part) != TokenField || await TextOfAsync(part, context.RequestAborted) is not { Length: > 0 } token)
        {
            return false;
        }

        context.Request.Headers["RequestVerificationToken"] = token;
        return await antiforgery.IsRequestValidAsync(context);
    }

    /// <summary>What a field of the form says: its first thousand letters, for no field of ours is longer.</summary>
    public static async Task<string> TextOfAsync(MultipartSection part, CancellationToken cancellation)
    {
        using var reader = new StreamReader(part.Body);
        var letters = new char[LongestField];
        return new string(letters, 0, await reader.ReadBlockAsync(letters, cancellation));
    }

    /// <summary>The name of the field that the part is of; null if it has none.</summary>
    public static string? FieldOf(MultipartSection part) =>
        DispositionOf(part) is { } disposition ? HeaderUtilities.RemoveQuotes(disposition.Name).Value : null;

    /// <summary>The name of the file that the part is: empty where none was chosen, null where it is no file.</summary>
    public static string? FileNameOf(MultipartSection part) => DispositionOf(part) is { } disposition && disposition.IsFileDisposition()
        ? HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? ""
        : null;

    private static ContentDispositionHeaderValue? DispositionOf(MultipartSection part) =>
        ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition) ? disposition : null;
}
