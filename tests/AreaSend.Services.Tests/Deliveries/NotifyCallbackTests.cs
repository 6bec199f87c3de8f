using System.Text.Json;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.Deliveries;
using AreaSend.Services.Mail;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.Tests.Deliveries;

public sealed class NotifyCallbackTests(PostgresServer server)
{
    private const string Token = "a-fictional-token";
    private const string Director = "notification:dcs";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Receive_DeliveredTwice_IsOnTheNoticeOnce(StoreProvider on)
    {
        await using var store = await OpenAsync(on);
        var id = await SentAsync(store);

        Assert.Equal(WebhookAnswer.Taken, await PostAsync(store, Receipt($"{id}:{Director}", "delivered")));
        Assert.Equal(WebhookAnswer.Taken, await PostAsync(store, Receipt($"{id}:{Director}", "delivered")));

        var word = Assert.Single(await WordsAsync(store));
        Assert.Equal((DeliveryKind.Delivered, Director, Instant.FromUtc(2025, 9, 1, 7, 5, 30), "dcs.888@example.org"), (word.Kind, word.Key, word.At, word.Address));
        Assert.Equal(DeliveryKind.Delivered, (await store.NoticeAsync(id, Director)).Delivery);
    }

    [Theory]
    [InlineData("permanent-failure", DeliveryKind.Bounced)]
    [InlineData("temporary-failure", DeliveryKind.Bounced)]
    [InlineData("technical-failure", DeliveryKind.Dropped)]
    public async Task Receive_Failure_LeavesTheNoticeUnservedWithoutTheAddress(string status, DeliveryKind kind)
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite);
        var id = await SentAsync(store);
        await PostAsync(store, Receipt($"{id}:{Director}", "delivered"));

        Assert.Equal(WebhookAnswer.Taken, await PostAsync(store, Receipt($"{id}:{Director}", status)));

        var notice = await store.NoticeAsync(id, Director);
        Assert.Equal((NoticeState.Dead, kind), (notice.State, notice.Delivery!.Value));
        Assert.DoesNotContain("@", notice.LastError, StringComparison.Ordinal);
        var loaded = (await store.Inspections.FindAsync(id))!;
        Assert.Equal(Standing.NotServed, loaded.Inspection.Owed(store.Now)[0].Standing);
    }

    [Theory]
    [InlineData("Bearer another-token")]
    [InlineData("Bearer ")]
    [InlineData("Bearer a-fictional-toke")]
    [InlineData("Bearer a-fictional-token ")]
    [InlineData("a-fictional-token")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Receive_WithoutTheToken_StoresNothing(string? authorization)
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite);
        var id = await SentAsync(store);

        Assert.Equal(WebhookAnswer.NotGenuine, await PostAsync(store, Receipt($"{id}:{Director}", "permanent-failure"), authorization));

        Assert.Empty(await WordsAsync(store));
    }

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Receive_WhereNoTokenIsSet_BelievesNobody(string? authorization)
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server, services => services.AddDeliveryEvents());

        Assert.Equal(WebhookAnswer.NotGenuine, await PostAsync(store, Receipt("any", "delivered"), authorization));
    }

    [Theory]
    [InlineData("of another system", "delivered")]
    [InlineData(null, "delivered")]
    [InlineData("{id}:notification:dcs", "sending")]
    [InlineData("{id}:no:such", "permanent-failure")]
    public async Task Receive_WordsOfOthersAndOtherKinds_AreLetPass(string? reference, string status)
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite);
        var id = await SentAsync(store);

        Assert.Equal(WebhookAnswer.Taken, await PostAsync(store, Receipt(reference?.Replace("{id}", id.ToString(), StringComparison.Ordinal), status)));

        Assert.Empty(await WordsAsync(store));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("not JSON")]
    [InlineData("""{ "status": "delivered" }""")]
    [InlineData("""{ "id": 7, "status": "delivered" }""")]
    public async Task Receive_NoReceipt_StoresNothing(string body)
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite);

        Assert.Equal(WebhookAnswer.Malformed, await store.Get<NotifyCallback>().ReceiveAsync($"Bearer {Token}", System.Text.Encoding.UTF8.GetBytes(body)));
    }

    [Fact]
    public async Task Receive_BeforeTheSendingIsRecorded_AsksForAnotherTry()
    {
        await using var store = await OpenAsync(StoreProvider.Sqlite);
        await store.Get<SandboxContacts>().SeedAsync();
        var id = await store.NotifiedAsync(new LocalDate(2025, 9, 22));
        Assert.Equal(WebhookAnswer.TooEarly, await PostAsync(store, Receipt($"{id}:{Director}", "permanent-failure")));

        await store.DrainAsync();

        Assert.Equal(WebhookAnswer.Taken, await PostAsync(store, Receipt($"{id}:{Director}", "permanent-failure")));
        Assert.Equal(NoticeState.Dead, (await store.NoticeAsync(id, Director)).State);
    }

    /// <summary>As GOV.UK Notify writes it.</summary>
    private static object Receipt(string? reference, string status) => new
    {
        id = "740e5834-3a29-46b4-9a6f-16142fde533a",
        reference,
        to = "dcs.888@example.org",
        status,
        created_at = "2025-09-01T07:05:00.000000Z",
        completed_at = "2025-09-01T07:05:30.000000Z",
        sent_at = "2025-09-01T07:05:10.000000Z",
        notification_type = "email",
        template_id = "0198f3c2-0000-4000-8000-00000000feed",
        template_version = 1,
    };

    private Task<ThrowawayStore> OpenAsync(StoreProvider on) => ThrowawayStore.OpenAsync(on, server, services =>
    {
        services.AddDeliveryEvents();
        services.Configure<MailOptions>(options => options.GovukNotify.CallbackToken = Token);
    });

    private static async Task<Guid> SentAsync(ThrowawayStore store)
    {
        await store.Get<SandboxContacts>().SeedAsync();
        var id = await store.NotifiedAsync(new LocalDate(2025, 9, 22));
        await store.DrainAsync();
        return id;
    }

    private static Task<WebhookAnswer> PostAsync(ThrowawayStore store, object receipt, string? authorization = $"Bearer {Token}") =>
        store.Get<NotifyCallback>().ReceiveAsync(authorization, JsonSerializer.SerializeToUtf8Bytes(receipt), TestContext.Current.CancellationToken);

    private static async Task<List<NoticeDelivery>> WordsAsync(ThrowawayStore store)
    {
        await using var context = store.Database.Open();
        return await context.NoticeDeliveries.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
    }
}
