using AreaSend.Core.Inspections;
using AreaSend.Services.Engine;
using AreaSend.Services.Mail;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AreaSend.Services.Tests.Mail;

/// <summary>A stage that is tested writes to those alone whom its setting names; nothing that is for others is lost.</summary>
public sealed class MailAudienceTests(PostgresServer server)
{
    [Theory]
    [InlineData("", "anybody@example.org", true, "nothing set: everybody")]
    [InlineData("zoe@example.org", "zoe@example.org", true, "the address itself")]
    [InlineData("zoe@example.org", "ZOE@Example.Org", true, "case says nothing")]
    [InlineData("zoe@example.org", "chloe@example.org", false, "another address of that domain")]
    [InlineData("@example.org", "anybody@example.org", true, "the domain")]
    [InlineData("@example.org", "anybody@mail.example.org", false, "a domain below it is another")]
    [InlineData("@example.org", "anybody@notexample.org", false, "a domain that only ends like it")]
    [InlineData("zoe@example.org; @example.com", "anybody@example.com", true, "the second of two")]
    [InlineData("@bücher.example", "anybody@xn--bcher-kva.example", true, "either form of a domain")]
    public void WhyHeldBack_OfAnAddress_FollowsTheSetting(string only, string address, bool mayGo, string why)
    {
        var audience = new MailAudience(Options.Create(new MailOptions { Sender = MailOptions.SmtpSender, OnlyTo = only }));

        Assert.True(mayGo == audience.WhyHeldBack(address) is null, why);
    }

    [Fact]
    public void WhyHeldBack_WhereNoMailLeaves_HoldsNothing() =>
        Assert.Null(new MailAudience(Options.Create(new MailOptions { OnlyTo = "zoe@example.org" })).WhyHeldBack("chloe@example.org"));

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Send_ToOneWhoIsNotNamed_IsHeldBackAndShownAndSentOnceHeIs(StoreProvider on)
    {
        await using var store = await OpenAsync(on, "dcs.888@example.org");
        var id = await NotifiedAsync(store);

        await store.DrainAsync();

        Assert.Equal(["dcs.888@example.org"], store.Mail.Sent.Select(mail => mail.To.Address));
        var held = await store.NoticeAsync(id, "notification:icb");
        Assert.Equal((NoticeState.HeldBack, 0, store.Now + Duration.FromHours(6)), (held.State, held.Attempts, held.NextAttempt));
        Assert.StartsWith("Held back: ", held.LastError, StringComparison.Ordinal);
        Assert.DoesNotContain("@", held.LastError, StringComparison.Ordinal);
        var loaded = (await store.Inspections.FindAsync(id))!;
        Assert.Single(loaded.Case.Events, recorded => recorded.Event is NoticeUndeliverable { Key: "notification:icb" });

        Only(store, "@example.org");
        store.Clock.AdvanceHours(6);
        await store.DrainAsync();

        Assert.Equal(NoticeState.Sent, (await store.NoticeAsync(id, "notification:icb")).State);
        Assert.Single(store.Mail.Sent, mail => mail.Key == $"{id}:notification:icb");
    }

    [Fact]
    public async Task Send_HeldBackForWeeks_IsNeverGivenUpAndFillsNoTable()
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite, "@example.com");
        var id = await NotifiedAsync(store);
        for (var tries = 0; tries < 15; tries++)
        {
            await store.DrainAsync();
            store.Clock.AdvanceHours(6);
        }

        await using var context = store.Database.Open();
        Assert.Single(await context.NoticeAttempts.Where(tried => tried.Key == "notification:dcs").ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(NoticeState.HeldBack, (await store.NoticeAsync(id, "notification:dcs")).State);
        Assert.Single((await store.Inspections.FindAsync(id))!.Case.Events, recorded => recorded.Event is NoticeUndeliverable { Key: "notification:dcs" });
    }

    [Fact]
    public async Task SendAgain_OnceNamed_GoesAtOnceUnderTheSameKey()
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite, "@example.com");
        var id = await NotifiedAsync(store);
        await store.DrainAsync();
        Only(store, "");

        Assert.Null(await store.Get<NoticeServing>().SendAgainAsync(id, "notification:dcs", cancellation: TestContext.Current.CancellationToken));
        await store.DrainAsync();

        Assert.Equal($"{id}:notification:dcs", Assert.Single(store.Mail.Sent).Key);
    }

    private static void Only(ThrowawayStore store, string only) => store.Get<IOptions<MailOptions>>().Value.OnlyTo = only;

    private static async Task<Guid> NotifiedAsync(ThrowawayStore store)
    {
        await store.Get<SandboxContacts>().SeedAsync();
        return await store.NotifiedAsync(new LocalDate(2025, 9, 22));
    }

    private Task<ThrowawayStore> OpenAsync(StoreProvider on, string only) => ThrowawayStore.OpenAsync(on, server, services =>
        services.Configure<MailOptions>(options => (options.Sender, options.OnlyTo) = (MailOptions.SmtpSender, only)));
}
