using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using AreaSend.Functions.Triggers;
using AreaSend.Services.Engine;
using AreaSend.Services.Engine.Durable;
using AreaSend.Services.Mail;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace AreaSend.Functions.Tests.Engine;

/// <summary>Moving the sandbox's clock where the durable engine is configured: the console moves the clock, and the Functions app does the work.</summary>
[Collection(nameof(ConsoleQueue))]
public class JourneyTests(PostgresServer server, StorageAccount account)
{
    private static readonly LocalDate OnSite = new(2025, 9, 22);

    [Fact]
    public async Task To_NotificationDay_TheAppSendsTheNoticesAndTheClockHasWaited()
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);
        await store.Get<SandboxContacts>().SeedAsync();
        var id = await store.PlannedAsync(OnSite);
        await using var console = await ConsoleAsync(store);
        await using var host = await DurableHost.StartAsync(store, configure: services => services.AddSingleton<IClock>(console.GetRequiredService<SandboxClock>()));
        await using var platform = await ConsoleQueue.DeliverAsync(account, host);

        await console.GetRequiredService<SandboxJourney>().ToAsync(LondonTime.At(new LocalDate(2025, 9, 8), AreaSend2024.StartOfBusiness));

        // The console has no mail service to send with.
        Assert.NotNull((await store.Inspections.FindAsync(id))!.Case.Notification);
        Assert.Equal(4, store.Mail.Sent.Count);
        Assert.Equal(4, host.Count("SendNotice"));
    }

    [Fact]
    public async Task To_NotificationDay_AppIsDown_TheClockStopsThereAndSaysSo()
    {
        await using var store = await ThrowawayStore.OpenAsync(StoreProvider.Sqlite, server);
        var id = await store.PlannedAsync(OnSite);
        await using var console = await ConsoleAsync(store, catchUpTimeout: TimeSpan.Zero);
        var journey = console.GetRequiredService<SandboxJourney>();

        var problem = await Assert.ThrowsAsync<EngineBehindException>(() => journey.ToAsync(LondonTime.At(new LocalDate(2025, 12, 1), AreaSend2024.StartOfBusiness)));

        Assert.Contains("Start the Functions app", problem.Message, StringComparison.Ordinal);
        Assert.True(console.GetRequiredService<SandboxClock>().GetCurrentInstant() <= LondonTime.At(new LocalDate(2025, 9, 8), AreaSend2024.StartOfBusiness));
        Assert.Null((await store.Inspections.FindAsync(id))!.Case.Notification);
    }

    /// <summary>The console's services, whose clock is the sandbox's, ahead of the store's own.</summary>
    private async Task<ServiceProvider> ConsoleAsync(ThrowawayStore store, TimeSpan? catchUpTimeout = null)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("AreaSend:Functions:Address", "http://localhost:7071"),
            new("AreaSend:Functions:QueueConnectionString", await account.ConnectionStringAsync()),
            new("AreaSend:Functions:CatchUpTimeout", (catchUpTimeout ?? TimeSpan.FromMinutes(2)).ToString()),
        ]).Build();
        return Conformance.EngineHost.Start(store, services =>
        {
            services.AddSingleton(new MachineClock(store.Clock));
            services.AddSandbox();
            services.AddSingleton<SandboxJourney>();
            services.AddSingleton(Mock.Of<IMailSender>(MockBehavior.Strict));
            services.AddDurableEngine(settings);
        });
    }
}
