using AreaSend.Core.Calendars;
using AreaSend.Core.Keeping;
using AreaSend.Services.GettingReady.Audits;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.GettingReady;

/// <summary>
/// Areas' own audits go when nobody has worked on them for as long as the schedule says. Nobody confirms: no role may look into a room, and a list of what is
/// due would be a look.
/// </summary>
public sealed class ReadyKeeping(StoreDatabase database, KeepingSchedule schedule, IClock clock)
{
    /// <summary>Removes the audits whose time has come.</summary>
    /// <returns>How many.</returns>
    public async Task<int> DisposeAsync(CancellationToken cancellation = default)
    {
        var (rule, today) = (schedule[KeepingSchedule.Audits], LondonTime.DateOf(clock.GetCurrentInstant()));
        await using var context = database.Open();
        var audits = await context.Set<AuditRow>().ToListAsync(cancellation);
        var due = audits.FindAll(audit => rule.IsDue(LondonTime.DateOf(audit.ModeratedAt ?? audit.FinishedAt ?? audit.BegunAt), today));
        var ids = due.ConvertAll(audit => audit.Id);
        context.Set<GradeRow>().RemoveRange(await context.Set<GradeRow>().Where(grade => ids.Contains(grade.Audit)).ToListAsync(cancellation));
        context.Set<AuditRow>().RemoveRange(due);
        await context.SaveChangesAsync(cancellation);
        return due.Count;
    }
}
