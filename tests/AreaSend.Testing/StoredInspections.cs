using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Testing;

/// <summary>Inspections that tests begin with.</summary>
public static class StoredInspections
{
    /// <summary>An inspection that has been planned.</summary>
    public static async Task<Guid> PlannedAsync(
        this ThrowawayStore store, LocalDate onSite, string area = "888", Mailbox? lead = null, string kind = InspectionKind.Full, Grounds? grounds = null) =>
        await store.Inspections.PlanAsync(area, kind, onSite, Recorder.Coordinator, lead, grounds: grounds) switch
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
    public static Task DrainAsync(this ThrowawayStore store) => store.Get<DueWorkRunner>().RunAsync(store.Now);

    /// <summary>Lets time pass as it would: the clock stops at each moment at which something falls due, and what falls due is done then.</summary>
    public static async Task PassTimeAsync(this ThrowawayStore store, Instant until)
    {
        await store.DrainAsync();
        while (await store.Get<EngineWork>().NextByClockAsync() is { } next && next <= until)
        {
            store.Clock.Reset(Instant.Max(next, store.Now));
            await store.DrainAsync();
        }

        store.Clock.Reset(Instant.Max(until, store.Now));
    }

    /// <summary>An inspection from its planning to its published plan: see <see cref="WholeInspection"/>.</summary>
    public static async Task<Guid> LiveThroughAsync(this ThrowawayStore store, LocalDate onSite)
    {
        var id = await store.PlannedAsync(onSite, lead: new Mailbox("Fictional Lead", "lead@example.org"));
        var plan = (await store.Inspections.FindAsync(id))!.Plan;
        foreach (var act in WholeInspection.Acts)
        {
            await store.PassTimeAsync(act.At(plan));
            var recording = act.Fact is null
                ? await store.Inspections.NominateLanoAsync(id, Recorder.Coordinator, new Mailbox("Fictional Officer", "lano@example.org"))
                : await store.Inspections.RecordAsync(id, Recorder.Coordinator, (@case, _, now) => act.Fact(@case, now));
            plan = (recording as Recording.Recorded ?? throw new InvalidOperationException($"{act.Name}: {recording}")).Inspection.Plan;
        }

        return id;
    }
}
