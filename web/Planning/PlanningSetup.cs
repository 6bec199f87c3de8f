using AreaSend.Services.Programme;

namespace AreaSend.Web.Planning;

/// <summary>What planning an inspection needs.</summary>
internal static class PlanningSetup
{
    public static IServiceCollection AddPlanning(this IServiceCollection services) =>
        services.AddSingleton<FullInspections>().AddSingleton<GroundsOf>().AddSingleton<PlanPreviews>().AddSingleton<PlanImport>();
}
