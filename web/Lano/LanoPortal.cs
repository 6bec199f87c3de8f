using AreaSend.Web.Documents;

namespace AreaSend.Web.Lano;

/// <summary>The officer's portal in the host, and what inspectors see of it.</summary>
internal static class LanoPortal
{
    public static IServiceCollection AddLanoPortal(this IServiceCollection services)
    {
        services.AddSingleton<AnnexAOverviews>();
        services.AddSingleton<SentFiles>();
        return services;
    }
}
