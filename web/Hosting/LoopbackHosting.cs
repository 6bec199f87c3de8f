using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace AreaSend.Web.Hosting;

/// <summary>The host speaks to its own machine only, for as long as it cannot tell who is asking.</summary>
internal static class LoopbackHosting
{
    public static bool TryReadHostSettings(
        this WebApplicationBuilder builder, string[] args, [NotNullWhen(true)] out HostSettings? settings, [NotNullWhen(false)] out string? refusal)
    {
        builder.Configuration.AddCommandLine(args, HostSettings.Switches);
        return HostSettings.TryRead(builder.Configuration, out settings, out refusal);
    }

    public static void ListenOnLoopback(this WebApplicationBuilder builder, HostSettings settings)
    {
        builder.Services.AddSingleton(settings);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, settings.Port));
    }

    private static void Listen(KestrelServerOptions kestrel, int port)
    {
        kestrel.AddServerHeader = false;
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
