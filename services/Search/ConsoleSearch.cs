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
/// Looks over areas, people and inspections at once. It finds nothing that a page does not show to every role: areas with their contacts, inspections with those
/// who lead, answer for and coordinate them; no document, no note, nobody of a room that areas have for themselves.
/// </summary>
public sealed class ConsoleSearch(StoreDatabase database, IClock clock)
{
    /// <summary>How many of each sort are shown.</summary>
    public const int Shown = 20;

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
        var meant = Part([.. people.OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase).ThenBy(person => person.Role).ThenBy(person => person.Area, StringComparer.Ordinal)]);
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
        select new FoundPerson(person.Name, person.Email, Role: null, Area: null, person.Id, []);

    /// <summary>
    /// Those who lead or answer for inspections, without them: somebody who has led for years has led hundreds, and only few are shown.
    /// </summary>
    private static async Task<IEnumerable<FoundPerson>> OfInspectionsAsync(
        StoreContext context, SearchText text, LocalDate today, CancellationToken cancellation)
    {
        var people = InRole(context, today);
        foreach (var word in text.Words)
        {
            people = people.Where(person => person.Name.ToLower().Contains(word) || person.Email.ToLower().Contains(word));
        }

        return from person in await people.Select(person => new { person.Role, person.Name, person.Email }).Distinct().ToListAsync(cancellation)
               where text.IsName(person.Name) || text.IsAddress(person.Email)
               group person by (person.Role, person.Name, Email: person.Email.ToLowerInvariant()) into same
               select new FoundPerson(same.Key.Name, same.Key.Email, same.Key.Role, Area: null, Coordinator: null, []);
    }

    private static async Task<IReadOnlyList<FoundPerson>> WithInspectionsAsync(
        StoreContext context, IReadOnlyList<FoundPerson> people, LocalDate today, CancellationToken cancellation)
    {
        List<string> names = [.. people.Where(person => person.Role is { } role && (RecipientRoles.Leads.Contains(role) || RecipientRoles.Officers.Contains(role))).Select(person => person.Name)];
        if (names.Count == 0)
        {
            return people;
        }

        var found = await InRole(context, today).Where(person => names.Contains(person.Name))
            .Join(
                context.Inspections.AsNoTracking(),
                person => person.Inspection,
                row => row.Id,
                (person, row) => new { person.Role, person.Name, person.Email, row.Id, row.Area, row.OnSiteStarts, row.Ended })
            .ToListAsync(cancellation);
        var byPerson = found.OrderBy(one => one.Ended).ThenByDescending(one => one.OnSiteStarts).ThenBy(one => one.Id)
            .ToLookup(one => (one.Role, one.Name, one.Email.ToLowerInvariant()), one => new FoundInspection(one.Id, one.Area, one.OnSiteStarts, one.Ended));
        return
        [
            .. people.Select(person => person.Role is { } role
                ? person with { Inspections = [.. byPerson[(role, person.Name, person.Email ?? "")].Distinct()] }
                : person),
        ];
    }

    /// <summary>The leads and officers in their roles: today or, of an inspection that has ended, until its end.</summary>
    private static IQueryable<Person> InRole(StoreContext context, LocalDate today) => context.People.AsNoTracking()
        .Where(person => RecipientRoles.Leads.Contains(person.Role) || RecipientRoles.Officers.Contains(person.Role))
        .Where(person => person.To == null || person.To >= today || context.Inspections.Any(row => row.Id == person.Inspection && row.Ended));

    private static async Task<IEnumerable<FoundPerson>> ContactsAsync(StoreContext context, SearchText text, LocalDate today, CancellationToken cancellation)
    {
        var contacts = context.Contacts.AsNoTracking();
        foreach (var word in text.Words)
        {
            contacts = contacts.Where(contact => contact.Name.ToLower().Contains(word) || contact.Email.ToLower().Contains(word));
        }

        return from contact in await contacts.ToListAsync(cancellation)
               where contact.To is null || contact.To >= today
               where text.IsName(contact.Name) || text.IsAddress(contact.Email)
               select new FoundPerson(contact.Name, contact.Email, contact.Role, contact.Area, Coordinator: null, []);
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

        var published = context.Figures.Where(row => (row.ReportLink != null && row.ReportLink.ToLower().Contains(part)) || (row.PlanLink != null && row.PlanLink.ToLower().Contains(part)));
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
            : [.. (await context.Inspections.Select(row => row.Id).ToListAsync(cancellation)).Where(id => id.ToString("N", CultureInfo.InvariantCulture).StartsWith(reference, StringComparison.Ordinal)).Take(Shown)];
        return await context.Inspections.AsNoTracking().Where(row => meant.Contains(row.Id)).OrderBy(row => row.Id).ToListAsync(cancellation);
    }
}
