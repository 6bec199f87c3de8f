using AreaSend.Core.Inspections;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>Who leads an inspection on a day; each null where nobody is named.</summary>
/// <param name="Ofsted">Ofsted's lead inspector.</param>
/// <param name="Cqc">The Care Quality Commission's.</param>
public sealed record Leads(Person? Ofsted, Person? Cqc)
{
    /// <summary>Both, as far as they are named, Ofsted's first.</summary>
    public IEnumerable<Person> All => new[] { Ofsted, Cqc }.OfType<Person>();

    /// <summary>Their names: <c>Zoë Example; for CQC Max Example</c>; null where nobody is named.</summary>
    public string? Names => (Ofsted, Cqc) switch
    {
        (null, null) => null,
        ({ } lead, null) => lead.Name,
        (null, { } lead) => $"for CQC {lead.Name}",
        var (lead, other) => $"{lead.Name}; for CQC {other.Name}",
    };

    /// <summary>Whether somebody of this name is one of them.</summary>
    public bool Has(string name) => All.Any(lead => lead.Name == name);

    /// <summary>Those among the people of one inspection.</summary>
    public static Leads On(IEnumerable<Person> people, LocalDate day)
    {
        var inspectors = people.Where(person => RecipientRoles.Leads.Contains(person.Role)).ToLookup(person => person.Role);
        return new Leads(inspectors[RecipientRole.LeadInspector].HolderOn(day), inspectors[RecipientRole.CqcLeadInspector].HolderOn(day));
    }

    /// <summary>All who ever led these inspections.</summary>
    public static async Task<ILookup<Guid, Person>> ReadAsync(StoreContext context, IReadOnlyCollection<Guid> inspections, CancellationToken cancellation) =>
        (await context.People.AsNoTracking()
            .Where(person => RecipientRoles.Leads.Contains(person.Role) && inspections.Contains(person.Inspection))
            .ToListAsync(cancellation)).ToLookup(person => person.Inspection);
}
