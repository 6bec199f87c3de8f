namespace AreaSend.Web.Publication;

/// <summary>What the pages of holds of publication need.</summary>
internal static class PublicationSetup
{
    public static IServiceCollection AddPublication(this IServiceCollection services) => services.AddSingleton<HoldsReader>();
}
