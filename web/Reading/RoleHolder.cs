using AreaSend.Core.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using NodaTime;

namespace AreaSend.Web.Reading;

/// <summary>Who holds a role on a day, if anybody does, and whether notices can reach them.</summary>
/// <param name="Role">The role.</param>
/// <param name="Contact">Who holds it; null when nobody is entered.</param>
public sealed record RoleHolder(RecipientRole Role, Contact? Contact)
{
    /// <summary>The roles of every area that notices go to; a principal authority is one only where it is somebody else (¶ 147).</summary>
    public static IReadOnlyList<RecipientRole> NeededInAreas { get; } = [RecipientRole.Dcs, RecipientRole.Icb, RecipientRole.Pcf];

    /// <summary>The roles that an area's contacts may have.</summary>
    public static IReadOnlyList<RecipientRole> InAreas { get; } = [.. NeededInAreas, RecipientRole.PrincipalAuthority];

    /// <summary>The roles that stand above all areas (¶ 140).</summary>
    public static IReadOnlyList<RecipientRole> National { get; } = [RecipientRole.SecretaryOfStateForEducation, RecipientRole.SecretaryOfStateForHealth];

    /// <summary>Every role that a contact may have.</summary>
    public static IReadOnlyList<RecipientRole> All { get; } = [.. InAreas, .. National];

    /// <summary>Somebody is entered, with an address that can be written to.</summary>
    public bool CanBeReached => Contact is not null && AddressForm.IsWellFormed(Contact.Email);

    /// <summary>Why notices would not arrive, beginning in small letters; null when they can.</summary>
    public string? Fault => Contact is null ? $"no {Role.Show()} is entered"
        : CanBeReached ? null
        : $"the address of the {Role.Show()} is not well formed";

    /// <summary>The holder of each role on a day. Of two that overlap, the later one holds it, as when notices are sent.</summary>
    public static IReadOnlyList<RoleHolder> On(LocalDate day, IEnumerable<RecipientRole> roles, IEnumerable<Contact> contacts)
    {
        var inRole = contacts.ToLookup(contact => contact.Role);
        return [.. roles.Select(role => new RoleHolder(role, inRole[role].HolderOn(day)))];
    }
}
