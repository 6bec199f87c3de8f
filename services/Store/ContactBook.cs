using AreaSend.Core.Calendars;
using AreaSend.Core.Notices;
using AreaSend.Services.Engine;
using AreaSend.Services.Mail;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>Who holds which role in an area, nationally and in an inspection. Every change lets notices that lacked an address try again.</summary>
public sealed class ContactBook(StoreDatabase database, IClock clock, EngineBell bell)
{
    /// <summary>The contacts of an area, past and to come too, in order of role and first day.</summary>
    /// <param name="area">Three-figure code of the local authority; null for the national contacts.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<Contact>> OfAsync(string? area, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var contacts = await context.Contacts.AsNoTracking().Where(contact => contact.Area == area).ToListAsync(cancellation);
        return [.. contacts.OrderBy(contact => contact.Role).ThenBy(contact => contact.From)];
    }

    /// <summary>The people of an inspection.</summary>
    public async Task<IReadOnlyList<Person>> PeopleAsync(Guid inspection, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await context.People.AsNoTracking().Where(person => person.Inspection == inspection).OrderBy(person => person.Id).ToListAsync(cancellation);
    }

    /// <summary>Adds a contact, or puts what is given in the place of the one with the same identifier.</summary>
    public async Task SaveAsync(Contact contact, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var isKnown = await context.Contacts.AnyAsync(known => known.Id == contact.Id, cancellation);
        context.Entry(contact).State = isKnown ? EntityState.Modified : EntityState.Added;
        await context.SaveChangesAsync(cancellation);
        await TryAgainAsync(context, cancellation);
    }

    /// <summary>Removes a contact entered by mistake; one who leaves is given a last day instead.</summary>
    public async Task RemoveAsync(Guid contact, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        await context.Contacts.Where(known => known.Id == contact).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Names who leads an inspection from today on. Whoever led it before leaves it the day before; who was named only today gives way.</summary>
    public async Task NameLeadAsync(Guid inspection, Mailbox lead, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var today = LondonTime.DateOf(clock.GetCurrentInstant());
        var earlier = await context.People
            .Where(person => person.Inspection == inspection && person.Role == RecipientRole.LeadInspector && person.To == null).ToListAsync(cancellation);
        context.People.RemoveRange(earlier.Where(person => person.From >= today));
        foreach (var person in earlier.Where(person => person.From < today))
        {
            person.To = today.PlusDays(-1);
        }

        context.People.Add(Person.With(RecipientRole.LeadInspector, lead, inspection, today));
        await context.SaveChangesAsync(cancellation);
        await TryAgainAsync(context, cancellation);
    }

    private async Task TryAgainAsync(StoreContext context, CancellationToken cancellation)
    {
        // Few lack an address at any time, and a try that still finds none leaves them as they are.
        Instant? now = clock.GetCurrentInstant();
        await context.Notices.Where(notice => notice.State == NoticeState.NoAddress)
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.NextAttempt, now), cancellation);
        bell.Ring();
    }
}
