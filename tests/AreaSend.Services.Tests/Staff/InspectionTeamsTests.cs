using AreaSend.Services.Mail;
using AreaSend.Services.Staff;
using AreaSend.Services.Store;
using AreaSend.Testing;

namespace AreaSend.Services.Tests.Staff;

/// <summary>Who is on a team on which day.</summary>
public sealed class InspectionTeamsTests(PostgresServer server)
{
    private static readonly LocalDate First = new(2025, 9, 8);
    private static readonly LocalDate Last = new(2025, 9, 26);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task IsOn_FromTheFirstDayToTheLast_OfThatInspectionAlone(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var (teams, inspection, ines) = (store.Get<InspectionTeams>(), Guid.NewGuid(), await KnownAsync(store, "ines"));
        Assert.Null(await AddAsync(teams, inspection, ines, First, Last));

        foreach (var (day, isOn, why) in ((LocalDate, bool, string)[])
        [
            (First.PlusDays(-1), false, "the day before the first"), (First, true, "the first day"), (Last, true, "the last day"), (Last.PlusDays(1), false, "the day after the last"),
        ])
        {
            Assert.True(isOn == await teams.IsOnAsync(inspection, ines, day), why);
        }

        Assert.False(await teams.IsOnAsync(Guid.NewGuid(), ines, First));
        Assert.False(await teams.IsOnAsync(inspection, await KnownAsync(store, "lee"), First));
    }

    /// <summary>Who leads is named by an address; signing in under it is enough, and ends with the lead.</summary>
    [Fact]
    public async Task IsOn_WhoLeadsUnderTheAddressTheySignInWith_AsLongAsTheyLead()
    {
        await using var store = await ThrowawayStore.OpenAsync();
        var (teams, lee) = (store.Get<InspectionTeams>(), await KnownAsync(store, "lee"));
        var inspection = await store.PlannedAsync(new LocalDate(2025, 9, 22));
        await store.Get<ContactBook>().NameLeadAsync(inspection, new Mailbox("Lee Fictional", "LEE@example.org"));
        var today = Core.Calendars.LondonTime.DateOf(store.Now);
        Assert.True(await teams.IsOnAsync(inspection, lee, today));
        Assert.False(await teams.IsOnAsync(inspection, await KnownAsync(store, "ines"), today));

        store.Clock.Advance(Duration.FromDays(3));
        await store.Get<ContactBook>().NameLeadAsync(inspection, new Mailbox("Another Lead", "another@example.org"));

        Assert.False(await teams.IsOnAsync(inspection, lee, today.PlusDays(3)));
    }

    [Fact]
    public async Task AddAndEnd_TwiceOverlappingOrOutOfDate_AreRefusedWithASentence()
    {
        await using var store = await ThrowawayStore.OpenAsync();
        var (teams, inspection, ines) = (store.Get<InspectionTeams>(), Guid.NewGuid(), await KnownAsync(store, "ines"));
        var empty = InspectionTeams.VersionOf([]);
        Assert.Null(await AddAsync(teams, inspection, ines, First, null));

        Assert.StartsWith("This person is on the team on some of these days already", await AddAsync(teams, inspection, ines, Last, null), StringComparison.Ordinal);
        Assert.StartsWith("The team has changed", await teams.AddAsync(new TeamMember { Id = Guid.NewGuid(), Inspection = inspection, Staff = Guid.NewGuid(), From = First }, empty), StringComparison.Ordinal);

        var place = Assert.Single(await teams.OfAsync(inspection));
        Assert.StartsWith("The team has changed", await teams.EndAsync(inspection, place.Member.Id, Last, empty), StringComparison.Ordinal);
        Assert.Null(await teams.EndAsync(inspection, place.Member.Id, Last, InspectionTeams.VersionOf([place])));
        Assert.Null(await AddAsync(teams, inspection, ines, Last.PlusDays(1), null));

        var again = (await teams.OfAsync(inspection))[1];
        Assert.Null(await teams.EndAsync(inspection, again.Member.Id, Last, InspectionTeams.VersionOf(await teams.OfAsync(inspection))));
        Assert.Equal(Last, Assert.Single(await teams.OfAsync(inspection)).Member.To);
    }

    private static async Task<string?> AddAsync(InspectionTeams teams, Guid inspection, Guid staff, LocalDate from, LocalDate? to) => await teams.AddAsync(
        new TeamMember { Id = Guid.CreateVersion7(), Inspection = inspection, Staff = staff, From = from, To = to }, InspectionTeams.VersionOf(await teams.OfAsync(inspection)));

    private static Task<Guid> KnownAsync(ThrowawayStore store, string subject) =>
        store.Get<StaffDirectory>().RecogniseAsync("https://issuer.example.org", subject, $"{subject} Fictional", $"{subject}@example.org", coordinates: false, store.Now);
}
