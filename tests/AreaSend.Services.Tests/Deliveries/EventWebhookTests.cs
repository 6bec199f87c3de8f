using System.Text;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.Deliveries;
using AreaSend.Services.Engine;
using AreaSend.Services.Mail;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.Tests.Deliveries;

public sealed class EventWebhookTests(PostgresServer server) : IDisposable
{
    private const string Director = "notification:dcs";

    private readonly SendGridEvents _sendGrid = new();

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
        Assert.Equal(Standing.NotServed, loaded.Inspection.Owed(store.Now)[0].Standing);
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
        var good = _sendGrid.Post(store.Now, events);
        var (body, signature, timestamp) = how switch
        {
            "other-key" => stranger.Post(store.Now, events),
            "other-body" => good with { Body = [.. good.Body, (byte)' '] },
            "other-time" => good with { Timestamp = _sendGrid.Post(store.Now - Duration.FromSeconds(1)).Timestamp },
            "too-old" => _sendGrid.Post(store.Now - Duration.FromHours(26), events),
            "from-the-future" => _sendGrid.Post(store.Now + Duration.FromMinutes(10), events),
            "no-signature" => good with { Signature = "" },
            _ => good with { Timestamp = "" },
        };

        Assert.Equal(WebhookAnswer.NotGenuine, await store.Get<EventWebhook>().ReceiveAsync(signature, timestamp, body));

        Assert.Empty(await WordsAsync(store));
        Assert.Equal(NoticeState.Sent, (await store.NoticeAsync(id, Director)).State);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not JSON")]
    public async Task Receive_NoList_StoresNothing(string body)
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite);
        await SentAsync(store);
        var (bytes, signature, timestamp) = _sendGrid.Sign(store.Now, Encoding.UTF8.GetBytes(body));

        Assert.Equal(WebhookAnswer.Malformed, await store.Get<EventWebhook>().ReceiveAsync(signature, timestamp, bytes));

        Assert.Empty(await WordsAsync(store));
    }

    /// <summary>Whatever else stands in the batch, the bounce of a statutory notice is stored.</summary>
    [Theory]
    [InlineData("1, null, \"text\", []")] // no events at all
    [InlineData("{\"event\":\"group_unsubscribe\",\"email\":\"someone@example.org\",\"timestamp\":1756710000}")] // SendGrid writes these without sg_event_id (sendgrid/docs #2862)
    [InlineData("{\"event\":\"bounce\",\"areasend_key\":\"of another system\",\"timestamp\":\"soon\"}")]
    [InlineData("{\"event\":7,\"sg_event_id\":9,\"timestamp\":{}}")]
    public async Task Receive_OddEventsBesideABounce_StoresTheBounce(string odd)
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite);
        var id = await SentAsync(store);
        var bounce = $"{{\"sg_event_id\":\"e1\",\"timestamp\":{store.Now.ToUnixTimeSeconds()},\"event\":\"bounce\",\"areasend_key\":\"{id}:{Director}\"}}";
        var (bytes, signature, timestamp) = _sendGrid.Sign(store.Now, Encoding.UTF8.GetBytes($"[{odd}, {bounce}, {odd}]"));

        Assert.Equal(WebhookAnswer.Taken, await store.Get<EventWebhook>().ReceiveAsync(signature, timestamp, bytes));

        Assert.Equal("e1", Assert.Single(await WordsAsync(store)).EventId);
        Assert.Equal(NoticeState.Dead, (await store.NoticeAsync(id, Director)).State);
    }

    /// <summary>A bounce of ours that is damaged is stored all the same, once: as of its arrival, where its own moment cannot be read.</summary>
    [Theory]
    [InlineData("\"timestamp\":\"1756710000\"", true)] // as text
    [InlineData("\"timestamp\":1756710000.75", true)] // with a fraction (sendgrid/docs #2933)
    [InlineData("\"timestamp\":\"soon\"", false)]
    [InlineData("\"timestamp\":9000000000000000000", false)]
    [InlineData("\"status\":null", false)] // none at all
    public async Task Receive_ADamagedBounceOfOurs_IsStoredOnce(string stamp, bool isReadable)
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite);
        var id = await SentAsync(store);
        var (bytes, signature, timestamp) = _sendGrid.Sign(store.Now, Encoding.UTF8.GetBytes($"[{{\"event\":\"bounce\",\"areasend_key\":\"{id}:{Director}\",{stamp}}}]"));

        Assert.Equal(WebhookAnswer.Taken, await store.Get<EventWebhook>().ReceiveAsync(signature, timestamp, bytes));
        Assert.Equal(WebhookAnswer.Taken, await store.Get<EventWebhook>().ReceiveAsync(signature, timestamp, bytes));

        Assert.Equal(isReadable ? Instant.FromUnixTimeSeconds(1756710000) : store.Now, Assert.Single(await WordsAsync(store)).At);
        Assert.Equal(NoticeState.Dead, (await store.NoticeAsync(id, Director)).State);
    }

    [Fact]
    public async Task Receive_OneEventTooEarly_HoldsBackNoOther()
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite);
        var id = await SentAsync(store);
        var waiting = await store.NotifiedAsync(new LocalDate(2025, 9, 22), "301");

        Assert.Equal(WebhookAnswer.TooEarly, await PostAsync(
            store,
            SendGridEvents.Event("e1", $"{waiting}:{Director}", "bounce", store.Now),
            SendGridEvents.Event("e2", $"{id}:{Director}", "bounce", store.Now)));

        Assert.Equal(NoticeState.Dead, (await store.NoticeAsync(id, Director)).State);
    }

    /// <summary>Bounces that come hours later carry no arguments (sendgrid/docs #5177): what was sent to their address lately is in doubt, and stands on the worklist.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Receive_BounceThatNamesNoNotice_LeavesWhatWasSentThereInDoubt(StoreProvider on)
    {
        await using var store = await OpenAsync(on);
        var id = await SentAsync(store);
        store.Clock.Advance(Duration.FromHours(5));
        var bounce = new { sg_event_id = "late", email = "DCS.888@example.org", timestamp = store.Now.ToUnixTimeSeconds(), @event = "bounce" };
        var elsewhere = new { sg_event_id = "other", email = "nobody.of.ours@example.org", timestamp = store.Now.ToUnixTimeSeconds(), @event = "bounce" };

        Assert.Equal(WebhookAnswer.Taken, await PostAsync(store, bounce, elsewhere));
        Assert.Equal(WebhookAnswer.Taken, await PostAsync(store, bounce));

        var loaded = (await store.Inspections.FindAsync(id))!;
        var doubt = Assert.Single(loaded.Case.Events, recorded => recorded.Event is NoticeInDoubt);
        Assert.Equal(Director, ((NoticeInDoubt)doubt.Event).Key);
        var duty = Assert.Single(loaded.Inspection.Owed(store.Now), duty => duty.Notice == Director);
        Assert.Contains("may not have arrived", duty.What);
        Assert.Equal(NoticeState.Sent, (await store.NoticeAsync(id, Director)).State);
        Assert.Single(await store.Get<ReturnedMail>().FromAsync(["dcs.888@example.org", "icb.888@example.org"]));

        await store.Get<NoticeServing>().ServedOtherwiseAsync(id, Director, "The director's office has it", Recorder.Coordinator);
        loaded = (await store.Inspections.FindAsync(id))!;
        Assert.DoesNotContain(loaded.Inspection.Owed(store.Now), duty => duty.Notice == Director);
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

    public void Dispose() => _sendGrid.Dispose();

    private Task<ThrowawayStore> OpenAsync(StoreProvider on) => ThrowawayStore.OpenAsync(on, server, services =>
    {
        services.AddDeliveryEvents();
        services.Configure<MailOptions>(options => options.SendGrid.WebhookPublicKey = _sendGrid.PublicKey);
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
        var (body, signature, timestamp) = _sendGrid.Post(store.Now, events);
        return store.Get<EventWebhook>().ReceiveAsync(signature, timestamp, body);
    }

    private static async Task<List<NoticeDelivery>> WordsAsync(ThrowawayStore store)
    {
        await using var context = store.Database.Open();
        return await context.NoticeDeliveries.AsNoTracking().ToListAsync();
    }
}
