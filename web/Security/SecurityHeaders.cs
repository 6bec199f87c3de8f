namespace AreaSend.Web.Security;

/// <summary>
/// Headers on every answer, errors included. Scripts, styles and pictures come from this host's own files only:
/// nothing inline, no nonce. A drawing must therefore use classes and presentation attributes, never <c>style="…"</c>.
/// </summary>
internal static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'none'; object-src 'none'; "
        + "frame-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    // It is ours, and yet it is treated as a stranger's: it runs nothing, posts nothing, and its links open by a person's hand alone.
    private const string PolicyOfAnEmail =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        + "sandbox allow-popups allow-top-navigation-by-user-activation";

    private const string PermissionsPolicy =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    /// <summary>Adds them.</summary>
    /// <param name="app">The host.</param>
    /// <param name="identityProvider">Signing out is a form of ours that ends there; null where nobody signs in.</param>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app, Uri? identityProvider) => app.Use((context, next) =>
    {
        // At the last moment: the error handler clears what was set before it.
        context.Response.OnStarting(() =>
        {
            Write(context.Response.Headers, PolicyOf(context, identityProvider));
            if (IsPage(context.Response) || context.Response.Headers.CacheControl.Count == 0)
            {
                // What is shown or sent may be out of date, or not meant for whoever sits down next. Only what says otherwise, such as a style sheet, is kept;
                // and the answer to a form that has been filled in, for the button "Back", which would else lead to the browser's own page about sending it
                // again.
                context.Response.Headers.CacheControl = IsPage(context.Response) && IsAnswer(context) ? "private, no-cache" : "no-store";
                context.Response.Headers.Pragma = default;
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    private static bool IsPage(HttpResponse response) =>
        response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;

    // A page that comes back to a form: with something to put right, or with what confirming would do.
    private static bool IsAnswer(HttpContext context) => HttpMethods.IsPost(context.Request.Method) && context.Response.StatusCode == StatusCodes.Status200OK;

    private static string PolicyOf(HttpContext context, Uri? identityProvider)
    {
        if (context.Features.Get<ShownEmail>() is not null)
        {
            return PolicyOfAnEmail;
        }

        var policy = identityProvider is null ? ContentSecurityPolicy : $"{ContentSecurityPolicy} {identityProvider.GetLeftPart(UriPartial.Authority)}";
        return context.Features.Get<ConnectSource>() is { } elsewhere
            ? $"{policy}; connect-src 'self' {elsewhere.Origin.GetLeftPart(UriPartial.Authority)}"
            : policy;
    }

    private static void Write(IHeaderDictionary headers, string policy)
    {
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer"; // A sign-in link's address holds its secret.
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
