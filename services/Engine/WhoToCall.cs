using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Services.Notices;
using AreaSend.Services.Staff;
using AreaSend.Services.Store;
using AreaSend.Services.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>Who leads and who coordinates an inspection, for its e-mails (¶ 79).</summary>
/// <param name="Lead">Ofsted's lead inspector; null where nobody is named.</param>
/// <param name="CqcLead">CQC's; null where nobody is named.</param>
/// <param name="Coordinator">Name of who coordinates it; null where nobody does.</param>
internal sealed record WhoToCall(LeadInspector? Lead, LeadInspector? CqcLead, string? Coordinator)
{
    /// <summary>Those of a day.</summary>
    public static async Task<WhoToCall> OnAsync(StoreContext context, Guid inspection, LocalDate day, CancellationToken cancellation)
    {
        var leads = Leads.On((await Leads.ReadAsync(context, [inspection], cancellation))[inspection], day);
        var coordinators = await (
            from assigned in context.Set<Assignment>().AsNoTracking()
            where assigned.Inspection == inspection
            join person in context.Set<StaffMember>() on assigned.Coordinator equals person.Id into people
            from person in people.DefaultIfEmpty()
            select new { assigned.Id, assigned.At, Name = person == null ? null : person.Name }).ToListAsync(cancellation);
        return new WhoToCall(
            Of(leads.Ofsted),
            Of(leads.Cqc),
            coordinators.Where(one => LondonTime.DateOf(one.At) <= day).OrderBy(one => one.At).ThenBy(one => one.Id).LastOrDefault()?.Name);
    }

    /// <summary>A request with them.</summary>
    public NoticeRequest In(NoticeRequest request) => request with { Lead = Lead, CqcLead = CqcLead, Coordinator = Coordinator };

    private static LeadInspector? Of(Person? lead) => lead is null ? null : new LeadInspector(lead.Name, lead.Telephone);
}
