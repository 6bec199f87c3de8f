using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AreaSend.Web.Hosting;

/// <summary>What must be known before the host may start, read from the section <c>AreaSend</c>.</summary>
/// <param name="Sandbox">Made-up contacts, a clock that can be moved, a role picked from a list instead of sign-in. The only mode there is until sign-in is built.</param>
/// <param name="Port">The loopback port that the console listens on; 0 lets the system choose a free one.</param>
internal sealed record HostSettings(bool Sandbox, int Port)
{
    public const int DefaultPort = 5080;

    private const string SandboxKey = "AreaSend:Sandbox";
    private const string PortKey = "AreaSend:Port";

    /// <summary>Short names for the command line.</summary>
    public static IDictionary<string, string> Switches { get; } = new Dictionary<string, string> { ["--port"] = PortKey };

    /// <summary>Reads the settings, or says in one sentence why the host must not start.</summary>
    public static bool TryRead(IConfiguration configuration, [NotNullWhen(true)] out HostSettings? settings, [NotNullWhen(false)] out string? refusal)
    {
        settings = null;
        refusal = Refusal(configuration[SandboxKey], configuration[PortKey], out var port);
        if (refusal is not null)
        {
            return false;
        }

        settings = new HostSettings(Sandbox: true, port);
        return true;
    }

    private static string? Refusal(string? sandbox, string? portText, out int port)
    {
        port = DefaultPort;
        if (sandbox is not null && !bool.TryParse(sandbox, out _))
        {
            return $"{SandboxKey} is \"{sandbox}\": it must be true or false.";
        }

        if (sandbox is not null && !bool.Parse(sandbox))
        {
            return $"AreaSend has no sign-in yet, so it runs only in the sandbox: set {SandboxKey} to true.";
        }

        if (portText is not null && !(int.TryParse(portText, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= 65535))
        {
            return $"The port is \"{portText}\": it must be a number from 1 to 65535, or 0 for any free port.";
        }

        return null;
    }
}
