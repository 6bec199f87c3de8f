using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.SignInLinks;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.GettingReady;

/// <summary>
/// Who may come into an area's room. The first to come is whoever the console holds for the area: its director of children's services, or the nominated officer
/// of an
/// inspection that goes on. From then on the room's own people let others in, and the console's contacts open nothing: whoever may change them, an
/// inspectorate's
/// coordinator, could otherwise let themselves in.
/// </summary>
public sealed class ReadyAccess(
    StoreDatabase database, InspectionStore inspections, ReadyLinks links, IOptions<ReadyOptions> options, IOptions<GuestLinkOptions> guests, IClock clock)
{
    /// <summary>How many people one room has at most.</summary>
    public const int MostPeople = 50;

    private const string TooLate =
        "The people of the room have changed since you opened this page, so nothing was done. Open the page again to see who is in it now";

    private const string NoMailbox = "No e-mail can be sent from here: whoever looks after AreaSend has to set the mailbox that the room writes from";

    /// <summary>Everybody who may come into an area's room, or might once, in order of name.</summary>
    public async Task<IReadOnlyList<ReadyPerson>> OfAsync(string area, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return [.. (await PeopleAsync(context, area, cancellation)).OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The version of the people that a page shows, for its form to carry. It changes with each link that a colleague sends, too.</summary>
    public async Task<string> VersionAsync(string area, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await VersionAsync(context, area, cancellation);
    }

    /// <summary>Lets a colleague in and sends them a link.</summary>
    /// <returns>Why not, in a sentence without a full stop; null when the link is on its way.</returns>
    public async Task<string?> AddAsync(ReadyPerson by, string name, string email, string shown, CancellationToken cancellation = default)
    {
        if (!links.CanWrite)
        {
            return NoMailbox;
        }

        string? because = null;
        FreshLink? link = null;
        var stored = await RowVersion.WriteAsync(database, shown, context => VersionAsync(context, by.Area, cancellation), async context =>
        {
            var inRoom = (await PeopleAsync(context, by.Area, cancellation)).Where(person => person.RemovedAt is null).ToList();
            because = inRoom.Count >= MostPeople ? $"A room has at most {MostPeople} people: take somebody's access away first"
                : inRoom.Exists(person => IsSame(person.Email, email)) ? "Somebody with this address is in the room already: send them a new link instead"
                : null;
            if (because is null)
            {
                link = await links.MakeAsync(context, New(context, by.Area, new Mailbox(name, email), by.Id), cancellation);
            }
        }, cancellation);
        return !stored ? TooLate : because ?? await SendAsync(link, cancellation);
    }

    /// <summary>Sends a colleague a new link; the older ones stop working.</summary>
    /// <returns>Why not, in a sentence without a full stop; null when it is on its way.</returns>
    public async Task<string?> SendNewLinkAsync(string area, Guid person, string shown, CancellationToken cancellation = default)
    {
        if (!links.CanWrite)
        {
            return NoMailbox;
        }

        FreshLink? link = null;
        var stored = await RowVersion.WriteAsync(
            database,
            shown,
            context => VersionAsync(context, area, cancellation),
            async context =>
                link = await context.Set<ReadyPerson>().AsNoTracking()
                    .SingleOrDefaultAsync(known => known.Id == person && known.Area == area && known.RemovedAt == null, cancellation)
                    is { } found
                    ? await links.MakeAsync(context, found, cancellation)
                    : null,
            cancellation);
        return !stored || link is null ? TooLate : await SendAsync(link, cancellation);
    }

    /// <summary>Takes somebody's access away: links and sessions end at once.</summary>
    /// <returns>Why not, in a sentence without a full stop; null when it is done.</returns>
    public async Task<string?> RemoveAsync(string area, Guid person, string shown, CancellationToken cancellation = default)
    {
        var now = clock.GetCurrentInstant();
        var stored = await RowVersion.WriteAsync(database, shown, context => VersionAsync(context, area, cancellation), async context =>
        {
            Instant? removedAt = now;
            if (await context.Set<ReadyPerson>().Where(known => known.Id == person && known.Area == area && known.RemovedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(known => known.RemovedAt, removedAt), cancellation) > 0)
            {
                await context.Set<ReadyLink>().Where(link => link.Person == person).EndAsync(LinkEnd.Withdrawn, now, cancellation);
                await context.Set<ReadySession>().Where(session => session.Person == person).EndAsync(now, cancellation);
            }
        }, cancellation);
        return stored ? null : TooLate;
    }

    /// <summary>
    /// Somebody asks for a link. One of a room's people with this address is sent one, for each room; so is whoever the console holds for an area whose room
    /// nobody has
    /// come into yet. Nobody else is, and whoever asks is told the same either way.
    /// </summary>
    public async Task AskAsync(string email, CancellationToken cancellation = default)
    {
        var sought = AddressForm.Clean(email);
        if (!links.CanWrite)
        {
            return;
        }

        await using var context = database.Open();
        var lowered = sought.ToLowerInvariant();
        var people = await context.Set<ReadyPerson>().AsNoTracking()
            .Where(person => person.RemovedAt == null && person.Email.ToLower() == lowered)
            .ToListAsync(cancellation);
        foreach (var person in people.Where(person => !person.HasOnlyKnocked()))
        {
            await SendIfTimeAsync(context, person, cancellation);
        }

        foreach (var (area, mailbox) in await HeldAsync(context, lowered, cancellation))
        {
            var known = people.Find(person => person.Area == area);
            if (known?.HasOnlyKnocked() is not false && !await context.IsInUseAsync(area, clock.GetCurrentInstant(), options.Value, cancellation))
            {
                await BeginAsync(context, known, area, mailbox, cancellation);
            }
        }
    }

    private async Task BeginAsync(StoreContext context, ReadyPerson? known, string area, Mailbox mailbox, CancellationToken cancellation)
    {
        var person = known ?? New(context, area, mailbox, by: null);
        await context.SaveChangesAsync(cancellation);
        context.ChangeTracker.Clear();
        await SendIfTimeAsync(context, person, cancellation);
    }

    // Somebody else who knows the address must not be able to fill the mailbox.
    private async Task SendIfTimeAsync(StoreContext context, ReadyPerson person, CancellationToken cancellation)
    {
        var since = clock.GetCurrentInstant() - Duration.FromMinutes(guests.Value.MinutesBetweenLinks);
        if (await context.Set<ReadyLink>().AnyAsync(link => link.Person == person.Id && link.MadeAt > since, cancellation))
        {
            return;
        }

        var link = await links.MakeAsync(context, person, cancellation);
        await context.SaveChangesAsync(cancellation);
        context.ChangeTracker.Clear();
        await links.SendAsync(link, cancellation);
    }

    /// <summary>The areas for which the console holds this address, with the name that goes with it.</summary>
    private async Task<IReadOnlyList<(string Area, Mailbox Mailbox)>> HeldAsync(StoreContext context, string lowered, CancellationToken cancellation)
    {
        var today = LondonTime.DateOf(clock.GetCurrentInstant());
        List<(string Area, Mailbox Mailbox)> held = [];
        var known = await context.Contacts.AsNoTracking()
            .Where(contact => contact.Role == RecipientRole.Dcs && contact.Area != null && contact.Email.ToLower() == lowered)
            .ToListAsync(cancellation);
        foreach (var area in known.Select(contact => contact.Area!).Distinct())
        {
            var directors = await context.Contacts.AsNoTracking()
                .Where(contact => contact.Role == RecipientRole.Dcs && contact.Area == area)
                .ToListAsync(cancellation);
            if (directors.HolderOn(today) is { } director && IsSame(director.Email, lowered))
            {
                held.Add((area, new Mailbox(director.Name, director.Email)));
            }
        }

        var officers = await context.People.AsNoTracking()
            .Where(person => RecipientRoles.Officers.Contains(person.Role) && person.AccessWithdrawnAt == null && person.Email.ToLower() == lowered)
            .ToListAsync(cancellation);
        foreach (var officer in officers)
        {
            if (await context.Inspections.AsNoTracking().AnyAsync(row => row.Id == officer.Inspection && !row.Ended, cancellation)
                && await FindAsync(officer.Inspection, cancellation) is { } inspection && inspection.Case.OfficerOf(officer.Role) == officer.Id)
            {
                held.Add((inspection.Case.Area, officer.Mailbox));
            }
        }

        return [.. held.Where(one => AddressForm.IsWellFormed(one.Mailbox.Address)).DistinctBy(one => one.Area)];
    }

    private async Task<LoadedInspection?> FindAsync(Guid inspection, CancellationToken cancellation)
    {
        try
        {
            return await inspections.FindAsync(inspection, cancellation);
        }
        catch (BrokenChainException)
        {
            // Its page says so to those who can mend it; the officer may be held for another area too.
            return null;
        }
    }

    private async Task<string?> SendAsync(FreshLink? link, CancellationToken cancellation) =>
        await links.SendAsync(link!, cancellation) is { } because
            ? $"The link could not be sent. Send a new one from the list of people. {because.TrimEnd('.')}"
            : null;

    private ReadyPerson New(StoreContext context, string area, Mailbox mailbox, Guid? by)
    {
        var person = new ReadyPerson
        {
            Id = Guid.CreateVersion7(),
            Area = area,
            Name = mailbox.Name,
            Email = mailbox.Address,
            AddedAt = clock.GetCurrentInstant(),
            AddedBy = by,
        };
        context.Set<ReadyPerson>().Add(person);
        return person;
    }

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static Task<List<ReadyPerson>> PeopleAsync(StoreContext context, string area, CancellationToken cancellation) =>
        context.Set<ReadyPerson>().AsNoTracking().Where(person => person.Area == area).ToListAsync(cancellation);

    private static async Task<string> VersionAsync(StoreContext context, string area, CancellationToken cancellation)
    {
        var people = await PeopleAsync(context, area, cancellation);
        var made = await context.Set<ReadyLink>().CountAsync(
            link => context.Set<ReadyPerson>().Any(person => person.Id == link.Person && person.Area == area),
            cancellation);
        return RowVersion.Of<object?>([
            made,
            .. people.OrderBy(person => person.Id).Select(person => $"{person.Id} {person.Name} {person.Email} {person.RemovedAt}"),
        ]);
    }
}
