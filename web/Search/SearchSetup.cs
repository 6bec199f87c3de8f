using AreaSend.Services.Search;

namespace AreaSend.Web.Search;

/// <summary>What finding anything needs.</summary>
internal static class SearchSetup
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services.AddSingleton<ConsoleSearch>();
}
