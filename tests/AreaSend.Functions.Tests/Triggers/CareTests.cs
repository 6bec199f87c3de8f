using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Functions.Orchestrations;
using AreaSend.Functions.Tests.Engine;
using AreaSend.Functions.Triggers;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Moq;

namespace AreaSend.Functions.Tests.Triggers;

/// <summary>What <c>Reconcile</c> and <c>Retention</c> do with orchestrations as they may be found.</summary>
public class CareTests(PostgresServer server)
{
    private static readonly LocalDate OnSite = new(2025, 9, 22);

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Failed)]
    [InlineData(OrchestrationRuntimeStatus.Terminated)]
    [InlineData(OrchestrationRuntimeStatus.Completed)]
    public async Task Reconcile_OrchestrationStopped_StartsItAgain(OrchestrationRuntimeStatus how)
    {
        await using var store = await OpenAsync();
        var id = await store.PlannedAsync(OnSite);
        await using var host = await DurableHost.StartAsync(store);
        await StopAsync(host, id, how);

        await host.ReconcileAsync();

        Assert.Equal("Advance", await host.NextActivityAsync());
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.StatusAsync(id)).RuntimeStatus);
    }

    // Its own timer lies days ahead by the machine's clock, and nobody nudged it.
    [Fact]
    public async Task Reconcile_PastItsWake_NudgesItAndTheDutyIsDone()
    {
        await using var store = await OpenAsync();
        var id = await store.PlannedAsync(OnSite);
        await using var host = await DurableHost.StartAsync(store);
        await host.Client.StartOrNudgeAsync(id, CancellationToken.None);
        await host.StatusAsync(id);
        store.Clock.Reset(LondonTime.At(new LocalDate(2025, 9, 8), AreaSend2024.StartOfBusiness) + Duration.FromMinutes(20));

        await host.ReconcileAsync();

        while ((await store.Inspections.FindAsync(id))!.Case.Notification is null)
        {
            await host.NextActivityAsync();
        }
    }

    [Fact]
    public async Task Reconcile_OneCannotBeLookedAfter_TheOthersAre()
    {
        await using var store = await OpenAsync();
        Guid[] ids = [await store.PlannedAsync(OnSite, "888"), await store.PlannedAsync(OnSite, "301"), await store.PlannedAsync(OnSite, "370")];
        await using var host = await DurableHost.StartAsync(store);
        var client = new Mock<DurableTaskClient>("mock") { CallBase = true };
        var started = new List<string>();
        client.Setup(to => to.GetInstanceAsync(It.IsAny<string>(), It.IsAny<bool>(), It.IsAny<CancellationToken>())).ReturnsAsync((OrchestrationMetadata?)null);
        client.Setup(to => to.GetInstanceAsync(ids[1].ToString("D"), It.IsAny<bool>(), It.IsAny<CancellationToken>())).ThrowsAsync(new InvalidOperationException("The hub is damaged there."));
        client.Setup(to => to.ScheduleNewOrchestrationInstanceAsync(It.IsAny<TaskName>(), It.IsAny<object>(), It.IsAny<StartOrchestrationOptions>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((TaskName _, object _, StartOrchestrationOptions options, CancellationToken _) => options.InstanceId!)
            .Callback((TaskName _, object _, StartOrchestrationOptions options, CancellationToken _) => started.Add(options.InstanceId!));

        await host.Get<Reconcile>().Run(new TimerInfo(), client.Object, CancellationToken.None);

        Assert.Equal(new[] { ids[0], ids[2] }.Select(InspectionStarter.InstanceOf).Order(StringComparer.Ordinal), started.Order(StringComparer.Ordinal));
    }

    // Finished ones are purged after thirty days; what is at work stays, however old; facts stay in any case.
    [Theory]
    [InlineData(29, true)]
    [InlineData(31, false)]
    public async Task Retention_FinishedOrchestrations_GoAfterThirtyDays(int daysLater, bool stays)
    {
        await using var store = await OpenAsync();
        var (ended, open) = (await store.PlannedAsync(OnSite, "888"), await store.PlannedAsync(OnSite, "301"));
        await store.Inspections.RecordAsync(ended, Recorder.Coordinator, (_, _, now) => new InspectionWithdrawn(now, "A fictional reason"));
        await using var host = await DurableHost.StartAsync(store);
        foreach (var id in (Guid[])[ended, open])
        {
            await host.Client.StartOrNudgeAsync(id, CancellationToken.None);
        }

        await host.Client.WaitForInstanceCompletionAsync(InspectionStarter.InstanceOf(ended));
        await host.StatusAsync(open);

        // The engine stamps its instances by the machine's clock.
        store.Clock.Reset(SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(daysLater));
        await host.Get<Retention>().Run(new TimerInfo(), host.Client, CancellationToken.None);

        Assert.Equal(stays, await host.Client.GetInstanceAsync(InspectionStarter.InstanceOf(ended)) is not null);
        Assert.NotNull(await host.Client.GetInstanceAsync(InspectionStarter.InstanceOf(open)));
        Assert.NotNull(await store.Inspections.FindAsync(ended));
    }

    // A failure is looked into for longer.
    [Theory]
    [InlineData(31, true)]
    [InlineData(89, true)]
    [InlineData(91, false)]
    public async Task Retention_FailedOrchestrations_GoAfterNinetyDays(int daysLater, bool stays)
    {
        await using var store = await OpenAsync();
        var id = await store.PlannedAsync(OnSite);
        await using var host = await DurableHost.StartAsync(store);
        await StopAsync(host, id, OrchestrationRuntimeStatus.Failed);

        store.Clock.Reset(SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(daysLater));
        await host.Get<Retention>().Run(new TimerInfo(), host.Client, CancellationToken.None);

        Assert.Equal(stays, await host.Client.GetInstanceAsync(InspectionStarter.InstanceOf(id)) is not null);
    }

    private static async Task StopAsync(DurableHost host, Guid id, OrchestrationRuntimeStatus how)
    {
        var instance = InspectionStarter.InstanceOf(id);
        switch (how)
        {
            case OrchestrationRuntimeStatus.Terminated:
                await host.Client.StartOrNudgeAsync(id, CancellationToken.None);
                Assert.Equal("Advance", await host.NextActivityAsync());
                await host.Client.TerminateInstanceAsync(instance);
                break;
            case OrchestrationRuntimeStatus.Failed:
                await host.Client.ScheduleNewOrchestrationInstanceAsync("NoSuchOrchestrator", id, new StartOrchestrationOptions(instance));
                break;
            default:
                // One of that id that did something else, and ended.
                await host.Client.ScheduleNewOrchestrationInstanceAsync(nameof(FollowUp), new StageWork(id, "Planned", []), new StartOrchestrationOptions(instance));
                break;
        }

        Assert.Equal(how, (await host.Client.WaitForInstanceCompletionAsync(instance)).RuntimeStatus);
    }

    private Task<ThrowawayStore> OpenAsync() => ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);
}
