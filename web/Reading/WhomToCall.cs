using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Notices;
using AreaSend.Services.Staff;
using AreaSend.Services.Store;
using AreaSend.Services.Work;
using AreaSend.Web.Inspections;

namespace AreaSend.Web.Reading;

/// <summary>Whom the area calls and writes to about an inspection, today.</summary>
/// <param name="Lead">The lead inspector; null while nobody is named.</param>
/// <param name="Coordinator">The name of who coordinates it; null while nobody does.</param>
/// <param name="Mailbox">Where it writes to.</param>
public sealed record WhomToCall(Person? Lead, string? Coordinator, string Mailbox);

/// <summary>Reads that.</summary>
internal sealed class WhomToCallBook(ContactBook contacts, WorkBook work, StaffDirectory staff, NoticeMailboxes mailboxes)
{
    public async Task<WhomToCall> OfAsync(InspectionView view, CancellationToken cancellation = default)
    {
        var lead = (await contacts.PeopleAsync(view.Id, cancellation)).Where(person => person.Role == RecipientRole.LeadInspector)
            .HolderOn(LondonTime.DateOf(view.Now));
        var coordinator = (await work.OfAsync(view.Id, cancellation)).Coordinator is { } assigned
            ? (await staff.NamesAsync([assigned], cancellation)).GetValueOrDefault(assigned)
            : null;
        return new WhomToCall(lead, coordinator, mailboxes.Of(Actor.Ofsted).Address);
    }
}
