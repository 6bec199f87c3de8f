using System.Security.Claims;
using System.Text.Json;
using AreaSend.Services.Areas;
using AreaSend.Services.Staff;
using AreaSend.Web.Hosting;
using AreaSend.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using Polly;

namespace AreaSend.Web.SignIn;

/// <summary>
/// Asks the identity provider every few minutes whether a person still has the roles, so that one who has lost them is out within minutes and not when the
/// session ends. While the provider is away nobody is put out for three such periods; after that nobody stays in.
/// </summary>
internal sealed class RoleRenewal(
    IOptionsMonitor<OpenIdConnectOptions> provider,
    SignInOptions settings,
    ClientProof proof,
    StaffSessions sessions,
    StaffDirectory staff,
    TimeProvider time,
    ILogger<RoleRenewal> logger)
{
    private const int PeriodsWithoutAnswer = 3;

    /// <summary>Looks at a session on each request.</summary>
    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var (now, cancellation) = (Instant.FromDateTimeOffset(time.GetUtcNow()), context.HttpContext.RequestAborted);
        var period = Duration.FromMinutes(settings.RecheckMinutes);
        if (SessionTickets.SessionOf(context.Properties) is not { } id || await sessions.FindAsync(id, now, cancellation) is not { } session
            || now >= session.BeganAt + Duration.FromHours(settings.SessionHours))
        {
            await EndAsync(context);
            return;
        }

        if (now < session.AskedAt + period || !await sessions.ClaimAsync(id, now - period, now, cancellation))
        {
            if (now >= session.ConfirmedAt + (period * PeriodsWithoutAnswer))
            {
                await EndAsync(context);
            }

            return;
        }

        switch (await AskAsync(context, cancellation))
        {
            case Answer.Confirmed:
                await sessions.ConfirmAsync(id, now, cancellation);
                context.ShouldRenew = true;
                break;
            case Answer.Denied:
                await EndAsync(context);
                break;
            case Answer.None when now >= session.ConfirmedAt + (period * PeriodsWithoutAnswer):
                await EndAsync(context);
                break;
        }
    }

    private static Task EndAsync(CookieValidatePrincipalContext context)
    {
        context.RejectPrincipal();
        return context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    private async Task<Answer> AskAsync(CookieValidatePrincipalContext context, CancellationToken cancellation)
    {
        var options = provider.Get(OpenIdSignIn.Scheme);
        if (context.Properties.GetTokenValue(OpenIdConnectParameterNames.RefreshToken) is not { Length: > 0 } token)
        {
            SignInLog.EndedByProvider(logger, "no token to renew with");
            return Answer.Denied;
        }

        try
        {
            var request = new OpenIdConnectMessage
            {
                ClientId = options.ClientId,
                GrantType = OpenIdConnectGrantTypes.RefreshToken,
                RefreshToken = token,
            };
            await proof.AddToAsync(request, options, cancellation);
            var known = await options.ConfigurationManager!.GetConfigurationAsync(cancellation);
            using var content = new FormUrlEncodedContent(request.Parameters);
            using var answer = await options.Backchannel.PostAsync(known.TokenEndpoint, content, cancellation);
            if ((int)answer.StatusCode >= 500)
            {
                return Answer.None;
            }

            var tokens = new OpenIdConnectMessage(await answer.Content.ReadAsStringAsync(cancellation));
            if (!answer.IsSuccessStatusCode)
            {
                SignInLog.EndedByProvider(logger, tokens.Error ?? answer.StatusCode.ToString());
                return Answer.Denied;
            }

            return await TakeAsync(context, options, tokens) ? Answer.Confirmed : Answer.Denied;
        }
        catch (Exception away)
            when (away is HttpRequestException or ExecutionRejectedException or InvalidOperationException or JsonException or ArgumentException
                || (away is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            SignInLog.ProviderAway(logger, away);
            return Answer.None;
        }
    }

    /// <summary>Takes over what the provider says now of the same person.</summary>
    private async Task<bool> TakeAsync(CookieValidatePrincipalContext context, OpenIdConnectOptions options, OpenIdConnectMessage tokens)
    {
        var parameters = options.TokenValidationParameters.Clone();
        parameters.ConfigurationManager = options.ConfigurationManager as BaseConfigurationManager;
        parameters.ValidAudience ??= options.ClientId;
        var checkedToken = await options.TokenHandler.ValidateTokenAsync(tokens.IdToken, parameters);
        var subject = context.Principal!.FindFirstValue(OpenIdSignIn.Subject);
        if (!checkedToken.IsValid || checkedToken.ClaimsIdentity.FindFirst(OpenIdSignIn.Subject)?.Value != subject)
        {
            SignInLog.EndedByProvider(logger, "a token that is not this person's");
            return false;
        }

        var said = new ClaimsPrincipal(checkedToken.ClaimsIdentity);
        if (Roles.Of(OpenIdSignIn.Person(said, Guid.Empty, settings)) is null)
        {
            SignInLog.EndedByProvider(logger, "no role left");
            return false;
        }

        var id = await staff.RecogniseAsync(
            checkedToken.Issuer, subject!, OpenIdSignIn.NameOf(said, settings), OpenIdSignIn.EmailOf(said, settings),
            OpenIdSignIn.IsCoordinator(said, settings),
            Instant.FromDateTimeOffset(time.GetUtcNow()),
            Sight.Of(settings.RegionsOf(said)), context.HttpContext.RequestAborted);
        context.ReplacePrincipal(OpenIdSignIn.Person(said, id, settings));
        context.Properties.UpdateTokenValue(
            OpenIdConnectParameterNames.RefreshToken,
            tokens.RefreshToken ?? context.Properties.GetTokenValue(OpenIdConnectParameterNames.RefreshToken)!);
        context.Properties.UpdateTokenValue(OpenIdConnectParameterNames.IdToken, tokens.IdToken);
        return true;
    }

    private enum Answer
    {
        Confirmed,
        Denied,
        None,
    }
}
