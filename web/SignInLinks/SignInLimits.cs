using System.Net;
using System.Threading.RateLimiting;
using AreaSend.Services.SignInLinks;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace AreaSend.Web.SignInLinks;

/// <summary>Marks a page at which somebody may try to come in.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LimitsSignInAttribute : Attribute
{
    /// <summary>Only what is sent counts: looking at the page tries nothing.</summary>
    public bool OnlyPosts { get; init; }

    public bool Counts(HttpRequest request) => !OnlyPosts || HttpMethods.IsPost(request.Method);
}

/// <summary>
/// How often somebody may try to sign in by a link: from one address, and all together. Each room is counted by itself, and asking for
/// a link apart from coming in with one: whoever asks too often, or guesses at one room, does not keep those out who hold a link. Other pages are not counted.
/// </summary>
internal static class SignInLimits
{
    public static IServiceCollection AddSignInLimits(this IServiceCollection services)
    {
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<GuestLinkOptions>>((limits, guests) =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                Limiter(context => KeyOf(context.Connection.RemoteIpAddress), guests.Value.TriesPerAddress),
                Limiter(_ => "all", guests.Value.Tries));
        });
        return services.AddRateLimiter(_ => { });
    }

    private static PartitionedRateLimiter<HttpContext> Limiter(Func<HttpContext, string> key, int tries) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context =>
            context.GetEndpoint()?.Metadata.GetMetadata<LimitsSignInAttribute>()?.Counts(context.Request) is not true
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetFixedWindowLimiter(
                    $"{PageOf(context)} {key(context)}",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = tries, Window = TimeSpan.FromMinutes(1) }));

    // As the page is mapped, however its address was typed.
    private static string PageOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";

    // A household or an office has a whole /64 of IPv6 addresses to try from.
    private static string KeyOf(IPAddress? address) => address switch
    {
        null => "in memory",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes()[..8]),
        _ => address.ToString(),
    };
}
