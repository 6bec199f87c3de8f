using Microsoft.AspNetCore.Diagnostics;

namespace AreaSend.Web.Failures;

/// <summary>A failed request is answered with a page in the console's own look, and its cause is in the log under the reference that the page shows.</summary>
internal static class FailurePages
{
    public static IServiceCollection AddFailurePages(this IServiceCollection services) => services.AddExceptionHandler<FailureRecorder>();

    public static IApplicationBuilder UseFailurePages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/failure/500",
            CreateScopeForErrors = true,
            StatusCodeSelector = failure => (failure as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError,
            SuppressDiagnosticsCallback = _ => true, // FailureRecorder has logged it, with the reference.
        });
        app.UseStatusCodePagesWithReExecute("/failure/{0}", createScopeForStatusCodePages: true);
        return app.Use(ShowAsPage);
    }

    // The page is run in place of the request that failed, and would be refused again as the POST or PUT that it was.
    private static Task ShowAsPage(HttpContext context, RequestDelegate next)
    {
        var failed = context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
        if (failed && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
            context.SetEndpoint(null); // Found for the old method; routing comes after this and looks again.
        }

        return next(context);
    }
}
