using AreaSend.Bench.Pages;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Services.Hosting;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AreaSend.Bench.Engine;

/// <summary>Makes a store of many inspections for <c>scripts/backup-restore.sh</c> to back up: notified, withdrawn, with hashes of their own.</summary>
internal static class StoreToBackUp
{
    public static async Task<int> MakeAsync(string where, int count)
    {
        var settings = where.Contains("Host=", StringComparison.Ordinal) ? new StoreSettings(StoreProvider.Postgres, where) : StoreSettings.SqliteFile(where);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddLogging();
        services.AddStore(settings);
        services.AddOutbox();
        await using var host = services.BuildServiceProvider();
        await host.GetRequiredService<StoreStart>().ReadyAsync();
        var inspections = host.GetRequiredService<InspectionStore>();
        var monday = LocalDate.FromDateTime(DateTime.UtcNow).PlusWeeks(6).Next(IsoDayOfWeek.Monday);
        Recording planned;
        do
        {
            planned = await inspections.PlanAsync("888", InspectionKind.Full, monday, Recorder.Coordinator);
            monday = monday.PlusWeeks(1);
        }
        while (planned is Recording.Refused);
        var id = ((Recording.Recorded)planned).Inspection.Id;
        await inspections.RecordAsync(id, Recorder.Coordinator, (_, _, now) => new Notified(now));
        await host.GetRequiredService<InspectionAdvance>().AdvanceAsync(id, SystemClock.Instance.GetCurrentInstant());
        await inspections.RecordAsync(id, Recorder.Coordinator, (_, _, now) => new InspectionWithdrawn(now, "Planned for a measurement"));
        await ManyInspections.MakeAsync(host.GetRequiredService<StoreDatabase>(), ended: true, count);
        return 0;
    }
}
