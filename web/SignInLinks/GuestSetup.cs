using AreaSend.Services.Feeds;

namespace AreaSend.Web.SignInLinks;

/// <summary>Sign-in to rooms that are entered by a link from an e-mail.</summary>
internal static class GuestSetup
{
    public static IServiceCollection AddGuests(this IServiceCollection services)
    {
        services.AddSingleton<FeedEntries>();
        services.AddSingleton<GuestCalendar>();
        services.AddSingleton<LinkRequests>();
        services.AddHostedService(host => host.GetRequiredService<LinkRequests>());
        return services.AddGuestSignIn().AddSignInLimits();
    }
}
