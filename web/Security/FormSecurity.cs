using Microsoft.AspNetCore.Antiforgery;

namespace AreaSend.Web.Security;

/// <summary>Every request that can change something must carry the token of a page that this host has shown to this role.</summary>
internal static class FormSecurity
{
    public const string CookieName = "antiforgery";

    public static IServiceCollection AddFormSecurity(this IServiceCollection services) => services.AddAntiforgery(options =>
    {
        options.Cookie.Name = CookieName;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.HttpOnly = true;
        options.SuppressXFrameOptionsHeader = true; // frame-ancestors says it.
    });

    /// <summary>Stops a post without a good token before any endpoint sees it, whether or not the endpoint asked for that.</summary>
    public static IApplicationBuilder UseFormSecurity(this IApplicationBuilder app) =>
        app.UseMiddleware<FormsWithFiles>().UseMiddleware<FormTokenRequired>().UseAntiforgery();
}

internal sealed class FormTokenRequired(RequestDelegate next, IAntiforgery antiforgery, ILogger<FormTokenRequired> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        bool isSound;
        try
        {
            isSound = IsFree(context) || await antiforgery.IsRequestValidAsync(context);
        }
        catch (AntiforgeryValidationException unread) when (unread.InnerException is InvalidDataException)
        {
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        if (isSound)
        {
            await next(context);
            return;
        }

        SecurityLog.FormTokenRefused(logger, context.Request.Method, PathInLog.Of(context.Request.Path));
        context.Features.Set(StaleForm.Instance);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    // An endpoint that proves its caller otherwise, such as a signed callback, says so.
    private static bool IsFree(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false };
}

/// <summary>Marks a request that was refused because its form's token was missing or out of date.</summary>
internal sealed class StaleForm
{
    public static readonly StaleForm Instance = new();
}
