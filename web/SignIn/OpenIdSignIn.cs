using System.Security.Claims;
using AreaSend.Services.Areas;
using AreaSend.Services.Staff;
using AreaSend.Web.Hosting;
using AreaSend.Web.Security;
using Azure.Core;
using Azure.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using NodaTime;

namespace AreaSend.Web.SignIn;

/// <summary>
/// Sign-in by OpenID Connect: authorization code with PKCE, at Entra ID or any other provider that conforms. The cookie holds the session's identifier;
/// claims and tokens stay in the store, encrypted.
/// </summary>
internal static class OpenIdSignIn
{
    public const string Scheme = OpenIdConnectDefaults.AuthenticationScheme;

    /// <summary>The name of the client that asks the provider among the host's HTTP clients.</summary>
    public const string HttpClientName = "OpenIdConnect";

    /// <summary>The claim with what the provider calls a person for ever.</summary>
    public const string Subject = "sub";

    public static AuthenticationBuilder AddOpenIdSignIn(this AuthenticationBuilder authentication, SignInOptions settings, bool isSecure)
    {
        authentication.Services.AddSingleton(settings);
        authentication.Services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        authentication.Services.AddSingleton<ClientProof>();
        authentication.Services.AddSingleton<SessionTickets>();
        authentication.Services.AddSingleton<RoleRenewal>();
        authentication.Services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<SessionTickets>((options, tickets) => options.SessionStore = tickets);
        authentication.Services.AddProviderClient();
        return authentication.AddOpenIdConnect(Scheme, options => Configure(options, settings, isSecure));
    }

    /// <summary>The claims that the console goes by, made of a provider's.</summary>
    /// <param name="provider">A person as an ID token has them.</param>
    /// <param name="person">What events call the person.</param>
    /// <param name="settings">The names of claims and roles.</param>
    public static ClaimsPrincipal Person(ClaimsPrincipal provider, Guid person, SignInOptions settings)
    {
        var roles = settings.RolesOf([.. provider.FindAll(settings.RoleClaim).Select(claim => claim.Value)]);
        return new(new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, person.ToString()),
                new(ClaimTypes.Name, NameOf(provider, settings)),
                new(Subject, provider.FindFirstValue(Subject)!),
                .. roles.Select(role => new Claim(ClaimTypes.Role, role.ToString())),
                .. settings.RegionsOf(provider).Select(RegionClaims.Of),
            ],
            Scheme));
    }

    internal static bool IsCoordinator(ClaimsPrincipal provider, SignInOptions settings) =>
        settings.RolesOf([.. provider.FindAll(settings.RoleClaim).Select(claim => claim.Value)]).Contains(Role.Coordinator);

    internal static string NameOf(ClaimsPrincipal provider, SignInOptions settings) =>
        provider.FindFirstValue(settings.NameClaim) ?? provider.FindFirstValue("preferred_username") ?? "Somebody without a name";

    internal static string? EmailOf(ClaimsPrincipal provider, SignInOptions settings) =>
        provider.FindFirstValue(settings.EmailClaim) ?? provider.FindFirstValue("preferred_username");

    /// <summary>
    /// What the provider is asked with. Its addresses and keys are asked for again, and soon, because somebody waits; a code is good once, so that one is not
    /// handed in again.
    /// </summary>
    private static void AddProviderClient(this IServiceCollection services)
    {
        services.AddHttpClient(HttpClientName)
            .ConfigureHttpClient(client => (client.Timeout, client.MaxResponseContentBufferSize) = (Timeout.InfiniteTimeSpan, 10 << 20))
            .RemoveAllLoggers()
            .AddStandardResilienceHandler(resilience =>
            {
                resilience.Retry.DisableForUnsafeHttpMethods();
                (resilience.Retry.MaxRetryAttempts, resilience.Retry.Delay) = (2, TimeSpan.FromMilliseconds(200));
                (resilience.AttemptTimeout.Timeout, resilience.TotalRequestTimeout.Timeout) = (TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));
                resilience.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(60);
            });
        services.AddOptions<OpenIdConnectOptions>(Scheme)
            .Configure<IHttpClientFactory>((options, http) => options.Backchannel = http.CreateClient(HttpClientName));
    }

    private static void Configure(OpenIdConnectOptions options, SignInOptions settings, bool isSecure)
    {
        options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        options.Authority = settings.Authority;
        options.RequireHttpsMetadata = settings.Authority.StartsWith(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret.Length > 0 ? settings.ClientSecret : null;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.UsePkce = true;

        // The answer comes as an address and not as a form of another site: cookies need not be sent across sites for it.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        foreach (var cookie in (CookieBuilder[])[options.NonceCookie, options.CorrelationCookie])
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        }

        options.Scope.Clear();
        foreach (var scope in (string[])["openid", "profile", "email", "offline_access"])
        {
            options.Scope.Add(scope);
        }

        options.MapInboundClaims = false;
        options.SaveTokens = false;
        options.GetClaimsFromUserInfoEndpoint = false;
        options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(2);
        options.Events.OnPushAuthorization = async context =>
        {
            await context.HttpContext.RequestServices.GetRequiredService<ClientProof>()
                .AddToAsync(context.ProtocolMessage, context.Options, context.HttpContext.RequestAborted);
            context.HandleClientAuthentication();
        };
        options.Events.OnAuthorizationCodeReceived = async context =>
            await context.HttpContext.RequestServices.GetRequiredService<ClientProof>()
                .AddToAsync(context.TokenEndpointRequest!, context.Options, context.HttpContext.RequestAborted);
        options.Events.OnTokenValidated = LetInAsync;
        options.Events.OnRemoteFailure = RefuseAsync;
        options.Events.OnAccessDenied = RefuseAsync;
    }

    private static async Task LetInAsync(TokenValidatedContext context)
    {
        var services = context.HttpContext.RequestServices;
        var (settings, now) = (services.GetRequiredService<SignInOptions>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var (issuer, subject) = (context.SecurityToken.Issuer, context.Principal!.FindFirstValue(Subject)!);
        if (Roles.Of(Person(context.Principal!, Guid.Empty, settings)) is null)
        {
            SignInLog.NoRole(services.GetRequiredService<ILogger<SignInOptions>>());
            context.HandleResponse();
            context.Response.Redirect($"{SignInPage.Path}?why={SignInProblem.NoRole}");
            return;
        }

        var person = await services.GetRequiredService<StaffDirectory>().RecogniseAsync(
            issuer, subject, NameOf(context.Principal!, settings), EmailOf(context.Principal!, settings),
            IsCoordinator(context.Principal!, settings), Instant.FromDateTimeOffset(now),
            Sight.Of(settings.RegionsOf(context.Principal!)), context.HttpContext.RequestAborted);
        context.Principal = Person(context.Principal!, person, settings);
        context.Properties!.IsPersistent = false;
        context.Properties.StoreTokens(
        [
            new() { Name = OpenIdConnectParameterNames.RefreshToken, Value = context.TokenEndpointResponse?.RefreshToken ?? "" },
            new() { Name = OpenIdConnectParameterNames.IdToken, Value = context.TokenEndpointResponse?.IdToken ?? "" },
        ]);
    }

    // What went wrong is in the log: the page must not tell somebody who tries things what to try next.
    private static Task RefuseAsync(HandleRequestContext<RemoteAuthenticationOptions> context)
    {
        var services = context.HttpContext.RequestServices;
        SignInLog.Refused(
            services.GetRequiredService<ILogger<SignInOptions>>(),
            context is RemoteFailureContext { Failure: { } failure } ? failure.GetType().Name : "access denied");
        context.HandleResponse();
        context.Response.Redirect($"{SignInPage.Path}?why={SignInProblem.Refused}");
        return Task.CompletedTask;
    }
}
