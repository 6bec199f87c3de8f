using AreaSend.Services.Uploads;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace AreaSend.Web.Security;

/// <summary>A page whose form brings files: as large as an upload may be. Other pages take what a form with words needs.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TakesFilesAttribute : Attribute;

/// <summary>Lets the forms of such pages be as large as their files may be. What is too large for memory is kept on disk until the request ends.</summary>
internal sealed class FormsWithFiles(RequestDelegate next, IOptions<UploadOptions> uploads)
{
    private const int MostFiles = 2;
    private const int ForWords = 1 << 20;
    private const int InMemory = 1 << 16;

    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method)
            && context.GetEndpoint()?.Metadata.GetMetadata<TakesFilesAttribute>() is not null
            && context.Request.HasFormContentType
            && context.Request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            {
                limit.MaxRequestBodySize = (MostFiles * uploads.Value.LargestFile) + ForWords;
            }

            // One byte more than a file may have, so that the page can say that it has too many.
            var options = new FormOptions
            {
                MultipartBodyLengthLimit = uploads.Value.LargestFile + ForWords, ValueLengthLimit = ForWords, MemoryBufferThreshold = InMemory,
            };
            context.Features.Set<IFormFeature>(new FormFeature(context.Request, options));
        }

        return next(context);
    }
}
