using AreaSend.Services.Areas;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Staff;

/// <summary>Who has ever signed in: what histories look names up in.</summary>
public sealed class StaffDirectory(StoreDatabase database)
{
    /// <summary>The person whom an identity provider vouches for; entered the first time, and with the name and address of today.</summary>
    /// <param name="issuer">The identity provider.</param>
    /// <param name="subject">What it calls the person.</param>
    /// <param name="name">The name.</param>
    /// <param name="email">The e-mail address; null where the provider gives none.</param>
    /// <param name="coordinates">Whether the provider says that the person is a coordinator.</param>
    /// <param name="now">The moment.</param>
    /// <param name="sees">What the provider lets the person see; null for no limit.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What events call the person.</returns>
    public async Task<Guid> RecogniseAsync(
        string issuer,
        string subject,
        string name,
        string? email,
        bool coordinates,
        Instant now,
        Sight? sees = null,
        CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var known = await context.Set<StaffMember>().SingleOrDefaultAsync(person => person.Issuer == issuer && person.Subject == subject, cancellation);
        if (known is null)
        {
            known = new StaffMember
            {
                Id = Guid.CreateVersion7(),
                Issuer = issuer,
                Subject = subject,
                Name = name,
                Email = email,
                Coordinates = coordinates,
                FirstSeenAt = now,
                LastSeenAt = now,
            };
            context.Set<StaffMember>().Add(known);
        }

        (known.Name, known.Email, known.Coordinates, known.Regions, known.LastSeenAt) = (name, email, coordinates, sees?.Text, now);
        try
        {
            await context.SaveChangesAsync(cancellation);
            return known.Id;
        }
        catch (DbUpdateException) when (context.Entry(known).State == EntityState.Added)
        {
            // Signed in twice at one instant: the other was first.
            await using var again = database.Open();
            return await again.Set<StaffMember>().Where(person => person.Issuer == issuer && person.Subject == subject)
                .Select(person => person.Id)
                .SingleAsync(cancellation);
        }
    }

    /// <summary>Everybody who has signed in, in order of name: those of the inspectorates who work here are few.</summary>
    public async Task<IReadOnlyList<StaffMember>> AllAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return [.. (await context.Set<StaffMember>().AsNoTracking().ToListAsync(cancellation)).OrderBy(person => person.Name, StringComparer.Ordinal)];
    }

    /// <summary>The names of these people; whoever is not known is left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellation = default)
    {
        if (people.Count == 0)
        {
            return new Dictionary<Guid, string>();
        }

        await using var context = database.Open();
        return await context.Set<StaffMember>().AsNoTracking()
            .Where(person => people.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancellation);
    }
}
