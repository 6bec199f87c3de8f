using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.SignInLinks;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Tests.SignInLinks;

public class LinkSignInTests(PostgresServer server)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Invitation_Sent_CarriesALinkThatIsKeptOnlyAsItsHash(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var id = await store.InvitedAsync();

        var token = Assert.Single(store.Tokens());
        await using var context = store.Database.Open();
        var link = await context.Set<GuestLink>().SingleAsync(link => context.People.Any(person => person.Id == link.Person && person.Role == RecipientRole.Lano));
        Assert.Equal((LinkToken.HashOf(token), id, store.Now, store.Now + Duration.FromDays(7)), (link.Hash, link.Inspection, link.MadeAt, link.ExpiresAt));
        Assert.DoesNotContain(token, link.MailKey);
        Assert.DoesNotContain(await context.Events.Select(row => row.Payload).ToListAsync(), payload => payload.Contains(token));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Enter_LinkLookedAtBefore_BeginsOneSession(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var id = await store.InvitedAsync();
        var (signIn, token) = (store.Get<LinkSignIn>(), store.Tokens()[0]);
        Assert.Equal(LinkState.Works, await signIn.LookAsync(token));
        Assert.Equal(LinkState.Works, await signIn.LookAsync(token));

        var (state, visit) = await signIn.EnterAsync(token);

        Assert.Equal((LinkState.Works, id), (state, visit!.Session.Inspection));
        Assert.Equal((LinkState.Used, null), await signIn.EnterAsync(token));
        Assert.Equal(id, (await signIn.VisitAsync(visit.Session.Id))!.Session.Inspection);
        Assert.Null(await signIn.VisitAsync(Guid.NewGuid()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Enter_ManyAtOnce_OneGetsIn(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await store.InvitedAsync();
        var token = store.Tokens()[0];

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => store.Get<LinkSignIn>().EnterAsync(token))));

        Assert.Single(answers, answer => answer.Visit is not null);
        Assert.Equal(7, answers.Count(answer => answer.State == LinkState.Used));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB")]
    [InlineData("not a link")]
    [InlineData("' OR 1=1 --")]
    public async Task Enter_Guess_IsUnknown(string? guess)
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);
        await store.InvitedAsync();

        Assert.Equal((LinkState.Unknown, null), await store.Get<LinkSignIn>().EnterAsync(guess));
        Assert.Equal(LinkState.Works, await store.Get<LinkSignIn>().LookAsync(store.Tokens()[0]));
    }

    [Fact]
    public async Task Enter_AfterSevenDays_HasExpired()
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);
        await store.InvitedAsync();

        store.Clock.Advance(Duration.FromDays(7) - Duration.FromSeconds(1));
        Assert.Equal(LinkState.Works, await store.Get<LinkSignIn>().LookAsync(store.Tokens()[0]));
        store.Clock.Advance(Duration.FromSeconds(1));

        Assert.Equal((LinkState.Expired, null), await store.Get<LinkSignIn>().EnterAsync(store.Tokens()[0]));
    }

    [Fact]
    public async Task Session_AfterTwelveHoursOrSignedOut_IsOver()
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);
        var id = await store.InvitedAsync();
        var signIn = store.Get<LinkSignIn>();
        var first = (await signIn.EnterAsync(store.Tokens()[0])).Visit!.Session;
        await store.Get<GuestAccessBook>().SendNewLinkAsync(id, RecipientRole.Lano, Recorder.Coordinator);
        await store.DrainAsync();
        var second = (await signIn.EnterAsync(store.Tokens()[1])).Visit!.Session;

        await signIn.LeaveAsync(second.Id);
        Assert.Null(await signIn.VisitAsync(second.Id));
        Assert.NotNull(await signIn.VisitAsync(first.Id));

        store.Clock.Advance(Duration.FromHours(12));
        Assert.Null(await signIn.VisitAsync(first.Id));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task SendNewLink_OlderLink_IsReplacedOnceTheNewOneIsSent(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var id = await store.InvitedAsync();
        Assert.Null(await store.Get<GuestAccessBook>().SendNewLinkAsync(id, RecipientRole.Lano, Recorder.Coordinator));
        Assert.Equal(LinkState.Works, await store.Get<LinkSignIn>().LookAsync(store.Tokens()[0]));

        await store.DrainAsync();

        Assert.Equal([LinkState.Replaced, LinkState.Works], await StatesAsync(store));
    }

    [Fact]
    public async Task Invitation_TriedTwiceUnderOneKey_LeavesBothLinksUntilOneIsUsed()
    {
        // Arrange: the mail service fails after it may have taken the first.
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);
        var tried = new List<string>();
        store.Mail.Answer = mail =>
        {
            tried.Add(mail.Key);
            return tried.Count(key => key == mail.Key) == 1 ? new MailResult.TryLater("The mail service is busy.") : new MailResult.Accepted(mail.Key);
        };
        var id = await store.InvitedAsync();
        store.Clock.Advance(Duration.FromHours(1));
        await store.DrainAsync();
        await using var context = store.Database.Open();
        var officer = (await store.Inspections.FindAsync(id))!.Case.Lano;
        Assert.Equal(2, await context.Set<GuestLink>().CountAsync(link => link.Person == officer && link.EndedAt == null));

        // Act
        Assert.NotNull((await store.Get<LinkSignIn>().EnterAsync(store.Tokens()[0])).Visit);

        // Assert
        Assert.Equal(0, await context.Set<GuestLink>().CountAsync(link => link.Person == officer && link.EndedAt == null));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Withdraw_LinkAndSession_EndAtOnceAndANewLinkGivesAccessBack(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var id = await store.InvitedAsync();
        var (signIn, access) = (store.Get<LinkSignIn>(), store.Get<GuestAccessBook>());
        var session = (await signIn.EnterAsync(store.Tokens()[0])).Visit!.Session;
        await access.SendNewLinkAsync(id, RecipientRole.Lano, Recorder.Coordinator);
        await store.DrainAsync();

        await access.WithdrawAsync(id, session.Person);

        Assert.Null(await signIn.VisitAsync(session.Id));
        Assert.Equal([LinkState.Unknown, LinkState.Unknown], await StatesAsync(store));
        await access.SendNewLinkAsync(id, RecipientRole.Lano, Recorder.Coordinator);
        await store.DrainAsync();
        Assert.Equal(LinkState.Works, await signIn.LookAsync(store.Tokens()[2]));
    }

    [Fact]
    public async Task Withdraw_BeforeTheInvitationWentOut_SendsNoLink()
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);
        var id = await store.InvitedAsync();
        var officer = (await store.Inspections.FindAsync(id))!.Case.Lano!.Value;
        await store.Get<GuestAccessBook>().WithdrawAsync(id, officer);
        var key = store.Mail.Sent.Single(mail => mail.Key.Contains(":lano-invitation")).Key[(id.ToString().Length + 1)..];

        await store.Get<NoticeServing>().SendAgainAsync(id, key);
        await store.DrainAsync();

        Assert.Equal("", store.Tokens()[1]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nominate_AnotherOfficer_EndsTheFirstOnesAccessAndKeepsTheirRecord(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var id = await store.InvitedAsync();
        var signIn = store.Get<LinkSignIn>();
        var first = (await signIn.EnterAsync(store.Tokens()[0])).Visit!.Session;

        store.Clock.Advance(Duration.FromHours(1));
        await store.NominateAsync(id, new Mailbox("Another Officer", "another@example.org"));

        Assert.Null(await signIn.VisitAsync(first.Id));
        var second = (await signIn.EnterAsync(store.Tokens()[1])).Visit!.Session;
        Assert.NotEqual(first.Person, second.Person);
        var officers = (await store.Get<GuestAccessBook>().OfAsync(id)).Where(guest => guest.Person.Role == RecipientRole.Lano).ToList();
        Assert.Equal(["Another Officer", "Fictional Officer"], officers.Select(officer => officer.Person.Name));
        Assert.All(officers, officer => Assert.Single(officer.Sessions));
    }

    [Fact]
    public async Task Ask_OwnAddress_SendsANewLinkButNotTwiceInFiveMinutes()
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);
        await store.InvitedAsync();
        store.Clock.Advance(Duration.FromMinutes(6));

        foreach (var address in (string[])["LANO@example.org ", "lano@example.org", "stranger@example.org", "dcs.888@example.org"])
        {
            await store.Get<GuestAccessBook>().AskAsync(address);
            await store.DrainAsync();
        }

        Assert.Equal([LinkState.Replaced, LinkState.Works], await StatesAsync(store));
        Assert.All(store.Mail.Sent.Where(mail => mail.Key.Contains(":lano-")), mail => Assert.Equal("lano@example.org", mail.To.Address));
    }

    /// <summary>Nothing can be sent there any more: links, sessions and requests for new links end with the inspection.</summary>
    [Fact]
    public async Task Inspection_HasEnded_ClosesTheOfficersRoom()
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);
        var id = await store.InvitedAsync();
        var signIn = store.Get<LinkSignIn>();
        var session = (await signIn.EnterAsync(store.Tokens()[0])).Visit!.Session;
        store.Clock.Advance(Duration.FromMinutes(6));
        await store.Get<GuestAccessBook>().SendNewLinkAsync(id, RecipientRole.Lano, Recorder.Coordinator);
        await store.DrainAsync();
        Assert.Equal(LinkState.Works, await signIn.LookAsync(store.Tokens()[1]));

        Assert.IsType<Recording.Recorded>(await store.Inspections.RecordAsync(id, Recorder.Coordinator, (_, _, now) => new InspectionWithdrawn(now, "A fictional flood")));
        store.Clock.Advance(Duration.FromMinutes(6));

        Assert.Equal(LinkState.Closed, await signIn.LookAsync(store.Tokens()[1]));
        Assert.Equal(LinkState.Closed, (await signIn.EnterAsync(store.Tokens()[1])).State);
        Assert.Null(await signIn.VisitAsync(session.Id));
        Assert.Equal(
            "The inspection has ended, and the officer's room is closed: no link is sent.",
            await store.Get<GuestAccessBook>().SendNewLinkAsync(id, RecipientRole.Lano, Recorder.Coordinator));
        await store.Get<GuestAccessBook>().AskAsync("lano@example.org");
        await store.DrainAsync();
        Assert.Equal(2, store.Tokens().Count);
    }

    [Fact]
    public async Task SendNewLink_NobodyNominated_SaysSo()
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);
        var id = await store.NotifiedAsync(new LocalDate(2025, 9, 22));

        Assert.Equal("No officer has been nominated. Record the nomination first.", await store.Get<GuestAccessBook>().SendNewLinkAsync(id, RecipientRole.Lano, Recorder.Coordinator));
    }

    private static async Task<IReadOnlyList<LinkState>> StatesAsync(ThrowawayStore store)
    {
        var states = new List<LinkState>();
        foreach (var token in store.Tokens())
        {
            states.Add(await store.Get<LinkSignIn>().LookAsync(token));
        }

        return states;
    }
}
