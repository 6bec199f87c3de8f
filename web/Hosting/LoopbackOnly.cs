using System.Net;

namespace AreaSend.Web.Hosting;

/// <summary>
/// Refuses a caller from another machine, and a Host header other than this machine's own names:
/// a page elsewhere that points its own name at 127.0.0.1 must not be able to read the console through the browser.
/// </summary>
internal sealed class LoopbackOnly(RequestDelegate next, ILogger<LoopbackOnly> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // No address at all means an in-memory server: there is no network to be on.
        var remote = context.Connection.RemoteIpAddress;
        if (remote is not null && !IPAddress.IsLoopback(remote))
        {
            HostingLog.RefusedCaller(logger);
            await Refuse(context, StatusCodes.Status403Forbidden, "This is a sandbox, so it answers only its own machine.");
            return;
        }

        if (!IsOwnName(context.Request.Host.Host))
        {
            HostingLog.RefusedHostName(logger);
            await Refuse(
                context,
                StatusCodes.Status400BadRequest,
                "AreaSend answers to localhost only. Open it as http://localhost and the port it listens on.");
            return;
        }

        await next(context);
    }

    private static bool IsOwnName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static Task Refuse(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(sentence);
    }
}

internal static class LoopbackOnlyExtensions
{
    public static IApplicationBuilder UseLoopbackOnly(this IApplicationBuilder app) => app.UseMiddleware<LoopbackOnly>();
}
