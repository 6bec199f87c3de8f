using System.Security.Claims;
using System.Security.Cryptography.X509Certificates;
using AreaSend.Web.Hosting;
using Azure.Core;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace AreaSend.Web.SignIn;

/// <summary>
/// How the console proves to the identity provider that it is itself: by a statement signed with its certificate, or one that Azure makes for its managed
/// identity; a shared secret only where it is told to.
/// </summary>
internal sealed class ClientProof(SignInOptions settings, TokenCredential identity, TimeProvider time)
{
    private const string Assertion = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private static readonly string[] ExchangeScopes = ["api://AzureADTokenExchange/.default"];

    private readonly Lazy<X509Certificate2> _certificate = new(() => X509Certificate2.CreateFromPemFile(settings.CertificateFile));

    /// <summary>Adds the proof to a request for tokens.</summary>
    public async Task AddToAsync(OpenIdConnectMessage request, OpenIdConnectOptions options, CancellationToken cancellation)
    {
        if (settings.FederatedIdentity)
        {
            var token = await identity.GetTokenAsync(new TokenRequestContext(ExchangeScopes), cancellation);
            (request.ClientAssertionType, request.ClientAssertion) = (Assertion, token.Token);
        }
        else if (settings.CertificateFile.Length > 0)
        {
            var provider = await options.ConfigurationManager!.GetConfigurationAsync(cancellation);
            (request.ClientAssertionType, request.ClientAssertion) = (Assertion, Statement(provider.TokenEndpoint));
        }
        else
        {
            request.ClientSecret = settings.ClientSecret;
        }
    }

    private string Statement(string audience)
    {
        // When it ends is all that it says of time: a provider whose clock is a little behind would refuse one that begins now.
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = settings.ClientId,
            Subject = new ClaimsIdentity([new(JwtRegisteredClaimNames.Sub, settings.ClientId), new(JwtRegisteredClaimNames.Jti, Guid.NewGuid().ToString())]),
            Audience = audience,
            Expires = time.GetUtcNow().UtcDateTime + Lifetime,
            SigningCredentials = new X509SigningCredentials(_certificate.Value, SecurityAlgorithms.RsaSha256),
        });
    }
}
