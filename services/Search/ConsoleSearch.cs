using System.Globalization;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Services.Areas;
using AreaSend.Services.Staff;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Search;

/// <summary>
/// Looks over areas, people and inspections at once. It finds nothing that a page does not show to every role: areas with their contacts,
/// inspections with those who lead, answer for and coordinate them; no document, no note, nobody of a room that areas have for themselves.
/// </summary>
public sealed class ConsoleSearch(StoreDatabase database, IClock clock)
{
    /// <summary>How many of each sort are shown.</summary>
    public const int Shown = 20;

    /// <summary>How many of somebody's inspections are linked.</summary>
    public const int Linked = 3;

    private static readonly RecipientRole[] InInspections = [.. RecipientRoles.Leads, .. RecipientRoles.Officers];

    /// <summary>What there is under a text.</summary>
    public async Task<Found> FindAsync(SearchText text, CancellationToken cancellation = default)
    {
        var today = LondonTime.DateOf(clock.GetCurrentInstant());
        await using var context = database.Open();
        var areas = LocalAuthorities.Seen.Where(area => IsMeant(area, text.Typed)).OrderBy(area => area.DisplayName, StringComparer.Ordinal).ToList();
        List<FoundPerson> people =
        [
            .. await CoordinatorsAsync(context, text, cancellation),
            .. await OfInspectionsAsync(context, text, today, cancellation),
            .. await ContactsAsync(context, text, today, cancellation),
        ];
        var meant = Part([.. people
            .OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(person => person.Role)
            .ThenBy(person => person.Area, StringComparer.Ordinal)]);
        return new Found(
            Part(areas),
            meant with { Shown = await WithInspectionsAsync(context, meant.Shown, today, cancellation) },
            await InspectionsAsync(context, text, areas, cancellation));
    }

    private static FoundPart<T> Part<T>(IReadOnlyList<T> all) => new([.. all.Take(Shown)], all.Count);

    private static bool IsMeant(LocalAuthority area, string text) =>
        AreaSearch.IsMeant(area, text)
        || string.Equals(area.OnsCode, text, StringComparison.OrdinalIgnoreCase)
        || area.OfstedNumber == text;

    private static async Task<IEnumerable<FoundPerson>> CoordinatorsAsync(StoreContext context, SearchText text, CancellationToken cancellation) =>
        from person in await context.Set<StaffMember>().AsNoTracking().Where(person => person.Coordinates).ToListAsync(cancellation)
        where text.IsName(person.Name) || text.IsAddress(person.Email)
        select new FoundPerson(person.Name, person.Email, Role: null, Area: null, person.Id, FoundPerson.OfNoInspection);

    /// <summary>
    /// Those who lead or answer for inspections, or are to, and those who did so to the end of one: without the inspections, since somebody who has led for
    /// years has led hundreds, and only few are shown. The same few names stand in all of them, and are told apart before anything else is asked.
    /// </summary>
    private static async Task<IEnumerable<FoundPerson>> OfInspectionsAsync(
        StoreContext context, SearchText text, LocalDate today, CancellationToken cancellation)
    {
        var all = await OfInspections(context).GroupBy(person => new { person.Role, person.Name, person.Email })
            .Select(same => new { same.Key.Role, same.Key.Name, same.Key.Email, Stays = same.AsQueryable().Count(RoleHolders.StaysOn<Person>(today)) > 0 })
            .ToListAsync(cancellation);
        var meant = all.Where(person => text.IsName(person.Name) || text.IsAddress(person.Email)).ToList();
        List<string> replaced = [.. meant.Where(person => !person.Stays).Select(person => person.Name).Distinct()];
        var until = replaced.Count == 0 ? [] : await OfInspections(context)
            .Where(person => replaced.Contains(person.Name) && context.Inspections.Any(row => row.Id == person.Inspection && row.Ended))
            .Select(person => new { person.Role, person.Name, person.Email })
            .Distinct().ToListAsync(cancellation);
        return from person in meant
               where person.Stays || until.Contains(new { person.Role, person.Name, person.Email })
               group person by (person.Role, person.Name, Email: person.Email.ToLowerInvariant()) into same
               select new FoundPerson(same.Key.Name, same.Key.Email, same.Key.Role, Area: null, Coordinator: null, FoundPerson.OfNoInspection);
    }

    /// <summary>With how many inspections each of them has, and the few of them that are linked.</summary>
    private static async Task<IReadOnlyList<FoundPerson>> WithInspectionsAsync(
        StoreContext context, IReadOnlyList<FoundPerson> people, LocalDate today, CancellationToken cancellation)
    {
        List<string> names = [.. people.Where(person => person.Role is { } role && InInspections.Contains(role)).Select(person => person.Name)];
        if (names.Count == 0)
        {
            return people;
        }

        // Somebody has few that go on and may have hundreds that ended:
        // those few are told from the others here, and the others by when the person took the role.
        var open = (await context.Inspections.Where(row => !row.Ended).Select(row => row.Id).ToListAsync(cancellation)).ToHashSet();
        var roles = await OfInspections(context).Where(person => names.Contains(person.Name))
            .ToListAsync(cancellation);
        var byPerson = roles.Where(person => !person.HasLeftBy(today) || !open.Contains(person.Inspection))
            .OrderByDescending(person => open.Contains(person.Inspection)).ThenByDescending(person => person.From).ThenBy(person => person.Inspection)
            .GroupBy(person => (person.Role, person.Name, person.Email.ToLowerInvariant()))
            .ToDictionary(same => same.Key, same => same.DistinctBy(person => person.Inspection).ToList());
        // The list of inspections may have lost one whose people are still there (SummaryRebuild): that is linked to nobody.
        var linked = byPerson.Values.SelectMany(roles => roles.Take(Linked)).Select(role => role.Inspection).ToHashSet();
        var rows = await context.Inspections.AsNoTracking().Where(row => linked.Contains(row.Id))
            .Select(row => new FoundInspection(row.Id, row.Area, row.OnSiteStarts, row.Ended, null)).ToDictionaryAsync(row => row.Id, cancellation);
        return
        [
            .. people.Select(person => person.Role is { } role && byPerson.TryGetValue((role, person.Name, person.Email ?? ""), out var theirs)
                ? person with { Inspections = new([.. theirs.Take(Linked).Where(one => rows.ContainsKey(one.Inspection)).Select(Found)], theirs.Count) }
                : person),
        ];

        FoundInspection Found(Person person) => rows[person.Inspection] with { From = ToCome(person, today) };
    }

    private static LocalDate? ToCome(IRoleHolder holder, LocalDate today) => holder.IsToComeOn(today) ? holder.From : null;

    // The roles stand in the statement itself, so that a database that plans once for all values takes the index of names, in its order.
    private static IQueryable<Person> OfInspections(StoreContext context) =>
        context.People.AsNoTracking().Where(person => EF.Constant(InInspections).Contains(person.Role));

    private static async Task<IEnumerable<FoundPerson>> ContactsAsync(StoreContext context, SearchText text, LocalDate today, CancellationToken cancellation)
    {
        var contacts = context.Contacts.AsNoTracking().Where(RoleHolders.StaysOn<Contact>(today));
        foreach (var word in text.Words)
        {
            contacts = contacts.Where(contact => contact.Name.ToLower().Contains(word) || contact.Email.ToLower().Contains(word));
        }

        return from contact in await contacts.ToListAsync(cancellation)
               where text.IsName(contact.Name) || text.IsAddress(contact.Email)
               select new FoundPerson(contact.Name, contact.Email, contact.Role, contact.Area, Coordinator: null, FoundPerson.OfNoInspection)
               {
                   From = ToCome(contact, today),
               };
    }

    private static async Task<FoundPart<InspectionRow>> InspectionsAsync(
        StoreContext context, SearchText text, IReadOnlyList<LocalAuthority> areas, CancellationToken cancellation)
    {
        var referred = await ByReferenceAsync(context, text, cancellation);
        var codes = areas.Select(area => area.Code).ToList();
        var ofAreas = context.Inspections.AsNoTracking().Where(row => codes.Contains(row.Area));
        var count = codes.Count == 0 ? 0 : await ofAreas.CountAsync(cancellation);
        List<InspectionRow> rows = count == 0
            ? []
            : await ofAreas.OrderBy(row => row.Ended).ThenByDescending(row => row.OnSiteStarts).ThenBy(row => row.Id).Take(Shown).ToListAsync(cancellation);
        referred = [.. referred, .. await ByPublicationAsync(context, text, cancellation)];
        return new(
            [.. referred.Concat(rows).DistinctBy(row => row.Id).Take(Shown)],
            Math.Max(count, referred.Count));
    }

    // The address of a report or of a plan, or so much of it that it is no name.
    private static async Task<IReadOnlyList<InspectionRow>> ByPublicationAsync(StoreContext context, SearchText text, CancellationToken cancellation)
    {
        if (text.Publication is not { } part)
        {
            return [];
        }

        var published = context.Figures.Where(row =>
            (row.ReportLink != null && row.ReportLink.ToLower().Contains(part))
            || (row.PlanLink != null && row.PlanLink.ToLower().Contains(part)));
        return await context.Inspections.AsNoTracking()
            .Where(row => published.Any(figures => figures.Inspection == row.Id))
            .OrderByDescending(row => row.OnSiteStarts)
            .Take(Shown)
            .ToListAsync(cancellation);
    }

    private static async Task<IReadOnlyList<InspectionRow>> ByReferenceAsync(StoreContext context, SearchText text, CancellationToken cancellation)
    {
        if (text.Reference() is not { } reference)
        {
            return [];
        }

        // An identifier is kept as text by one database and as a number by the other: its beginning is looked for here.
        List<Guid> meant = Guid.TryParse(reference, out var whole)
            ? [whole]
            : [.. (await context.Inspections.Select(row => row.Id).ToListAsync(cancellation))
                .Where(id => id.ToString("N", CultureInfo.InvariantCulture).StartsWith(reference, StringComparison.Ordinal)).Take(Shown)];
        return await context.Inspections.AsNoTracking().Where(row => meant.Contains(row.Id)).OrderBy(row => row.Id).ToListAsync(cancellation);
    }
}
