using AreaSend.Core.Inspections;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Staff;

/// <summary>Somebody's time on a team, and who it is.</summary>
public sealed record TeamPlace(TeamMember Member, StaffMember Person);

/// <summary>
/// Who inspects where, and from when to when: inspectors see the documents of the inspections whose team they are on. Whoever leads one, under the address that
/// they
/// sign in with, is on its team without being entered.
/// </summary>
public sealed class InspectionTeams(StoreDatabase database)
{
    /// <summary>Those who are, were or will be on the team, in order of name.</summary>
    public async Task<IReadOnlyList<TeamPlace>> OfAsync(Guid inspection, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var places = await (
            from member in context.Set<TeamMember>().AsNoTracking()
            where member.Inspection == inspection
            join person in context.Set<StaffMember>().AsNoTracking() on member.Staff equals person.Id
            select new TeamPlace(member, person)).ToListAsync(cancellation);
        return [.. places.OrderBy(place => place.Person.Name, StringComparer.OrdinalIgnoreCase).ThenBy(place => place.Member.From)];
    }

    /// <summary>Everybody who can be put on a team: those who have signed in once, in order of name.</summary>
    public async Task<IReadOnlyList<StaffMember>> KnownAsync(CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return [.. (await context.Set<StaffMember>().AsNoTracking().ToListAsync(cancellation))
            .OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The version of a team that a page shows, for its form to carry.</summary>
    public static string VersionOf(IEnumerable<TeamPlace> team) => Version(team.Select(place => place.Member));

    /// <summary>Whether somebody is on the team on a day.</summary>
    public async Task<bool> IsOnAsync(Guid inspection, Guid staff, LocalDate day, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        var places = await context.Set<TeamMember>().AsNoTracking()
            .Where(member => member.Inspection == inspection && member.Staff == staff)
            .ToListAsync(cancellation);
        if (places.Exists(member => member.HoldsOn(day)))
        {
            return true;
        }

        var address = await context.Set<StaffMember>().Where(person => person.Id == staff).Select(person => person.Email).SingleOrDefaultAsync(cancellation);
        var leads = await context.People.AsNoTracking()
            .Where(person => person.Inspection == inspection && RecipientRoles.Leads.Contains(person.Role))
            .ToListAsync(cancellation);
        return address is not null && RecipientRoles.Leads.Any(role =>
            string.Equals(leads.Where(lead => lead.Role == role).HolderOn(day)?.Email, address, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Puts somebody on a team.</summary>
    /// <param name="member">Who, and from when to when.</param>
    /// <param name="shown">The version of the team that somebody decided on.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Why not, in a sentence without a full stop; null when it is done.</returns>
    public async Task<string?> AddAsync(TeamMember member, string shown, CancellationToken cancellation = default)
    {
        string? because = null;
        var stored = await RowVersion.WriteAsync(database, shown, context => VersionAsync(context, member.Inspection, cancellation), async context =>
        {
            var others = await context.Set<TeamMember>().AsNoTracking()
                .Where(other => other.Inspection == member.Inspection && other.Staff == member.Staff)
                .ToListAsync(cancellation);
            because = others.Exists(member.Overlaps)
                ? "This person is on the team on some of these days already: change that entry instead" : null;
            if (because is null)
            {
                context.Set<TeamMember>().Add(member);
            }
        }, cancellation);
        return stored ? because : TooLate;
    }

    /// <summary>Gives somebody another last day on a team; one before the first takes the entry away.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="member">The entry.</param>
    /// <param name="to">The last day; null where it goes on.</param>
    /// <param name="shown">The version of the team that somebody decided on.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Why not, in a sentence without a full stop; null when it is done.</returns>
    public async Task<string?> EndAsync(Guid inspection, Guid member, LocalDate? to, string shown, CancellationToken cancellation = default)
    {
        var stored = await RowVersion.WriteAsync(database, shown, context => VersionAsync(context, inspection, cancellation), async context =>
        {
            if (await context.Set<TeamMember>()
                .SingleOrDefaultAsync(known => known.Id == member && known.Inspection == inspection, cancellation) is not { } found)
            {
                return;
            }

            if (to is { } last && found.IsToComeOn(last))
            {
                context.Set<TeamMember>().Remove(found);
            }

            found.To = to;
        }, cancellation);
        return stored ? null : TooLate;
    }

    private const string TooLate =
        "The team has changed since you opened this page, so nothing was done. Look at it as it is now; then, if it still has to be, do it again";

    private static async Task<string> VersionAsync(StoreContext context, Guid inspection, CancellationToken cancellation) =>
        Version(await context.Set<TeamMember>().AsNoTracking().Where(member => member.Inspection == inspection).ToListAsync(cancellation));

    private static string Version(IEnumerable<TeamMember> members) => RowVersion.Of(members.OrderBy(member => member.Id));
}
