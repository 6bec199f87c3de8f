using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using AreaSend.Services.Engine;
using AreaSend.Services.Mail;
using AreaSend.Web.SignIn;

namespace AreaSend.Web.Hosting;

/// <summary>What must be known before the host may start, read from the section <c>AreaSend</c>.</summary>
/// <param name="Sandbox">Made-up contacts, a clock that can be moved, and a role picked from a list where no sign-in is configured.</param>
/// <param name="Port">The port that the console listens on: of the loopback address in the sandbox; 0 lets the system choose a free one.</param>
internal sealed record HostSettings(bool Sandbox, int Port)
{
    public const int DefaultPort = 5080;

    internal const string SandboxKey = "AreaSend:Sandbox";
    private const string PortKey = "AreaSend:Port";

    /// <summary>Whether people sign in with an identity provider; otherwise each picks a role.</summary>
    public bool SignsIn => SignIn.IsOn;

    /// <summary>Where the site can be reached: what links in notices begin with.</summary>
    public Uri Site { get; init; } = new($"http://localhost:{Port}");

    /// <summary>How people sign in.</summary>
    public SignInOptions SignIn { get; init; } = new();

    /// <summary>Whether browsers reach it by https, through a proxy or directly.</summary>
    public bool IsSecure => Site.Scheme == Uri.UriSchemeHttps;

    /// <summary>Short names for the command line.</summary>
    public static IDictionary<string, string> Switches { get; } = new Dictionary<string, string> { ["--port"] = PortKey };

    /// <summary>Reads the settings, or says why the host must not start: a sentence a line.</summary>
    public static bool TryRead(IConfiguration configuration, [NotNullWhen(true)] out HostSettings? settings, [NotNullWhen(false)] out string? refusal)
    {
        settings = null;
        var sandboxText = configuration[SandboxKey];
        var (isSandbox, port) = (true, DefaultPort);
        List<string> faults = [];
        if (sandboxText is not null && !bool.TryParse(sandboxText, out isSandbox))
        {
            faults.Add($"{SandboxKey} is \"{sandboxText}\": it must be true or false.");
        }

        if (configuration[PortKey] is { } text && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= 65535))
        {
            faults.Add($"The port is \"{text}\": it must be a number from 1 to 65535, or 0 for any free port.");
        }

        if (configuration[SecretsKey] is { Length: > 0 } secrets && !Directory.Exists(secrets))
        {
            faults.Add($"{SecretsKey} is \"{secrets}\", and there is no such folder that this host may read.");
        }

        if (PublicHosting.FaultIn(configuration) is { } fault)
        {
            faults.Add(fault);
        }

        var signIn = SignInOptions.Of(configuration);
        faults.AddRange(signIn.Faults());
        if (faults.Count == 0 && !isSandbox)
        {
            faults.AddRange(OutsideSandbox.Missing(configuration, signIn));
        }

        refusal = faults.Count == 0 ? null : string.Join(Environment.NewLine, faults);
        if (refusal is not null)
        {
            return false;
        }

        settings = new HostSettings(isSandbox, port) { SignIn = signIn };
        settings = configuration[SiteKey] is { } site ? settings with { Site = new Uri(site) } : settings;
        return true;
    }

    /// <summary>A folder with a file for each setting that is secret: <c>AreaSend__Store__ConnectionString</c>.</summary>
    internal const string SecretsKey = "AreaSend:SecretsFolder";

    internal const string SiteKey = $"{SiteOptions.Section}:{nameof(SiteOptions.SiteAddress)}";
}
