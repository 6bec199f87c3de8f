using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using AreaSend.Services.Notices;
using AreaSend.Services.Staff;
using AreaSend.Services.Store;
using AreaSend.Services.Work;
using AreaSend.Web.Inspections;
using Microsoft.Extensions.Options;

namespace AreaSend.Web.Reading;

/// <summary>Whom the area calls and writes to about an inspection, today.</summary>
/// <param name="Leads">Who leads it.</param>
/// <param name="Coordinator">The name of who coordinates it; null while nobody does.</param>
/// <param name="Telephone">The number of those who coordinate inspections; null where none is set.</param>
/// <param name="Mailbox">Where it writes to.</param>
public sealed record WhomToCall(Leads Leads, string? Coordinator, string? Telephone, string Mailbox);

/// <summary>Reads that.</summary>
internal sealed class WhomToCallBook(ContactBook contacts, WorkBook work, StaffDirectory staff, NoticeMailboxes mailboxes, IOptions<NoticeOptions> notices)
{
    public async Task<WhomToCall> OfAsync(InspectionView view, CancellationToken cancellation = default)
    {
        var leads = Leads.On(await contacts.PeopleAsync(view.Id, cancellation), LondonTime.DateOf(view.Now));
        var coordinator = (await work.OfAsync(view.Id, cancellation)).Coordinator is { } assigned
            ? (await staff.NamesAsync([assigned], cancellation)).GetValueOrDefault(assigned)
            : null;
        return new WhomToCall(leads, coordinator, notices.Value.Telephone, mailboxes.Of(Actor.Ofsted).Address);
    }
}
