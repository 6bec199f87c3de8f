using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Notices;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.SignInLinks;

/// <summary>
/// Who may come to an inspection by a link: its nominated officer, the officer's deputy, and, once it is notified,
/// whoever is its area's director, chief executive or forum on the day. A leader stands among the inspection's people under the address that a link went to;
/// when the area's contact gets another, the old one opens nothing any more.
/// </summary>
internal static class Guests
{
    /// <summary>Whoever holds the role now, where a link has been sent to them; null where none has.</summary>
    public static async Task<Person?> CurrentAsync(
        StoreContext context,
        LoadedInspection inspection,
        RecipientRole role,
        Instant now,
        CancellationToken cancellation)
    {
        if (RecipientRoles.Officers.Contains(role))
        {
            var officer = inspection.Case.OfficerOf(role);
            return await context.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == officer, cancellation);
        }

        var people = await context.People.AsNoTracking().Where(person => person.Inspection == inspection.Id && person.Role == role).ToListAsync(cancellation);
        return people.Count == 0 ? null
            : await MailboxAsync(context, inspection, role, now, cancellation) is { } mailbox ? people.Find(person => IsAt(person, mailbox))
            : null;
    }

    /// <summary>Whether somebody may come in: they hold their role, and the coordinator has not withdrawn the access.</summary>
    public static async Task<bool> MayEnterAsync(
        StoreContext context,
        LoadedInspection inspection,
        Person person,
        Instant now,
        CancellationToken cancellation) =>
        person.AccessWithdrawnAt is null
        && (
            RecipientRoles.Officers.Contains(person.Role)
                ? inspection.Case.OfficerOf(person.Role) == person.Id
                : inspection.Case.Notification is not null
                    && await MailboxAsync(context, inspection, person.Role, now, cancellation) is { } mailbox
                    && IsAt(person, mailbox));

    /// <summary>The officer's room closes when the inspection has ended: nothing can be sent there any more. Leaders go on reading how it ended.</summary>
    public static bool IsOpen(LoadedInspection inspection, RecipientRole role) =>
        !RecipientRoles.Officers.Contains(role) || !Phases.HasEnded(Phases.Of(inspection.Case));

    /// <summary>Whom a link of this e-mail signs in. A leader who gets the first one is entered among the inspection's people.</summary>
    public static async Task<Person?> RecipientAsync(
        StoreContext context, LoadedInspection inspection, RecipientRole role, Mailbox to, Instant now, CancellationToken cancellation)
    {
        var known = await CurrentAsync(context, inspection, role, now, cancellation);
        if (known is not null || RecipientRoles.Officers.Contains(role))
        {
            return known;
        }

        var person = Person.With(role, to, inspection.Id, LondonTime.DateOf(now));
        context.People.Add(person);
        return person;
    }

    /// <summary>Where a leader of the inspection's area is written to today; null where nobody is entered.</summary>
    public static async Task<Mailbox?> MailboxAsync(
        StoreContext context,
        LoadedInspection inspection,
        RecipientRole role,
        Instant now,
        CancellationToken cancellation) => (await Recipients.FindAsync(context, inspection, role, LondonTime.DateOf(now), cancellation)).Mailbox;

    private static bool IsAt(Person person, Mailbox mailbox) => string.Equals(person.Email, mailbox.Address, StringComparison.OrdinalIgnoreCase);
}
