using AreaSend.Core.Inspections;
using AreaSend.Services.Areas;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Notices;

/// <summary>Who holds a role in an inspection, or why nobody can be written to.</summary>
/// <param name="Mailbox">The mailbox; null when there is none that works.</param>
/// <param name="Because">Why there is none, in a sentence without the address.</param>
/// <param name="Again">A later day on which somebody takes the role; null when none is entered.</param>
internal sealed record Recipient(Mailbox? Mailbox, string? Because, LocalDate? Again);

/// <summary>Finds recipients among the people of the inspection and the contacts of its area.</summary>
internal static class Recipients
{
    public static async Task<Recipient> FindAsync(
        StoreContext context,
        LoadedInspection inspection,
        RecipientRole role,
        LocalDate day,
        CancellationToken cancellation)
    {
        IReadOnlyList<IRoleHolder> candidates = IsOfTheInspection(role)
            ? await PeopleAsync(context, inspection, role, cancellation)
            : await ContactsAsync(context, inspection.Case.Area, role, cancellation);
        var holder = candidates.HolderOn(day);
        if (holder is not null && AddressForm.IsWellFormed(holder.Email))
        {
            return new Recipient(new Mailbox(holder.Name, holder.Email), null, null);
        }

        var later = candidates.Where(candidate => candidate.IsToComeOn(day)).Select(candidate => (LocalDate?)candidate.From).Min();
        return new Recipient(null, Sentence(inspection, role, isMalformed: holder is not null), later);
    }

    private static bool IsOfTheInspection(RecipientRole role) => RecipientRoles.Officers.Contains(role) || RecipientRoles.Leads.Contains(role);

    private static async Task<List<Person>> PeopleAsync(StoreContext context, LoadedInspection inspection, RecipientRole role, CancellationToken cancellation)
    {
        var people = context.People.AsNoTracking().Where(person => person.Inspection == inspection.Id && person.Role == role);
        if (RecipientRoles.Officers.Contains(role))
        {
            // The officer nominated last, not whoever began last.
            var officer = inspection.Case.OfficerOf(role);
            people = people.Where(person => person.Id == officer);
        }

        return await people.ToListAsync(cancellation);
    }

    private static async Task<List<Contact>> ContactsAsync(StoreContext context, string area, RecipientRole role, CancellationToken cancellation)
    {
        var national = role is RecipientRole.SecretaryOfStateForEducation or RecipientRole.SecretaryOfStateForHealth;
        return await context.Contacts.AsNoTracking()
            .Where(contact => contact.Role == role && contact.Area == (national ? null : area))
            .ToListAsync(cancellation);
    }

    private static string Sentence(LoadedInspection inspection, RecipientRole role, bool isMalformed)
    {
        var where = role switch
        {
            RecipientRole.SecretaryOfStateForEducation or RecipientRole.SecretaryOfStateForHealth => "the national contacts",
            _ when IsOfTheInspection(role) => "this inspection",
            _ => LocalAuthorities.Find(inspection.Case.Area)?.DisplayName ?? inspection.Case.Area,
        };
        return isMalformed
            ? $"The address of the {role.Show()} in {where} is not a well-formed e-mail address. Correct it; the notice then goes out."
            : $"No {role.Show()} is entered for {where} on this day. Enter one with an e-mail address; the notice then goes out.";
    }
}
