using System.Security.Claims;
using AreaSend.Web.Security;

namespace AreaSend.Web.Hosting;

/// <summary>
/// Settings under <c>AreaSend:SignIn</c>: which OpenID Connect provider vouches for the people of the inspectorates, and what it calls their roles.
/// Without an authority there is no sign-in, and the console starts only in the sandbox.
/// </summary>
internal sealed class SignInOptions
{
    public const string Section = "AreaSend:SignIn";

    /// <summary>The provider's issuer, below which its discovery document lies: <c>https://login.microsoftonline.com/TENANT/v2.0</c>.</summary>
    public string Authority { get; set; } = "";

    /// <summary>What the provider calls this console.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>A file with a certificate and its private key (PEM), whose public half the provider knows. No secret is shared.</summary>
    public string CertificateFile { get; set; } = "";

    /// <summary>
    /// In Azure: the host's managed identity vouches for the console (a federated credential of the app registration). Nothing is kept anywhere.
    /// </summary>
    public bool FederatedIdentity { get; set; }

    /// <summary>For providers that take nothing better. A secret.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>The claim that lists a person's app roles.</summary>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>The claim with a person's name.</summary>
    public string NameClaim { get; set; } = "name";

    /// <summary>The claim with a person's e-mail address.</summary>
    public string EmailClaim { get; set; } = "email";

    /// <summary>
    /// What the provider calls a role of AreaSend: <c>Roles:Coordinator = SEND.Coordinators</c>. A role that is not named here is called as in AreaSend.
    /// </summary>
    public Dictionary<string, string> Roles { get; set; } = [];

    /// <summary>
    /// The claim that names the regions that a person is limited to, one in each value; somebody without it sees all. It may be the <see cref="RoleClaim"/>,
    /// where each value that begins with the <see cref="RegionPrefix"/> names one.
    /// </summary>
    public string RegionClaim { get; set; } = "regions";

    /// <summary>What stands before the region in each value of the <see cref="RegionClaim"/>; a value without it names none.</summary>
    public string RegionPrefix { get; set; } = "";

    /// <summary>A session that is not used ends after so many minutes.</summary>
    public int IdleMinutes { get; set; } = 60;

    /// <summary>A session ends after so many hours, however much it is used.</summary>
    public int SessionHours { get; set; } = 12;

    /// <summary>The provider is asked every so many minutes whether a person still has the roles; one who has lost them is out by then.</summary>
    public int RecheckMinutes { get; set; } = 5;

    /// <summary>Whether people sign in; otherwise each picks a role, in the sandbox.</summary>
    public bool IsOn => Authority.Length > 0;

    /// <summary>The settings as a configuration has them.</summary>
    public static SignInOptions Of(IConfiguration configuration) => configuration.GetSection(Section).Get<SignInOptions>() ?? new();

    /// <summary>What cannot work, a sentence each; empty where all is well or sign-in is off.</summary>
    public IEnumerable<string> Faults()
    {
        if (!IsOn)
        {
            yield break;
        }

        if (
            !Uri.TryCreate(Authority, UriKind.Absolute, out var authority)
            || !(authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback)))
        {
            yield return $"{Section}:Authority is \"{Authority}\": it has to be the https:// address of the identity provider.";
        }

        if (ClientId.Length == 0)
        {
            yield return $"{Section}:ClientId is missing: set it to what the identity provider calls this console.";
        }

        if ((CertificateFile.Length > 0 ? 1 : 0) + (FederatedIdentity ? 1 : 0) + (ClientSecret.Length > 0 ? 1 : 0) != 1)
        {
            yield return $"Set one of {Section}:CertificateFile, {Section}:FederatedIdentity and {Section}:ClientSecret, so that the identity provider knows this console.";
        }

        if (CertificateFile.Length > 0 && !File.Exists(CertificateFile))
        {
            yield return $"{Section}:CertificateFile is \"{CertificateFile}\", and there is no such file that this host may read.";
        }

        foreach (var unknown in Roles.Keys.Where(name => !Enum.GetNames<Role>().Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            yield return $"{Section}:Roles:{unknown} names no role of AreaSend: they are {string.Join(", ", Enum.GetNames<Role>())}.";
        }

        if (RegionClaim == RoleClaim && RegionPrefix.Length == 0)
        {
            yield return $"{Section}:RegionClaim is the claim of the roles: set {Section}:RegionPrefix to what stands before a region there, such as Region., or each role would be taken for a region.";
        }

        if (IdleMinutes < 1 || SessionHours < 1 || RecheckMinutes < 1)
        {
            yield return $"{Section}:IdleMinutes, {Section}:SessionHours and {Section}:RecheckMinutes have to be at least 1.";
        }
    }

    /// <summary>The roles of AreaSend that these words of the provider name.</summary>
    public IEnumerable<Role> RolesOf(IReadOnlyCollection<string> words) =>
        Enum.GetValues<Role>().Where(role => words.Contains(WordFor(role), StringComparer.Ordinal));

    /// <summary>The regions that the provider limits a person to, as it calls them; empty for no limit.</summary>
    public IReadOnlyList<string> RegionsOf(ClaimsPrincipal provider) =>
    [
        .. from claim in provider.FindAll(RegionClaim)
           where claim.Value.StartsWith(RegionPrefix, StringComparison.OrdinalIgnoreCase)
           select claim.Value[RegionPrefix.Length..],
    ];

    private string WordFor(Role role) =>
        Roles.FirstOrDefault(named => string.Equals(named.Key, role.ToString(), StringComparison.OrdinalIgnoreCase)).Value ?? role.ToString();
}
