using AreaSend.Web.AccessLog;
using AreaSend.Web.Areas;
using AreaSend.Web.Documents;
using AreaSend.Web.Feeds;
using AreaSend.Web.GettingReady;
using AreaSend.Web.Hosting;
using AreaSend.Web.InspectionList;
using AreaSend.Web.Inspections;
using AreaSend.Web.Inspections.Documents;
using AreaSend.Web.Inspections.Notices;
using AreaSend.Web.Keeping;
using AreaSend.Web.Lano;
using AreaSend.Web.Papers;
using AreaSend.Web.Planning;
using AreaSend.Web.Programme;
using AreaSend.Web.Publication;
using AreaSend.Web.Reading;
using AreaSend.Web.Reports;
using AreaSend.Web.Sandbox;
using AreaSend.Web.Schedule;
using AreaSend.Web.Search;
using AreaSend.Web.SignInLinks;
using AreaSend.Web.Worklist;

namespace AreaSend.Web;

/// <summary>The pages, and the files that they use.</summary>
internal static class ConsoleExtensions
{
    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<InspectionViews>();
        services.AddWorklist();
        services.AddInspectionList();
        services.AddNoticePages();
        services.AddPlanning();
        services.AddPublication();
        services.AddAreas();
        services.AddSearch();
        services.AddReports();
        services.AddProgramme();
        services.AddAccessLog();
        services.AddSingleton<StaffCalendar>();
        services.AddSingleton<RefusedHandIns>();
        services.AddSingleton<WhomToCallBook>();
        services.AddHostHealth();
        return services;
    }

    public static void MapConsole(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapHostHealth();
        app.MapWorklistExport();
        app.MapAccessLog();
        app.MapHeldOnPerson();
        app.MapProgrammeExport();
        app.MapScheduleExport();
        app.MapReportExport();
        StaffCalendar.Map(app);
        app.MapDocuments();
        app.MapDocumentArchive();
        app.MapPapers();
        app.MapHandIns();
        app.MapLanoPortal();
        GuestCalendar.Map(app);
        app.MapReadyRoom();
        app.MapSandboxMail();
        app.MapRazorComponents<App>();
    }
}
