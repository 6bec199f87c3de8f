using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace AreaSend.Web.Hosting;

/// <summary>
/// What a host outside the sandbox needs between it and its callers: the addresses of proxies that may say who called (<c>AreaSend:Proxies</c>, addresses or
/// networks with commas between), HSTS, and no answer under a name that is not the site's.
/// </summary>
internal static class PublicHosting
{
    internal const string ProxiesKey = "AreaSend:Proxies";
    private static readonly TimeSpan HstsAge = TimeSpan.FromDays(365);

    public static void AddPublicHosting(this WebApplicationBuilder builder)
    {
        var proxies = (builder.Configuration[ProxiesKey] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        builder.Services.AddHsts(options => (options.MaxAge, options.IncludeSubDomains) = (HstsAge, false));
        if (proxies.Length == 0)
        {
            return; // Nobody's word is taken, unless the platform's own setting (ASPNETCORE_FORWARDEDHEADERS_ENABLED) says that nothing else reaches this host.
        }

        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            // Only what the named proxies say is believed: else anybody could write another address into a header, and be counted as somebody else.
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in proxies)
            {
                options.KnownIPNetworks.Add(Network(proxy));
            }
        });
    }

    /// <summary>Before everything else.</summary>
    public static void UsePublicHosting(this WebApplication app, HostSettings settings)
    {
        if (!string.IsNullOrWhiteSpace(app.Configuration[ProxiesKey]))
        {
            app.UseForwardedHeaders();
        }

        if (settings.IsSecure)
        {
            app.UseHsts();
        }

        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/sandbox"))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            // A platform asks for the health of a replica under whatever address it has.
            if (
                context.Request.Path.StartsWithSegments(HostHealth.Path)
                || string.Equals(context.Request.Host.Host, settings.Site.Host, StringComparison.OrdinalIgnoreCase))
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Response.ContentType = "text/plain; charset=utf-8";
            return context.Response.WriteAsync($"AreaSend answers as {settings.Site.Host} only. Open {settings.Site}");
        });
    }

    /// <summary>What is wrong with the list of proxies; null where nothing is.</summary>
    public static string? FaultIn(IConfiguration configuration)
    {
        foreach (var proxy in (configuration[ProxiesKey] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IPAddress.TryParse(proxy, out _) && !System.Net.IPNetwork.TryParse(proxy, out _))
            {
                return $"{ProxiesKey} has \"{proxy}\": write an address such as 10.0.0.4 or a network such as 10.0.0.0/16, with commas between several.";
            }
        }

        return null;
    }

    private static System.Net.IPNetwork Network(string proxy) =>
        IPAddress.TryParse(proxy, out var address) ? new(address, address.GetAddressBytes().Length * 8) : System.Net.IPNetwork.Parse(proxy);
}
