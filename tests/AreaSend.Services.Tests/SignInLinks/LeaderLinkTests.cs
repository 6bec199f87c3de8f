using System.Text.RegularExpressions;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Services.Sandbox;
using AreaSend.Services.SignInLinks;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Tests.SignInLinks;

/// <summary>The links of leaders and the forum: brought by the notification, for one inspection, and only for whoever holds the role.</summary>
public sealed partial class LeaderLinkTests(PostgresServer server)
{
    public static TheoryData<RecipientRole> Leaders => [.. RecipientRoles.Leaders];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Notification_Sent_BringsEachALinkThatIsKeptOnlyAsItsHash(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var id = await NotifiedAsync(store);
        await using var context = store.Database.Open();

        foreach (var role in RecipientRoles.Leaders)
        {
            var token = Assert.Single(Tokens(store, role));
            var link = await context.Set<GuestLink>().SingleAsync(link => link.Hash == LinkToken.HashOf(token));
            Assert.Equal((id, store.Now + Duration.FromDays(7)), (link.Inspection, link.ExpiresAt));

            var (state, visit) = await store.Get<LinkSignIn>().EnterAsync(token);

            Assert.Equal((LinkState.Works, role, id), (state, visit!.Role, visit.Session.Inspection));
            Assert.Equal((LinkState.Used, null), await store.Get<LinkSignIn>().EnterAsync(token));
        }
    }

    [Fact]
    public async Task Nobody_BeforeTheNotification_IsSentALink()
    {
        await using var store = await ThrowawayStore.OpenAsync();
        await store.Get<SandboxContacts>().SeedAsync();
        var id = await store.PlannedAsync(new LocalDate(2025, 9, 22));

        await store.Get<GuestAccessBook>().AskAsync("dcs.888@example.org");
        var refusal = await store.Get<GuestAccessBook>().SendNewLinkAsync(id, RecipientRole.Dcs, Recorder.Coordinator);
        await store.DrainAsync();

        Assert.Equal("The area has not been notified yet, so its leaders cannot come in. Wait for the notification day: the notification brings each of them a link.", refusal);
        Assert.Empty(store.Mail.Sent);
    }

    /// <summary>Of two contacts whose days overlap one holds the role: that one is sent the link asked for, and whoever is to come waits.</summary>
    [Fact]
    public async Task Ask_OfContactsThatOverlap_IsAnsweredForTheHolderAlone()
    {
        await using var store = await ThrowawayStore.OpenAsync();
        await NotifiedAsync(store);
        var today = LondonTime.DateOf(store.Now);
        await using (var context = store.Database.Open())
        {
            foreach (var (name, days) in ((string, int)[])[("holder", -1), ("coming", 30)])
            {
                context.Contacts.Add(new Contact
                {
                    Id = Guid.CreateVersion7(), Area = "888", Role = RecipientRole.Dcs, Name = name, Email = $"{name}@example.org", From = today.PlusDays(days),
                });
            }

            await context.SaveChangesAsync();
        }

        foreach (var asking in (string[])["dcs.888@example.org", "coming@example.org", "HOLDER@example.org"])
        {
            var before = store.Mail.Sent.Count;
            await store.Get<GuestAccessBook>().AskAsync(asking);
            await store.DrainAsync();

            Assert.True(store.Mail.Sent.Skip(before).Select(mail => mail.To.Address).SequenceEqual(asking == "HOLDER@example.org" ? ["holder@example.org"] : []), asking);
        }
    }

    [Theory, MemberData(nameof(Leaders))]
    public async Task Withdraw_LinkAndSession_EndAtOnceAndANewLinkGivesAccessBack(RecipientRole role)
    {
        await using var store = await ThrowawayStore.OpenAsync();
        var id = await NotifiedAsync(store);
        var (signIn, access) = (store.Get<LinkSignIn>(), store.Get<GuestAccessBook>());
        var session = (await signIn.EnterAsync(Tokens(store, role)[0])).Visit!.Session;

        Assert.Null(await access.WithdrawAsync(id, session.Person));
        Assert.Null(await signIn.VisitAsync(session.Id));
        await access.AskAsync($"{role.Key()}.888@example.org");
        await store.DrainAsync();
        Assert.Single(Tokens(store, role));

        Assert.Null(await access.SendNewLinkAsync(id, role, Recorder.Coordinator));
        Assert.NotNull(await access.SendNewLinkAsync(id, role, Recorder.Coordinator));
        await store.DrainAsync();
        Assert.Equal(LinkState.Works, await signIn.LookAsync(Tokens(store, role)[1]));
    }

    /// <summary>Links and sessions go with the office, and a correction of the address ends what went to the wrong one.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Session_WhenSomebodyElseTakesTheRole_IsOver(bool isCorrected)
    {
        await using var store = await ThrowawayStore.OpenAsync();
        var id = await NotifiedAsync(store);
        var (signIn, contacts) = (store.Get<LinkSignIn>(), store.Get<ContactBook>());
        var session = (await signIn.EnterAsync(Tokens(store, RecipientRole.Dcs)[0])).Visit!.Session;
        Assert.NotNull(await signIn.VisitAsync(session.Id));

        var director = (await contacts.OfAsync("888")).Single(contact => contact.Role == RecipientRole.Dcs);
        var today = Core.Calendars.LondonTime.DateOf(store.Now);
        await contacts.SaveAsync(
            new Contact { Id = isCorrected ? director.Id : Guid.CreateVersion7(), Area = "888", Role = RecipientRole.Dcs, Name = "Another Director", Email = "another@example.org", From = isCorrected ? director.From : today });

        Assert.Null(await signIn.VisitAsync(session.Id));
        await store.Get<GuestAccessBook>().AskAsync("dcs.888@example.org");
        await store.Get<GuestAccessBook>().AskAsync("another@example.org");
        await store.DrainAsync();
        Assert.Equal("another@example.org", Assert.Single(store.Mail.Sent, mail => mail.Key.Contains(":leader-link", StringComparison.Ordinal)).To.Address);
        Assert.Equal(id, (await signIn.EnterAsync(Tokens(store, RecipientRole.Dcs)[1])).Visit!.Session.Inspection);
    }

    [Fact]
    public async Task Ask_OwnAddress_SendsANewLinkButNotTwiceInFiveMinutes()
    {
        await using var store = await ThrowawayStore.OpenAsync();
        await NotifiedAsync(store);
        store.Clock.Advance(Duration.FromMinutes(6));

        foreach (var address in (string[])["PCF.888@example.org ", "pcf.888@example.org", "stranger@example.org", "pcf.889@example.org", "principal-authority.888@example.org"])
        {
            await store.Get<GuestAccessBook>().AskAsync(address);
            await store.DrainAsync();
        }

        Assert.Equal("pcf.888@example.org", Assert.Single(store.Mail.Sent, mail => mail.Key.Contains(":leader-link", StringComparison.Ordinal)).To.Address);
        Assert.Equal(LinkState.Replaced, await store.Get<LinkSignIn>().LookAsync(Tokens(store, RecipientRole.Pcf)[0]));
    }

    /// <summary>What an inspection that has ended came to can still be looked up by those who followed it.</summary>
    [Fact]
    public async Task Ask_AfterTheInspectionWasWithdrawn_StillSendsALink()
    {
        await using var store = await ThrowawayStore.OpenAsync();
        var id = await NotifiedAsync(store);
        await store.Inspections.RecordAsync(id, Recorder.Coordinator, (_, _, now) => new InspectionWithdrawn(now, "A fictional reason."));
        store.Clock.Advance(Duration.FromMinutes(6));

        await store.Get<GuestAccessBook>().AskAsync("icb.888@example.org");
        await store.DrainAsync();

        Assert.Equal(LinkState.Works, await store.Get<LinkSignIn>().LookAsync(Tokens(store, RecipientRole.Icb)[^1]));
        Assert.Equal(2, Tokens(store, RecipientRole.Icb).Count);
    }

    private static async Task<Guid> NotifiedAsync(ThrowawayStore store)
    {
        await store.Get<SandboxContacts>().SeedAsync();
        var id = await store.NotifiedAsync(new LocalDate(2025, 9, 22));
        await store.DrainAsync();
        return id;
    }

    private static List<string> Tokens(ThrowawayStore store, RecipientRole role) =>
        [.. store.Mail.Sent.Where(mail => mail.To.Address == $"{role.Key()}.888@example.org" || (role == RecipientRole.Dcs && mail.To.Address == "another@example.org"))
            .Select(mail => Link().Match(mail.Text)).Where(link => link.Success).Select(link => link.Groups[1].Value)];

    [GeneratedRegex("/leaders/enter\\?link=([A-Za-z0-9_-]{43})")]
    private static partial Regex Link();
}
