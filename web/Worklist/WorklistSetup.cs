namespace AreaSend.Web.Worklist;

/// <summary>What the worklist needs.</summary>
internal static class WorklistSetup
{
    public static IServiceCollection AddWorklist(this IServiceCollection services) => services.AddSingleton<StandingWork>().AddSingleton<WorklistReader>();
}
