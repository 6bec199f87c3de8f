using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Testing;

/// <summary>Inspections that tests begin with.</summary>
public static class StoredInspections
{
    /// <summary>An inspection that has been planned.</summary>
    public static async Task<Guid> PlannedAsync(this ThrowawayStore store, LocalDate onSite, string area = "888") =>
        await store.Inspections.PlanAsync(area, InspectionKind.Full, onSite, "Coordinator") switch
        {
            Recording.Recorded recorded => recorded.Inspection.Id,
            Recording.Refused refused => throw new InvalidOperationException(refused.Because),
            _ => throw new InvalidOperationException("No such recording."),
        };

    /// <summary>An inspection whose leaders have been notified: the clock stands at 9am of its notification day.</summary>
    public static async Task<Guid> NotifiedAsync(this ThrowawayStore store, LocalDate onSite, string area = "888")
    {
        var id = await store.PlannedAsync(onSite, area);
        var plan = (await store.Inspections.FindAsync(id))!.Plan;
        store.Clock.Reset(LondonTime.At(plan.NotificationDay, AreaSend2024.StartOfBusiness));
        await store.Get<InspectionAdvance>().AdvanceAsync(id, store.Clock.GetCurrentInstant());
        return id;
    }

    /// <summary>A notice as it stands in the outbox.</summary>
    public static async Task<OutboxNotice> NoticeAsync(this ThrowawayStore store, Guid inspection, string key)
    {
        await using var context = store.Database.Open();
        return await context.Notices.AsNoTracking().SingleAsync(notice => notice.Inspection == inspection && notice.Key == key);
    }

    /// <summary>Does everything that is due now, as an engine would.</summary>
    public static Task DrainAsync(this ThrowawayStore store) => store.Get<EngineTurn>().RunAsync(store.Now);
}
