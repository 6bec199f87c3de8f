using AreaSend.Services.Feeds;

namespace AreaSend.Web.Doors;

/// <summary>The doors of rooms that are entered by a link from an e-mail.</summary>
internal static class DoorSetup
{
    public static IServiceCollection AddDoors(this IServiceCollection services)
    {
        services.AddSingleton<FeedEntries>();
        services.AddSingleton<GuestCalendar>();
        services.AddSingleton<LinkRequests>();
        services.AddHostedService(host => host.GetRequiredService<LinkRequests>());
        return services.AddGuestSignIn().AddSignInLimits();
    }
}
