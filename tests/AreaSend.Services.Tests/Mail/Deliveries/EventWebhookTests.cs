using System.Text;
using AreaSend.Core.Inspections;
using AreaSend.Services.Engine;
using AreaSend.Services.Mail;
using AreaSend.Services.Mail.Deliveries;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.Tests.Mail.Deliveries;

public sealed class EventWebhookTests(PostgresServer server) : IDisposable
{
    private const string Director = "notification:dcs";

    private readonly SendGridEvents sendGrid = new();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Receive_DeliveredTwice_IsOnTheNoticeOnce(StoreProvider on)
    {
        await using var store = await OpenAsync(on);
        var id = await SentAsync(store);
        var delivered = SendGridEvents.Event("e1", $"{id}:{Director}", "delivered", store.Now);

        Assert.Equal(WebhookAnswer.Taken, await PostAsync(store, delivered, delivered));
        Assert.Equal(WebhookAnswer.Taken, await PostAsync(store, delivered));

        var word = Assert.Single(await WordsAsync(store));
        Assert.Equal((DeliveryKind.Delivered, Director, store.Now), (word.Kind, word.Key, word.At));
        Assert.Equal(DeliveryKind.Delivered, (await store.NoticeAsync(id, Director)).Delivery);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Receive_Bounce_LeavesTheNoticeUnservedWithoutTheAddress(StoreProvider on)
    {
        await using var store = await OpenAsync(on);
        var id = await SentAsync(store);

        Assert.Equal(WebhookAnswer.Taken, await PostAsync(store, SendGridEvents.Event("e1", $"{id}:{Director}", "bounce", store.Now)));

        var notice = await store.NoticeAsync(id, Director);
        Assert.Equal((NoticeState.Dead, DeliveryKind.Bounced, "The recipient's mail server refused it (5.1.1)."), (notice.State, notice.Delivery, notice.LastError));
        var loaded = (await store.Inspections.FindAsync(id))!;
        Assert.Equal(Standing.NotServed, Duties.Owed(loaded.Case, loaded.Plan, store.Now)[0].Standing);
        Assert.Single(loaded.Case.Events, @event => @event.Event is NoticeUndeliverable { Key: Director });
    }

    // However SendGrid's words are shuffled and repeated, the notice says the same in the end.
    [Theory]
    [InlineData("deferred delivered bounce")]
    [InlineData("bounce delivered deferred")]
    [InlineData("delivered bounce deferred bounce")]
    [InlineData("bounce bounce delivered")]
    public async Task Receive_InAnyOrder_EndsTheSame(string order)
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite);
        var id = await SentAsync(store);

        foreach (var name in order.Split(' '))
        {
            Assert.Equal(WebhookAnswer.Taken, await PostAsync(store, SendGridEvents.Event(name, $"{id}:{Director}", name, store.Now)));
        }

        var notice = await store.NoticeAsync(id, Director);
        Assert.Equal((NoticeState.Dead, DeliveryKind.Bounced), (notice.State, notice.Delivery));
        Assert.Single((await store.Inspections.FindAsync(id))!.Case.Events, @event => @event.Event is NoticeUndeliverable);
    }

    [Theory]
    [InlineData("deferred", NoticeState.Sent)]
    [InlineData("delivered", NoticeState.Sent)]
    [InlineData("spamreport", NoticeState.Sent)]
    [InlineData("dropped", NoticeState.Dead)]
    [InlineData("bounce", NoticeState.Dead)]
    public async Task Receive_EachKind_DecidesWhetherSomebodyHasToAct(string name, NoticeState state)
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite);
        var id = await SentAsync(store);

        await PostAsync(store, SendGridEvents.Event("e1", $"{id}:{Director}", name, store.Now));

        Assert.Equal(state, (await store.NoticeAsync(id, Director)).State);
        Assert.DoesNotContain("@", Assert.Single(await WordsAsync(store)).Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receive_BounceOfAnEarlierRound_LeavesTheNewRoundAlone()
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite);
        var id = await SentAsync(store);
        await store.Get<NoticeServing>().SendAgainAsync(id, Director);
        await store.DrainAsync();

        Assert.Equal(WebhookAnswer.Taken, await PostAsync(store, SendGridEvents.Event("e1", $"{id}:{Director}", "bounce", store.Now)));

        var notice = await store.NoticeAsync(id, Director);
        Assert.Equal((NoticeState.Sent, 1, null), (notice.State, notice.Round, notice.Delivery));
        Assert.Single(await WordsAsync(store));
    }

    [Fact]
    public async Task Receive_BeforeTheSendingIsRecorded_AsksForAnotherTry()
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite);
        await store.Get<SandboxContacts>().SeedAsync();
        var id = await store.NotifiedAsync(new LocalDate(2025, 9, 22));
        var bounce = SendGridEvents.Event("e1", $"{id}:{Director}", "bounce", store.Now);
        Assert.Equal(WebhookAnswer.TooEarly, await PostAsync(store, bounce));
        Assert.Empty(await WordsAsync(store));

        await store.DrainAsync();

        Assert.Equal(WebhookAnswer.Taken, await PostAsync(store, bounce));
        Assert.Equal(NoticeState.Dead, (await store.NoticeAsync(id, Director)).State);
    }

    public static TheoryData<string> Forgeries => ["other-key", "other-body", "other-time", "too-old", "from-the-future", "no-signature", "no-time"];

    [Theory, MemberData(nameof(Forgeries))]
    public async Task Receive_NotSignedOrNotNow_StoresNothing(string how)
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite);
        var id = await SentAsync(store);
        object[] events = [SendGridEvents.Event("e1", $"{id}:{Director}", "bounce", store.Now)];
        using var stranger = new SendGridEvents();
        var good = sendGrid.Post(store.Now, events);
        var (body, signature, timestamp) = how switch
        {
            "other-key" => stranger.Post(store.Now, events),
            "other-body" => good with { Body = [.. good.Body, (byte)' '] },
            "other-time" => good with { Timestamp = sendGrid.Post(store.Now - Duration.FromSeconds(1)).Timestamp },
            "too-old" => sendGrid.Post(store.Now - Duration.FromHours(26), events),
            "from-the-future" => sendGrid.Post(store.Now + Duration.FromMinutes(10), events),
            "no-signature" => good with { Signature = "" },
            _ => good with { Timestamp = "" },
        };

        Assert.Equal(WebhookAnswer.NotGenuine, await store.Get<EventWebhook>().ReceiveAsync(signature, timestamp, body));

        Assert.Empty(await WordsAsync(store));
        Assert.Equal(NoticeState.Sent, (await store.NoticeAsync(id, Director)).State);
    }

    // One good event before the bad one: nothing of a list that cannot be read is stored.
    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("not JSON")]
    [InlineData("[{\"sg_event_id\":\"e1\",\"timestamp\":1756710000,\"event\":\"delivered\",\"areasend_key\":\"KEY\"},{\"event\":\"bounce\"}]")]
    [InlineData("[{\"sg_event_id\":\"e1\",\"timestamp\":1756710000,\"event\":\"delivered\",\"areasend_key\":\"KEY\"},{\"sg_event_id\":\"\",\"timestamp\":1,\"event\":\"bounce\"}]")]
    [InlineData("[{\"sg_event_id\":\"e1\",\"timestamp\":\"soon\",\"event\":\"delivered\",\"areasend_key\":\"KEY\"}]")]
    [InlineData("[{\"sg_event_id\":\"e1\",\"timestamp\":9000000000000000000,\"event\":\"delivered\",\"areasend_key\":\"KEY\"}]")]
    public async Task Receive_Malformed_StoresNothing(string body)
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite);
        var id = await SentAsync(store);
        var (bytes, signature, timestamp) = sendGrid.Sign(store.Now, Encoding.UTF8.GetBytes(body.Replace("KEY", $"{id}:{Director}", StringComparison.Ordinal)));

        Assert.Equal(WebhookAnswer.Malformed, await store.Get<EventWebhook>().ReceiveAsync(signature, timestamp, bytes));

        Assert.Empty(await WordsAsync(store));
    }

    [Fact]
    public async Task Receive_EventsOfOthersAndOtherKinds_AreLetPass()
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite);
        var id = await SentAsync(store);

        Assert.Equal(WebhookAnswer.Taken, await PostAsync(
            store,
            SendGridEvents.Event("e1", "not one of ours", "bounce", store.Now),
            SendGridEvents.Event("e2", $"{id}:{Director}", "open", store.Now),
            SendGridEvents.Event("e3", $"{Guid.NewGuid()}:{Director}", "bounce", store.Now),
            SendGridEvents.Event("e4", $"{id}:no:such", "bounce", store.Now)));

        Assert.Empty(await WordsAsync(store));
    }

    public void Dispose() => sendGrid.Dispose();

    private Task<ThrowawayStore> OpenAsync(StoreProvider on) => ThrowawayStore.OpenAsync(on, server, services =>
    {
        services.AddDeliveryEvents();
        services.Configure<MailOptions>(options => options.SendGrid.WebhookPublicKey = sendGrid.PublicKey);
    });

    private static async Task<Guid> SentAsync(ThrowawayStore store)
    {
        await store.Get<SandboxContacts>().SeedAsync();
        var id = await store.NotifiedAsync(new LocalDate(2025, 9, 22));
        await store.DrainAsync();
        return id;
    }

    private Task<WebhookAnswer> PostAsync(ThrowawayStore store, params object[] events)
    {
        var (body, signature, timestamp) = sendGrid.Post(store.Now, events);
        return store.Get<EventWebhook>().ReceiveAsync(signature, timestamp, body);
    }

    private static async Task<List<NoticeDelivery>> WordsAsync(ThrowawayStore store)
    {
        await using var context = store.Database.Open();
        return await context.NoticeDeliveries.AsNoTracking().ToListAsync();
    }
}
