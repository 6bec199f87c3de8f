using AreaSend.Web.Inspections;

namespace AreaSend.Web.Components;

/// <summary>The pages, and the files that they use.</summary>
internal static class ConsoleExtensions
{
    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<InspectionViews>();
        services.AddHealthChecks();
        return services;
    }

    public static void MapConsole(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapRazorComponents<App>();
    }
}
