using AreaSend.Services.Reports;

namespace AreaSend.Web.Reports;

/// <summary>What the reports need.</summary>
internal static class ReportsSetup
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services.AddSingleton<ReportReader>();
}
