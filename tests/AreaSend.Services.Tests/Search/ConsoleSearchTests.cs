using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Search;
using AreaSend.Services.Store;
using AreaSend.Testing;

namespace AreaSend.Services.Tests.Search;

/// <summary>The questions that the search asks of the people of inspections and areas, on both databases; the page's own tests say the rest.</summary>
public class ConsoleSearchTests(PostgresServer server)
{
    private static readonly LocalDate OnSite = new(2025, 9, 22);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task People_OfInspectionsAndAreas_AreFoundWhileTheyStayAndWhenTheyAreToCome(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var id = await store.PlannedAsync(OnSite, "301");
        var today = LondonTime.DateOf(store.Now);
        await using (var context = store.Database.Open())
        {
            context.People.AddRange(
                Lead(id, "Zadie Stays", today.PlusDays(-30), to: null),
                Lead(id, "Zadie Comes", today.PlusDays(30), to: null),
                Lead(id, "Zadie Left", today.PlusDays(-60), today.PlusDays(-31)));
            await context.SaveChangesAsync();
        }

        var found = (await new ConsoleSearch(store.Database, store.Clock).FindAsync(SearchText.Of("zadie", out _)!)).People.Shown;

        Assert.Equal(["Zadie Comes", "Zadie Stays"], found.Select(person => person.Name));
        Assert.Equal([today.PlusDays(30), null], found.Select(person => Assert.Single(person.Inspections.Shown).From));
    }

    private static Person Lead(Guid inspection, string name, LocalDate from, LocalDate? to)
    {
        var person = Person.With(RecipientRole.LeadInspector, new Mailbox(name, $"{name.Replace(' ', '.')}@example.org"), inspection, from);
        person.To = to;
        return person;
    }
}
