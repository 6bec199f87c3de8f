using AreaSend.Core.Inspections;
using AreaSend.Services.Notices;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Notices;

/// <summary>Who leads an inspection, for the e-mails to its area (¶ 79).</summary>
internal static class LeadInspectors
{
    /// <summary>The lead inspector on a day; null where nobody is named.</summary>
    public static async Task<LeadInspector?> OnAsync(StoreContext context, Guid inspection, LocalDate day, CancellationToken cancellation)
    {
        var leads = await context.People.AsNoTracking()
            .Where(person => person.Inspection == inspection && person.Role == RecipientRole.LeadInspector).ToListAsync(cancellation);
        return leads.HolderOn(day) is { } holder
            ? new LeadInspector(holder.Name, holder.Telephone)
            : null;
    }
}
