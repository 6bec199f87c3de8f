namespace AreaSend.Web.InspectionList;

/// <summary>What the list of inspections needs.</summary>
internal static class InspectionListSetup
{
    public static IServiceCollection AddInspectionList(this IServiceCollection services) => services.AddSingleton<InspectionListReader>();
}
