using AreaSend.Services.Mail;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.Tests.Sandbox;

/// <summary>A sandbox with inspections of every kind and phase. It is filled once on each database; each test of a class has a copy of its own.</summary>
public sealed class FilledSandbox(PostgresServer server) : IAsyncLifetime
{
    /// <summary>A Thursday, with a bank holiday ahead and one behind.</summary>
    public static readonly Instant Present = Instant.FromUtc(2026, 11, 26, 15, 30);

    private readonly TemporaryFolder _folder = new();

    private Lazy<Task<string>>? _onPostgres;

    private string File => _folder.File("filled.db");

    public async ValueTask InitializeAsync()
    {
        _onPostgres = new(FillPostgresAsync);
        await using var store = await ThrowawayStore.OpenOnAsync(StoreSettings.SqliteFile(File), services => Configure(services, _folder));
        await PrepareAsync(store);
        await store.Get<SandboxFill>().FillAsync();
    }

    /// <summary>A copy, whose e-mails go into a folder of the test's own.</summary>
    public async Task<ThrowawayStore> CopyAsync(StoreProvider on, TemporaryFolder folder)
    {
        var settings = on == StoreProvider.Sqlite ? CopyOfFile(folder) : new StoreSettings(on, await server.CopyDatabaseAsync(await _onPostgres!.Value));
        var store = await ThrowawayStore.OpenOnAsync(settings, services => Configure(services, folder));
        store.Clock.Reset(Present);
        return store;
    }

    /// <summary>One that is ready to be filled.</summary>
    public static async Task<ThrowawayStore> OpenAsync(StoreProvider on, PostgresServer server, TemporaryFolder folder)
    {
        var store = await ThrowawayStore.OpenAsync(on, server, services => Configure(services, folder));
        await PrepareAsync(store);
        return store;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private StoreSettings CopyOfFile(TemporaryFolder folder)
    {
        var copy = folder.File("copy.db");
        System.IO.File.Copy(File, copy);
        return StoreSettings.SqliteFile(copy);
    }

    /// <summary>It is lived through on SQLite, and comes over to PostgreSQL, as where somebody presses the button.</summary>
    private async Task<string> FillPostgresAsync()
    {
        using var mail = new TemporaryFolder();
        await using var store = await OpenAsync(StoreProvider.Postgres, server, mail);
        await store.Get<SandboxFill>().FillAsync();
        return store.Settings.ConnectionString;
    }

    private static void Configure(IServiceCollection services, TemporaryFolder mail)
    {
        services.AddMail();
        services.Configure<MailOptions>(options => options.Folder = mail.Path);
        services.AddSingleton<SandboxFill>();
    }

    private static async Task PrepareAsync(ThrowawayStore store)
    {
        store.Clock.Reset(Present);
        await store.Get<SandboxContacts>().SeedAsync();
    }
}
