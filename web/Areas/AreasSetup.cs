namespace AreaSend.Web.Areas;

/// <summary>What the pages of areas need.</summary>
internal static class AreasSetup
{
    public static IServiceCollection AddAreas(this IServiceCollection services) => services.AddSingleton<AreaReader>();
}
