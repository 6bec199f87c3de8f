using System.Text.RegularExpressions;
using AreaSend.Conformance;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.Checkpoints;
using AreaSend.Services.Engine;
using AreaSend.Services.Mail;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AreaSend.Services.Tests.Engine;

public class OutboxRunnerTests(PostgresServer server)
{
    private static readonly LocalDate OnSite = new(2025, 9, 22);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Send_DueNotices_SendsEachOnceAndRecordsIt(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await store.Get<SandboxContacts>().SeedAsync();
        var id = await store.NotifiedAsync(OnSite);

        await store.DrainAsync();

        string[] keys = ["notification:dcs", "notification:icb", "notification:pcf", "surveys-open:pcf"];
        Assert.All(keys, key => Assert.Single(store.Mail.Sent, mail => mail.Key == $"{id}:{key}"));
        Assert.Equal("dcs.888@example.org", store.Mail.Sent.Single(mail => mail.Key.EndsWith("notification:dcs", StringComparison.Ordinal)).To.Address);
        var @case = (await store.Inspections.FindAsync(id))!.Case;
        Assert.All(keys, key => Assert.Single(@case.Events, @event => @event.Event is NoticeSent sent && sent.Key == key));
        var notice = await store.NoticeAsync(id, "notification:dcs");
        Assert.Equal((NoticeState.Sent, store.Now, "dcs.888@example.org", null), (notice.State, notice.SentAt, notice.RecipientAddress, notice.NextAttempt));
        Assert.NotNull(notice.TemplateVersion);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Send_ByManyWorkersAtOnce_DoublesNoNotice(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await store.Get<SandboxContacts>().SeedAsync();
        for (var area = 0; area < 5; area++)
        {
            await store.NotifiedAsync(OnSite, Services.Areas.LocalAuthorities.All[area].Code);
            store.Clock.Reset(ThrowawayStore.Start);
        }

        store.Clock.Advance(Duration.FromDays(20));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(store.DrainAsync)));

        var keys = store.Mail.Sent.Select(mail => mail.Key).ToList();
        Assert.Equal(keys.Distinct().Count(), keys.Count);
        await using var context = store.Database.Open();

        // Nobody looked for twenty days: the surveys are closed by now, so nobody is told that they are open.
        Assert.All(await context.Notices.ToListAsync(), notice => Assert.Equal(
            notice.Template == "surveys-open" ? NoticeState.Lapsed : NoticeState.Sent, notice.State));
        Assert.Equal(await context.Notices.CountAsync(notice => notice.State == NoticeState.Sent), keys.Count);
        Assert.Empty((await store.Get<ChainVerifier>().VerifyAsync()).Broken);
    }

    // A host that has just started, with as much to send as its pool has connections: nobody lets go of one while it waits for a second.
    [Fact]
    public async Task Send_HostJustStarted_TakesOneConnection()
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Postgres, server);
        await store.Get<SandboxContacts>().SeedAsync();
        await store.NotifiedAsync(OnSite);
        var one = store.Settings with { ConnectionString = $"{store.Settings.ConnectionString};Maximum Pool Size=1;Timeout=5" };
        await using var host = EngineHost.Start(store, services => services.Replace(ServiceDescriptor.Singleton(one)));

        Assert.True(await host.GetRequiredService<OutboxRunner>().SendNextDueAsync(store.Now));

        Assert.Single(store.Mail.Sent);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Send_NobodyHoldsTheRole_StandsUnservedUntilAContactIsEntered(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var id = await store.NotifiedAsync(OnSite);

        await store.DrainAsync();

        var unserved = (await store.Inspections.FindAsync(id))!.Case.UnservedNotices;
        Assert.Equal($"No director of children's services is entered for {AreaName} on this day. Enter one with an e-mail address; the notice then goes out.", unserved["notification:dcs"]);
        Assert.Equal(NoticeState.NoAddress, (await store.NoticeAsync(id, "notification:dcs")).State);

        await store.Get<ContactBook>().SaveAsync(Dcs("dcs.888@example.org"));
        await store.DrainAsync();

        Assert.Equal([$"{id}:notification:dcs"], store.Mail.Sent.Select(mail => mail.Key));
        Assert.DoesNotContain("notification:dcs", (await store.Inspections.FindAsync(id))!.Case.UnservedNotices.Keys);
    }

    [Fact]
    public async Task Send_MalformedAddress_SaysSoWithoutTheAddress()
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);
        await store.Get<ContactBook>().SaveAsync(Dcs("dcs at example.org"));
        var id = await store.NotifiedAsync(OnSite);

        await store.DrainAsync();

        var because = (await store.Inspections.FindAsync(id))!.Case.UnservedNotices["notification:dcs"];
        Assert.Contains("is not a well-formed e-mail address", because);
        Assert.DoesNotContain("example.org", because);
    }

    [Fact]
    public async Task Send_ContactOfALaterDay_GoesOutOnThatDay()
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);
        await store.Get<ContactBook>().SaveAsync(Dcs("dcs.888@example.org", from: new LocalDate(2025, 9, 10)));
        var id = await store.NotifiedAsync(OnSite);

        await store.DrainAsync();
        Assert.Empty(store.Mail.Sent);

        store.Clock.Advance(Duration.FromDays(2));
        await store.DrainAsync();
        Assert.Contains($"{id}:notification:dcs", store.Mail.Sent.Select(mail => mail.Key));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Send_ServiceBusy_TriesLaterAndLaterAndIsThenDead(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await store.Get<SandboxContacts>().SeedAsync();
        store.Mail.Answer = _ => new MailResult.TryLater("The mail service is busy.");
        var id = await store.NotifiedAsync(OnSite);
        var waits = new List<Duration>();

        while (await store.NoticeAsync(id, "notification:dcs") is { NextAttempt: { } next })
        {
            waits.Add(next - store.Now);
            store.Clock.Reset(Instant.Max(next, store.Now));
            await store.Get<OutboxRunner>().SendAsync(id, "notification:dcs", store.Now);
        }

        Assert.Equal(10, waits.Count);
        Assert.Equal(Duration.Zero, waits[0]);
        Assert.All(waits.Skip(1).Zip(waits.Skip(2)).Take(6), pair => Assert.True(pair.Second > pair.First));
        var dead = await store.NoticeAsync(id, "notification:dcs");
        Assert.Equal((NoticeState.Dead, 10, "The mail service is busy."), (dead.State, dead.Attempts, dead.LastError));
        Assert.Equal("The mail service is busy.", (await store.Inspections.FindAsync(id))!.Case.UnservedNotices["notification:dcs"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task SendAgain_DeadNotice_GoesOutUnderAnotherKey(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await store.Get<SandboxContacts>().SeedAsync();
        store.Mail.Answer = _ => new MailResult.Refused("The mail service refused it.");
        var id = await store.NotifiedAsync(OnSite);
        await store.DrainAsync();
        Assert.Equal(NoticeState.Dead, (await store.NoticeAsync(id, "notification:dcs")).State);

        store.Mail.Answer = mail => new MailResult.Accepted(mail.Key);
        Assert.Null(await store.Get<NoticeServing>().SendAgainAsync(id, "notification:dcs"));
        await store.DrainAsync();

        Assert.Equal([$"{id}:notification:dcs:again-1"], store.Mail.Sent.Select(mail => mail.Key));
        Assert.DoesNotContain("notification:dcs", (await store.Inspections.FindAsync(id))!.Case.UnservedNotices.Keys);
    }

    /// <summary>What is sent again days later speaks of the day on which it goes, and says that it repeats another.</summary>
    [Fact]
    public async Task SendAgain_DaysLater_IsWrittenAsOfThatDay()
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);
        await store.Get<SandboxContacts>().SeedAsync();
        var id = await store.NotifiedAsync(OnSite);
        await store.DrainAsync();
        Assert.Contains("You are notified today", store.Mail.Sent.Single(mail => mail.Key.EndsWith("notification:dcs", StringComparison.Ordinal)).Text, StringComparison.Ordinal);

        store.Clock.Advance(Duration.FromDays(9));
        Assert.Null(await store.Get<NoticeServing>().SendAgainAsync(id, "notification:dcs"));
        await store.DrainAsync();

        var again = store.Mail.Sent.Single(mail => mail.Key.EndsWith("notification:dcs:again-1", StringComparison.Ordinal)).Text.ReplaceLineEndings(" ");
        Assert.Contains("This e-mail is sent again: it was first written on Monday 8 September 2025. What it says is as of today, Wednesday 17 September 2025", again, StringComparison.Ordinal);
        Assert.Contains("as soon as possible, and by Thursday 18 September 2025, 11am at the latest", again, StringComparison.Ordinal);
        Assert.DoesNotContain("You are notified today", again, StringComparison.Ordinal);
        Assert.DoesNotContain("could not be sent until", again, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task ServedOtherwise_RefusedNotice_IsServed(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await store.Get<SandboxContacts>().SeedAsync();
        store.Mail.Answer = mail => mail.Key.EndsWith("icb", StringComparison.Ordinal) ? new MailResult.Refused("The mailbox does not exist.") : new MailResult.Accepted(mail.Key);
        var id = await store.NotifiedAsync(OnSite);
        await store.DrainAsync();
        Assert.Contains("notification:icb", (await store.Inspections.FindAsync(id))!.Case.UnservedNotices.Keys);

        Assert.Equal("Say how the notice was served.", await store.Get<NoticeServing>().ServedOtherwiseAsync(id, "notification:icb", " ", Recorder.Coordinator));
        Assert.Null(await store.Get<NoticeServing>().ServedOtherwiseAsync(id, "notification:icb", "by telephone", Recorder.Coordinator));

        Assert.Empty((await store.Inspections.FindAsync(id))!.Case.UnservedNotices);
        Assert.Equal(NoticeState.ServedOtherwise, (await store.NoticeAsync(id, "notification:icb")).State);
        Assert.Equal("There is no such notice.", await store.Get<NoticeServing>().SendAgainAsync(id, "no:such"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Drain_OneDamagedHistory_StopsNoOther(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await store.Get<SandboxContacts>().SeedAsync();
        var damaged = await store.NotifiedAsync(OnSite, "301");
        store.Clock.Reset(ThrowawayStore.Start);
        var sound = await store.NotifiedAsync(OnSite, "302");
        await using var context = store.Database.Open();
        await context.Events.Where(row => row.Inspection == damaged && row.Seq > 4).ExecuteDeleteAsync();
        await context.Inspections.Where(row => row.Id == damaged).ExecuteUpdateAsync(set => set.SetProperty(row => row.WakeAt, (Instant?)ThrowawayStore.Start));

        await store.DrainAsync();

        Assert.All(store.Mail.Sent, mail => Assert.StartsWith($"{sound}:", mail.Key));
        Assert.Equal(4, store.Mail.Sent.Count);
        var row = await context.Inspections.AsNoTracking().SingleAsync(row => row.Id == damaged);
        Assert.Contains("6 events were recorded and 4 are there", row.LastError);
        Assert.Equal(1, row.Attempts);
        Assert.True(row.WakeAt > store.Now);
    }

    /// <summary>A wrong header of the mail service does not put a statutory notice off for years.</summary>
    [Fact]
    public async Task Send_AskedToWaitForYears_TriesAgainWithinHours()
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);
        await store.Get<SandboxContacts>().SeedAsync();
        store.Mail.Answer = _ => new MailResult.TryLater("SendGrid asks us to slow down (429).", Duration.FromSeconds(99_999_999));
        var id = await store.NotifiedAsync(OnSite);

        await store.DrainAsync();

        Assert.True((await store.NoticeAsync(id, "notification:dcs")).NextAttempt <= store.Now + Duration.FromHours(6));
    }

    /// <summary>The answer to a try was lost, so nobody knows whether it was taken: people see that the notice may have been sent twice.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Send_AnswerLostThenTaken_SaysThatItMayHaveBeenSentTwice(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await store.Get<SandboxContacts>().SeedAsync();
        var tried = 0;
        store.Mail.Answer = mail => mail.Key.EndsWith("notification:dcs", StringComparison.Ordinal) && tried++ == 0
            ? new MailResult.TryLater("SendGrid did not answer within 30 seconds.", MayBeOut: true)
            : new MailResult.Accepted(mail.Key);
        var id = await store.NotifiedAsync(OnSite);
        await store.DrainAsync();

        store.Clock.Advance(Duration.FromMinutes(5));
        await store.DrainAsync();

        var loaded = (await store.Inspections.FindAsync(id))!;
        Assert.Equal((NoticeState.Sent, true), ((await store.NoticeAsync(id, "notification:dcs")).State, (await store.NoticeAsync(id, "notification:dcs")).AnswerLost));
        Assert.Contains("may have been sent twice", Assert.Single(loaded.Inspection.Owed(store.Now), duty => duty.Notice is not null).What);
        Assert.Single(loaded.Case.DoubtfulNotices);
        await using var context = store.Database.Open();
        Assert.Contains(await context.NoticeAttempts.ToListAsync(), attempt => attempt.Result.Contains("may have been sent twice"));
    }

    /// <summary>
    /// Nobody held the director's role from notification on; somebody is entered a week into it. They get the notification, which says that it
    /// is late, and none of what went out of date meanwhile.
    /// </summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Send_ContactEnteredAWeekLate_GetsTheNotificationAndNoBurst(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        var id = await store.NotifiedAsync(OnSite);
        for (var hour = 0; hour < 8 * 24; hour++)
        {
            store.Clock.Advance(Duration.FromHours(1));
            await store.DrainAsync();
        }

        Assert.Empty(store.Mail.Sent);
        await store.Get<ContactBook>().SaveAsync(Dcs("dcs.888@example.org"));
        await store.DrainAsync();

        Assert.Equal([$"{id}:notification:dcs"], store.Mail.Sent.Select(mail => mail.Key));
        Assert.Contains("This e-mail is late: it should have reached you on Monday 8 September 2025", store.Mail.Sent[0].Text);
        var loaded = (await store.Inspections.FindAsync(id))!;
        Assert.Contains(loaded.Case.Events, recorded => recorded.Event is NoticeLapsed);
        Assert.DoesNotContain(loaded.Case.UnservedNotices.Keys, key => loaded.Case.RaisedNotices[key].To == RecipientRole.Dcs);

        // What the page shows later is what was sent, but for the link, which nobody else may see.
        var notice = await store.NoticeAsync(id, "notification:dcs");
        var again = await store.Get<NoticeWriter>().WriteAsync(loaded, notice, new Mailbox("Fictional Director", "dcs.888@example.org"), null, store.Now + Duration.FromDays(30), CancellationToken.None);
        Assert.Equal(Regex.Replace(store.Mail.Sent[0].Text, @"/leaders/enter\?link=[\w-]+", "/leaders"), again.Mail.Text);
        Assert.Empty((await store.Get<ChainVerifier>().VerifyAsync()).Broken);
    }

    private static string AreaName => Services.Areas.LocalAuthorities.Find("888")!.DisplayName;

    private static Contact Dcs(string email, LocalDate? from = null) => new()
    {
        Id = Guid.NewGuid(), Area = "888", Role = RecipientRole.Dcs, Name = "Fictional Director", Email = email, From = from ?? new LocalDate(2025, 1, 1),
    };
}
