using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Services.Mail;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>Who holds which role in an area, nationally and in an inspection. Every change lets notices that lacked an address try again.</summary>
public sealed class ContactBook(StoreDatabase database, IClock clock, ChangeSignal signal)
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

    /// <summary>The version of contacts or people that a page shows, for its form to carry.</summary>
    public static string VersionOf(IEnumerable<Contact> contacts) => RowVersion.Of(contacts.OrderBy(contact => contact.Id));

    /// <summary>The version of who leads, or led, an inspection, for a form to carry.</summary>
    public static string VersionOfLeads(IEnumerable<Person> people) =>
        RowVersion.Of(people.Where(person => RecipientRoles.Leads.Contains(person.Role)).OrderBy(person => person.Id));

    /// <summary>
    /// Adds a contact, or puts what is given in the place of the one with the same identifier. A role has one holder at a time: whoever held it before,
    /// without a last day or beyond the new one's first, leaves it the day before.
    /// </summary>
    /// <param name="contact">The contact.</param>
    /// <param name="shown">The version that somebody decided on: of the area's contacts for a new one, of those in its role for one that is known; null for
    /// whichever there is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether it was stored: not if those contacts have changed since.</returns>
    public async Task<bool> SaveAsync(Contact contact, string? shown = null, CancellationToken cancellation = default)
    {
        var stored = await RowVersion.WriteAsync(database, shown, context => VersionForAsync(context, contact, cancellation), async context =>
        {
            var before = contact.From.PlusDays(-1);
            var others = await context.Contacts.Where(other => other.Area == contact.Area && other.Role == contact.Role).ToListAsync(cancellation);
            foreach (var predecessor in others.Where(other => other.Id != contact.Id && other.HoldsOn(before) && other.HoldsOn(contact.From)))
            {
                predecessor.To = before;
            }

            if (others.Find(other => other.Id == contact.Id) is { } known)
            {
                context.Entry(known).CurrentValues.SetValues(contact);
            }
            else
            {
                context.Contacts.Add(contact);
            }
        }, cancellation);
        await TryAgainAsync(stored, cancellation);
        return stored;
    }

    /// <summary>Removes a contact entered by mistake; one who leaves is given a last day instead.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="shown">The version of the contacts in its role that somebody decided on; null for whichever there is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether it was removed: not if those contacts have changed since.</returns>
    public Task<bool> RemoveAsync(Contact contact, string? shown = null, CancellationToken cancellation = default) =>
        RowVersion.WriteAsync(
            database,
            shown,
            context => VersionForAsync(context, contact, cancellation),
            context => context.Contacts.Where(known => known.Id == contact.Id).ExecuteDeleteAsync(cancellation),
            cancellation);

    /// <summary>
    /// Names who leads an inspection from today on. Whoever led it before leaves it the day before; who was named only today, or was to come, gives way.
    /// </summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="lead">Who leads it.</param>
    /// <param name="shown">The <see cref="VersionOfLeads"/> that somebody decided on; null for whichever there is.</param>
    /// <param name="telephone">The number on which the area can call; null where there is none.</param>
    /// <param name="role">For whom: one of <see cref="RecipientRoles.Leads"/>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether it was stored: not if somebody else has been named since.</returns>
    public async Task<bool> NameLeadAsync(
        Guid inspection,
        Mailbox lead,
        string? shown = null,
        string? telephone = null,
        RecipientRole role = RecipientRole.LeadInspector,
        CancellationToken cancellation = default)
    {
        var today = LondonTime.DateOf(clock.GetCurrentInstant());
        var yesterday = today.PlusDays(-1);
        var person = Person.With(role, lead, inspection, today);
        person.Telephone = telephone;
        var stored = await RowVersion.WriteAsync(database, shown, context => VersionOfLeadsAsync(context, inspection, cancellation), async context =>
        {
            var others = await context.People.Where(known => known.Inspection == inspection && known.Role == role)
                .Where(RoleHolders.StaysOn<Person>(today)).ToListAsync(cancellation);
            context.People.RemoveRange(others.Where(known => !known.HoldsOn(yesterday)));
            foreach (var known in others.Where(known => known.HoldsOn(yesterday)))
            {
                known.To = yesterday;
            }

            context.People.Add(person);
        }, cancellation);
        await TryAgainAsync(stored, cancellation);
        return stored;
    }

    /// <summary>How many notices of an inspection wait until somebody with an address holds a role.</summary>
    public async Task<int> WaitingAsync(Guid inspection, RecipientRole role, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await context.Notices.CountAsync(
            notice => notice.Inspection == inspection && notice.State == NoticeState.NoAddress && notice.Role == role, cancellation);
    }

    private static async Task<string> VersionForAsync(StoreContext context, Contact contact, CancellationToken cancellation)
    {
        var contacts = await context.Contacts.AsNoTracking().Where(known => known.Area == contact.Area).ToListAsync(cancellation);
        return VersionOf(contacts.Exists(known => known.Id == contact.Id) ? contacts.Where(known => known.Role == contact.Role) : contacts);
    }

    private static async Task<string> VersionOfLeadsAsync(StoreContext context, Guid inspection, CancellationToken cancellation) =>
        VersionOfLeads(await context.People.AsNoTracking().Where(person => person.Inspection == inspection).ToListAsync(cancellation));

    private async Task TryAgainAsync(bool stored, CancellationToken cancellation)
    {
        if (!stored)
        {
            return;
        }

        // Few lack an address at any time, and a try that still finds none leaves them as they are.
        Instant? now = clock.GetCurrentInstant();
        await using var context = database.Open();
        await context.Notices.Where(notice => notice.State == NoticeState.NoAddress || notice.State == NoticeState.HeldBack)
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.NextAttempt, now), cancellation);
        signal.Raise();
    }
}
