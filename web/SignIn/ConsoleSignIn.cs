using AreaSend.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace AreaSend.Web.SignIn;

/// <summary>Sign-in to the console: a session for those whom the identity provider vouches for, or, in a sandbox without one, a role that one picks.</summary>
internal static class ConsoleSignIn
{
    public const string SessionCookie = "session";
    public const string StartPath = "/sign-in/start";
    public const string EndPath = "/sign-out";

    private const string From = "from";

    public static IServiceCollection AddSignIn(this IServiceCollection services, SignInOptions settings, bool isSecure)
    {
        var authentication = services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = settings.IsOn ? SessionCookie : RoleSignIn.CookieName;
            options.Cookie.SameSite = SameSiteMode.Lax; // The way back from the identity provider, and links in mailboxes.
            options.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.LoginPath = SignInPage.Path;
            options.ReturnUrlParameter = From;
            options.ExpireTimeSpan = settings.IsOn ? TimeSpan.FromMinutes(settings.IdleMinutes) : TimeSpan.FromHours(12);
            options.Events.OnRedirectToReturnUrl = PortalCookie.GoNowhere;
            options.Events.OnRedirectToLogin = UnsentForm.KeepOrRedirectAsync;
            options.Events.OnRedirectToAccessDenied = redirect =>
            {
                redirect.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
            if (settings.IsOn)
            {
                options.Events.OnValidatePrincipal = context => context.HttpContext.RequestServices.GetRequiredService<RoleRenewal>().ValidateAsync(context);
            }
        });
        if (settings.IsOn)
        {
            authentication.AddOpenIdSignIn(settings, isSecure);
        }

        services.AddSingleton<RecorderNames>();
        services.AddSingleton<IAuthorizationHandler, OnTheTeamHandler>();
        services.AddCascadingAuthenticationState();
        Policies.AddTo(services.AddAuthorizationBuilder());
        return services;
    }

    public static IApplicationBuilder UseSignIn(this IApplicationBuilder app) => app.UseAuthentication().UseAuthorization();

    /// <summary>The way to the identity provider, and out.</summary>
    public static void MapSignIn(this WebApplication app, SignInOptions settings)
    {
        if (!settings.IsOn)
        {
            return;
        }

        app.MapGet(StartPath, StartAsync).AllowAnonymous();
        app.MapPost(EndPath, () => TypedResults.SignOut(
            new AuthenticationProperties { RedirectUri = $"{SignInPage.Path}?out=true" }, [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdSignIn.Scheme])).AllowAnonymous();
    }

    private static async Task StartAsync(HttpContext context, string? from, ILogger<SignInOptions> logger)
    {
        try
        {
            await context.ChallengeAsync(OpenIdSignIn.Scheme, new AuthenticationProperties { RedirectUri = LocalAddress.OrHome(from) });
        }
        catch (Exception away) when (away is InvalidOperationException or HttpRequestException)
        {
            SignInLog.ProviderAway(logger, away);
            context.Response.Redirect($"{SignInPage.Path}?why={SignInProblem.Away}&{From}={Uri.EscapeDataString(LocalAddress.OrHome(from))}");
        }
        catch (OpenIdConnectProtocolException refused)
        {
            // The provider does not know this console: its settings are wrong, and no person can help it.
            SignInLog.ConsoleRefused(logger, refused);
            context.Response.Redirect($"{SignInPage.Path}?why={SignInProblem.Refused}");
        }
    }
}
