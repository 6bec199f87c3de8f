using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace AreaSend.Functions.Hosting;

/// <summary>
/// Knows the console by its identity. App Service looks at the token that comes with a request and says whose it is in a header; it takes that header off
/// whatever comes from outside, but only while its authentication is switched on, so without that nobody is the console.
/// </summary>
internal sealed class ConsoleCaller(IConfiguration configuration)
{
    /// <summary>The setting that holds the object id of the console's identity.</summary>
    public const string CallerKey = "AreaSend:Functions:Caller";

    /// <summary>The platform's own word for whether its authentication is on.</summary>
    public const string SwitchedOnKey = "WEBSITE_AUTH_ENABLED";

    /// <summary>Where App Service says whose token it was.</summary>
    public const string PrincipalHeader = "X-MS-CLIENT-PRINCIPAL-ID";

    /// <summary>Whether the console asks.</summary>
    public bool Asks(HttpRequest request) =>
        configuration[CallerKey] is { Length: > 0 } console
        && bool.TryParse(configuration[SwitchedOnKey], out var on) && on
        && request.Headers[PrincipalHeader] is [{ } principal] && principal.Equals(console, StringComparison.OrdinalIgnoreCase);
}
