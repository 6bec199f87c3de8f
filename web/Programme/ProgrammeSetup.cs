using AreaSend.Services.Programme;

namespace AreaSend.Web.Programme;

/// <summary>What the pages of the national programme need.</summary>
internal static class ProgrammeSetup
{
    public static IServiceCollection AddProgramme(this IServiceCollection services) => services
        .AddSingleton<HeldActivities>()
        .AddSingleton<ProgrammeBook>()
        .AddSingleton<NationalProgramme>()
        .AddSingleton<ProgrammeLoad>()
        .AddSingleton<ProgrammeProposal>()
        .AddSingleton<HistoryImport>()
        .AddSingleton<Inspections.Actions.NextFullLimit>();
}
