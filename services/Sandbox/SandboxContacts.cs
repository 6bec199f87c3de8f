using AreaSend.Core.Inspections;
using AreaSend.Services.Areas;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Sandbox;

/// <summary>Plainly made-up contacts for the sandbox, all at <c>example.org</c>, so that every notice of an inspection has somewhere to go.</summary>
public sealed class SandboxContacts(StoreDatabase database)
{
    // Long before any inspection under this framework.
    private static readonly LocalDate Since = new(2022, 1, 1);

    private static readonly (RecipientRole Role, string Office)[] OfAreas =
    [
        (RecipientRole.Dcs, "Director of Children's Services"),
        (RecipientRole.Icb, "ICB Chief Executive"),
        (RecipientRole.Pcf, "Parent Carer Forum"),
        (RecipientRole.PrincipalAuthority, "Principal Authority"),
    ];

    private static readonly (RecipientRole Role, string Office)[] National =
    [
        (RecipientRole.SecretaryOfStateForEducation, "Secretary of State for Education"),
        (RecipientRole.SecretaryOfStateForHealth, "Secretary of State for Health and Social Care"),
    ];

    /// <summary>Fills a contact book that is empty; one that has any contact is left alone.</summary>
    public async Task SeedAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        if (await context.Contacts.AnyAsync(cancellation))
        {
            return;
        }

        context.Contacts.AddRange(National.Select(office => MadeUp(office.Role, office.Office, area: null)));
        context.Contacts.AddRange(LocalAuthorities.All.SelectMany(
            authority => OfAreas.Select(office => MadeUp(office.Role, $"Fictional {office.Office}, {authority.DisplayName}", authority.Code))));
        await context.SaveChangesAsync(cancellation);
    }

    private static Contact MadeUp(RecipientRole role, string name, string? area) => new()
    {
        Id = Guid.CreateVersion7(),
        Area = area,
        Role = role,
        Name = area is null ? $"Fictional {name}" : name,
        Email = $"{role.Key()}{(area is null ? "" : $".{area}")}@example.org",
        From = Since,
    };
}
