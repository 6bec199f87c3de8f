using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace AreaSend.Web.Hosting;

/// <summary>Where the host listens: a sandbox speaks to its own machine only; any other to whoever its proxy or network lets through.</summary>
internal static class Listening
{
    /// <summary>The platform's own settings of what to listen on, which a container image or an operator may have set.</summary>
    private static readonly string[] Addresses = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints"];

    public static bool TryReadHostSettings(
        this WebApplicationBuilder builder, string[] args, [NotNullWhen(true)] out HostSettings? settings, [NotNullWhen(false)] out string? refusal)
    {
        builder.Configuration.AddCommandLine(args, HostSettings.Switches);
        if (builder.Configuration[HostSettings.SecretsKey] is { Length: > 0 } secrets && Directory.Exists(secrets))
        {
            // One file a setting, as containers are handed their secrets: an environment is shown to whoever may look at a container.
            builder.Configuration.AddKeyPerFile(Path.GetFullPath(secrets));
        }

        return HostSettings.TryRead(builder.Configuration, out settings, out refusal);
    }

    public static void Listen(this WebApplicationBuilder builder, HostSettings settings)
    {
        builder.Services.AddSingleton(settings);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (settings.Sandbox)
        {
            builder.WebHost.UseStaticWebAssets();
            builder.WebHost.ConfigureKestrel(kestrel => ListenOnLoopback(kestrel, settings.Port));
        }
        else if (Addresses.All(key => builder.Configuration[key] is null))
        {
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenAnyIP(settings.Port));
        }
    }

    private static void ListenOnLoopback(KestrelServerOptions kestrel, int port)
    {
        if (port == 0)
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            return;
        }

        // Kestrel would say the same in forty lines, and only after every background service has started.
        PortTakenException.ThrowIfTaken(port);
        kestrel.ListenLocalhost(port);
    }
}
