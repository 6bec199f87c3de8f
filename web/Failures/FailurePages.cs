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
            StatusCodeSelector = StatusOf,
            SuppressDiagnosticsCallback = _ => true, // FailureRecorder has logged it, with the reference.
        });
        app.UseStatusCodePagesWithReExecute("/failure/{0}", createScopeForStatusCodePages: true);
        app.Use(LeaveRoomForThePage);
        return app.Use(ShowAsPage);
    }

    /// <summary>
    /// An address in a portal that is no page is answered in that portal: it is nobody's business there to sign in to the console, and no role opens a portal.
    /// Comes after routing, before anybody is asked who they are.
    /// </summary>
    public static IApplicationBuilder UseRoomsNotFound(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is not null || FailedPortal.Of(context) is null)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    private static int StatusOf(Exception failure) => failure switch
    {
        BadHttpRequestException bad => bad.StatusCode,

        // Somebody else has been writing to the file for as long as we wait for it.
        Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 5 or 6 }
        or { InnerException: Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 5 or 6 } } => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    // A page that refuses a form has named its content type by then and written nothing: a blank answer, unless the failure page may still be shown.
    private static async Task LeaveRoomForThePage(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null or 0 })
        {
            (context.Response.ContentType, context.Response.ContentLength) = (null, null);
        }
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
