using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Functions.Orchestrations;
using AreaSend.Functions.Triggers;
using AreaSend.Services.Engine;
using AreaSend.Services.Engine.Durable;
using AreaSend.Services.Mail;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AreaSend.Functions.Tests.Engine;

/// <summary>What a storage account shows of an inspection without opening anything, and what is left there once it is purged.</summary>
public class InstanceListTests(PostgresServer server, StorageAccount account)
{
    private static readonly LocalDate OnSite = new(2025, 9, 22);
    private static readonly Instant NotificationMoment = LondonTime.At(new LocalDate(2025, 9, 8), AreaSend2024.StartOfBusiness);

    [Fact]
    public async Task List_OnNotificationDay_ReadsLikeTheHandbook()
    {
        await using var store = await OpenAsync();
        var id = await store.PlannedAsync(OnSite);
        await using var host = await DurableHost.StartAsync(store, (await AzureStorageHub.CreateAsync(account)).Open());
        await host.Client.StartOrNudgeAsync(id, CancellationToken.None);
        await RestAsync(host, id, "Director of children's services notified");

        await NotifyAsync(store, host, id);
        await RestAsync(host, id, "Local area nominated officer (LANO) named");

        var list = await ListAsync(host);
        Assert.Equal(
            new CustomStatus("Notified", "Local area nominated officer (LANO) named", "Tuesday 9 September 2025, 11am", "fixed"),
            list.Single(instance => instance.Name == nameof(InspectionOrchestrator)).ReadCustomStatusAs<CustomStatus>());
        var stage = list.Single(instance => instance.Name == nameof(ThreeWeekTimeline));
        Assert.StartsWith($"{id:D}:{nameof(ThreeWeekTimeline)}:", stage.InstanceId, StringComparison.Ordinal);
        Assert.Equal(new StageStatus("Notified", Notices: 4, Documents: 0), stage.ReadCustomStatusAs<StageStatus>());
    }

    // Stages are instances of their own: with their inspection they go whole, and nothing of another goes with them.
    [Fact]
    public async Task Retention_EndedInspection_LeavesNothingOfItsTurnsAndStages()
    {
        await using var store = await OpenAsync();
        var (ended, open) = (await store.PlannedAsync(OnSite, "888"), await store.PlannedAsync(OnSite.PlusWeeks(2), "301"));
        var hub = await AzureStorageHub.CreateAsync(account);
        await using var host = await DurableHost.StartAsync(store, hub.Open());
        foreach (var id in (Guid[])[ended, open])
        {
            await host.Client.StartOrNudgeAsync(id, CancellationToken.None);
        }

        await NotifyAsync(store, host, ended);
        await store.Inspections.RecordAsync(ended, Recorder.Coordinator, (_, _, now) => new InspectionWithdrawn(now, "A fictional reason"));
        await host.Client.StartOrNudgeAsync(ended, CancellationToken.None);
        await host.Client.WaitForInstanceCompletionAsync(InspectionStarter.InstanceOf(ended));
        await RestAsync(host, open, "Director of children's services notified");
        Assert.Contains(await hub.RowsAsync(), row => row.StartsWith($"{ended:D}:{nameof(ThreeWeekTimeline)}:", StringComparison.Ordinal));

        // Storage stamps instances by the machine's clock.
        store.Clock.Reset(SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(31));
        await host.Get<Retention>().Run(new TimerInfo(), host.Client, CancellationToken.None);

        var left = await hub.RowsAsync();
        Assert.NotEmpty(left);
        Assert.All(left, row => Assert.Equal(InspectionStarter.InstanceOf(open), row));
    }

    private static async Task NotifyAsync(ThrowawayStore store, DurableHost host, Guid id)
    {
        store.Clock.Reset(NotificationMoment);
        await host.Client.StartOrNudgeAsync(id, CancellationToken.None);
        while ((await host.Get<EngineWork>().DueAsync(store.Now)).Contains(id) || store.Mail.Sent.Count < 4)
        {
            await host.NextActivityAsync();
        }
    }

    /// <summary>Its last step has said what comes next, and waits for it.</summary>
    private static Task RestAsync(DurableHost host, Guid id, string nextStep) =>
        host.StatusAsync(id, instance => instance.ReadCustomStatusAs<CustomStatus>()?.NextStep == nextStep);

    private static async Task<IReadOnlyList<OrchestrationMetadata>> ListAsync(DurableHost host)
    {
        var list = new List<OrchestrationMetadata>();
        await foreach (var instance in host.Client.GetAllInstancesAsync(new OrchestrationQuery { FetchInputsAndOutputs = true }))
        {
            list.Add(instance);
        }

        return list;
    }

    private async Task<ThrowawayStore> OpenAsync()
    {
        var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);
        await store.Get<SandboxContacts>().SeedAsync();
        return store;
    }
}
