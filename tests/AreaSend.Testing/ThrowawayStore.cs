using AreaSend.Services.BankHolidays;
using AreaSend.Services.Hosting;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Notices;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using NodaTime;
using NodaTime.Testing;
using Npgsql;

namespace AreaSend.Testing;

/// <summary>An empty store for one test, on either database, with a clock that stands still until the test moves it.</summary>
public sealed class ThrowawayStore : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private ServiceProvider? _provider;

    private ThrowawayStore()
    {
    }

    /// <summary>Where the clock begins: Monday 1 September 2025, 8am in London.</summary>
    public static readonly Instant Start = Instant.FromUtc(2025, 9, 1, 7, 0);

    public FakeClock Clock { get; } = new(Start);

    public MailTray Mail { get; } = new();

    public StoreSettings Settings { get; private set; } = StoreSettings.SqliteFile("");

    public T Get<T>()
        where T : notnull => _provider!.GetRequiredService<T>();

    public StoreDatabase Database => Get<StoreDatabase>();

    public InspectionStore Inspections => Get<InspectionStore>();

    public Instant Now => Clock.GetCurrentInstant();

    /// <summary>On SQLite, where no other database is asked for.</summary>
    public static Task<ThrowawayStore> OpenAsync(Action<IServiceCollection>? configure = null) => OpenAsync(StoreProvider.Sqlite, server: null, configure);

    /// <param name="on">The database.</param>
    /// <param name="server">The run's PostgreSQL server.</param>
    /// <param name="configure">Adds services, or takes the place of some.</param>
    public static async Task<ThrowawayStore> OpenAsync(StoreProvider on, PostgresServer? server, Action<IServiceCollection>? configure = null)
    {
        var store = new ThrowawayStore();
        store.Settings = on == StoreProvider.Sqlite
            ? await MigratedStores.MakeFileAsync(store._folder.File("areasend.db"))
            : new StoreSettings(StoreProvider.Postgres, await server!.CreateMigratedDatabaseAsync());
        await store.ReadyAsync(configure);
        return store;
    }

    /// <summary>On a database that others use as well.</summary>
    public static async Task<ThrowawayStore> OpenOnAsync(StoreSettings settings, Action<IServiceCollection>? configure = null)
    {
        var store = new ThrowawayStore { Settings = settings };
        await store.ReadyAsync(configure);
        return store;
    }

    private async Task ReadyAsync(Action<IServiceCollection>? configure)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton<IClock>(Clock);
        services.AddSingleton<IMailSender>(Mail);
        services.AddStore(Settings);
        services.AddNotices();
        services.AddOutbox();
        services.AddBankHolidays();
        services.ConfigureAll<HttpStandardResilienceOptions>(once => once.Retry.Delay = TimeSpan.FromMilliseconds(1));
        services.AddSingleton<SandboxContacts>();
        configure?.Invoke(services);
        _provider = services.BuildServiceProvider();
        await Get<StoreStart>().ReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_provider is not null)
        {
            await _provider.DisposeAsync();
        }

        if (Settings.Provider == StoreProvider.Sqlite)
        {
            Settings.CloseFile();
        }
        else
        {
            // Hundreds of tests a minute: what each leaves open for five minutes is soon more than the server has.
            await using var connection = new NpgsqlConnection(Settings.ConnectionString);
            NpgsqlConnection.ClearPool(connection);
        }

        _folder.Dispose();
    }
}
