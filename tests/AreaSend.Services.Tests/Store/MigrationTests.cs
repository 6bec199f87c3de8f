using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Tests.Store;

public class MigrationTests(PostgresServer server)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Tables_OfTheMigrations_AreThoseOfTheModel(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await using var context = store.Database.Open();

        Assert.False(context.Database.HasPendingModelChanges(), "The model has changed: add a migration for each database (CONTRIBUTING.md says how).");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Migrate_ADatabaseOfALaterRelease_LeavesItAsItIs(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await using var context = store.Database.Open();
        await context.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_OfALaterRelease', '10.0.0')");

        await store.Database.MigrateAsync();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Start_OnADatabaseOfALaterRelease_IsRefusedAndChangesNothing(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await using var context = store.Database.Open();
        await context.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_OfALaterRelease', '10.0.0')");
        await context.Areas.ExecuteDeleteAsync();

        var refusal = await Assert.ThrowsAsync<NewerStoreException>(() => store.Get<StoreStart>().ReadyAsync());

        Assert.Contains("by a later release of AreaSend than this one (its last migration is 29990101000000_OfALaterRelease)", refusal.Message, StringComparison.Ordinal);
        Assert.False(await context.Areas.AnyAsync());
    }

    /// <summary>As Compose and Container Apps start replicas: on a database that has its tables, and nothing in them.</summary>
    [Fact]
    public async Task Start_OfSeveralHostsAtOnceOnAnEmptyDatabase_FillsItOnce()
    {
        var settings = new StoreSettings(StoreProvider.Postgres, await server.CreateDatabaseAsync());
        await new StoreDatabase(settings).MigrateAsync();

        var hosts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => ThrowawayStore.OpenOnAsync(settings))));

        await using (var context = hosts[0].Database.Open())
        {
            Assert.Equal((153, 1), (await context.Areas.CountAsync(), await context.CalendarSnapshots.CountAsync()));
        }

        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Migrate_ADatabaseFromBeforeTheFirstRelease_SaysWhatToDo(StoreProvider on)
    {
        await using var store = await ThrowawayStore.OpenAsync(on, server);
        await using var context = store.Database.Open();
        await context.Database.ExecuteSqlRawAsync("UPDATE \"__EFMigrationsHistory\" SET \"MigrationId\" = '20261123041505_FirstTables' WHERE \"MigrationId\" LIKE '%Tables'");

        var refusal = await Assert.ThrowsAsync<OtherStoreException>(() => store.Database.MigrateAsync());

        Assert.Contains("Move it away", refusal.Message, StringComparison.Ordinal);
    }
}
