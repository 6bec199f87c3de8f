using AreaSend.Services.Areas;
using AreaSend.Services.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace AreaSend.Services.Store;

/// <summary>Opens contexts on the configured database. Safe to share.</summary>
public sealed class StoreDatabase
{
    private readonly Func<StoreContext> _open;
    private readonly Func<StoreContext> _openLimited;
    private readonly SemaphoreSlim _writer = new(1, 1);

    /// <summary>Does not touch the database yet.</summary>
    public StoreDatabase(StoreSettings settings)
    {
        Provider = settings.Provider;
        ConnectionString = settings.ConnectionString;
        (_open, _openLimited) = settings.Provider switch
        {
            StoreProvider.Sqlite => (Pooled(OnSqlite<SqliteStoreContext>()), Pooled(OnSqlite<LimitedSqliteStoreContext>())),
            StoreProvider.Postgres => (Pooled(OnPostgres<PostgresStoreContext>(settings)), Pooled(OnPostgres<LimitedPostgresStoreContext>(settings))),
            _ => throw new ArgumentOutOfRangeException(nameof(settings), settings.Provider, "No such database."),
        };
    }

    // One for each member would be another statement for each number of them, prepared anew; three hundred inspections are bound one by one.
    private static void OneParameterForACollection(SqliteDbContextOptionsBuilder sqlite) =>
        sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);

    /// <summary>The database behind it.</summary>
    public StoreProvider Provider { get; }

    private string ConnectionString { get; }

    /// <summary>A context for one piece of work; dispose it. It reads what the <see cref="Sight"/> of this moment lets be seen, and nothing else.</summary>
    public StoreContext Open()
    {
        var sight = Sight.Current;
        var context = sight.IsLimited ? _openLimited() : _open();
        if (sight.IsLimited)
        {
            context.AreasSeen = [.. sight.Areas];
        }

        if (Provider == StoreProvider.Sqlite)
        {
            // Kept until the context goes: Entity Framework teaches the file its functions anew each time that it opens it, for a single command too.
            context.Database.OpenConnection();
        }

        return context;
    }

    /// <summary>Makes the database or brings it up to date; nothing is lost.</summary>
    /// <returns>The migrations that were applied, in their order.</returns>
    /// <exception cref="OtherStoreException">Its tables are from before the first release.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellation = default)
    {
        if (Provider == StoreProvider.Sqlite && FolderOfFile() is { Length: > 0 } folder)
        {
            PrivateFolder.Make(folder);
        }

        await using var context = _open();
        List<string> pending = [.. await context.Database.GetPendingMigrationsAsync(cancellation)];
        if (pending.Count > 0)
        {
            if ((await context.Database.GetAppliedMigrationsAsync(cancellation)).Except(context.Database.GetMigrations()).Any())
            {
                throw new OtherStoreException(NameOf(context));
            }

            // Only then: in Azure the hosts may read and write, and an administrator makes the tables.
            await context.Database.MigrateAsync(cancellation);
        }

        if (Provider == StoreProvider.Sqlite)
        {
            // Readers do not wait for the writer, nor the writer for readers. The mode stays with the file.
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellation);
        }

        return pending;
    }

    /// <summary>
    /// Asked before tables are changed, and by each host as it starts: kinds of events and states that a later release writes, this one cannot read. Hosts that
    /// run already go on, since migrations only add, so that one release can take the other's place replica by replica.
    /// </summary>
    /// <exception cref="NewerStoreException">A later release has changed the tables.</exception>
    public async Task RefuseNewerAsync(CancellationToken cancellation = default)
    {
        if (Provider == StoreProvider.Sqlite && !File.Exists(new SqliteConnectionStringBuilder(ConnectionString).DataSource))
        {
            return;
        }

        await using var context = Open();
        var last = context.Database.GetMigrations().Last();
        var later = (await context.Database.GetAppliedMigrationsAsync(cancellation)).Where(applied => string.CompareOrdinal(applied, last) > 0).ToList();
        if (later.Count > 0)
        {
            throw new NewerStoreException(NameOf(context), later[^1]);
        }
    }

    private string NameOf(StoreContext context) =>
        Provider == StoreProvider.Sqlite ? context.Database.GetDbConnection().DataSource : context.Database.GetDbConnection().Database;

    /// <summary>Waits until nobody else in this process writes; dispose what is returned to pass it on.</summary>
    internal async Task<IDisposable> LockWriterAsync(CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation);
        return new WriterLock(_writer);
    }

    private string? FolderOfFile() => Path.GetDirectoryName(new SqliteConnectionStringBuilder(ConnectionString).DataSource);

    private DbContextOptionsBuilder<TContext> OnSqlite<TContext>()
        where TContext : StoreContext =>
            new DbContextOptionsBuilder<TContext>().UseSqlite(ConnectionString, OneParameterForACollection).AddInterceptors(new BusyTimeoutInterceptor());

    private DbContextOptionsBuilder<TContext> OnPostgres<TContext>(StoreSettings settings)
        where TContext : StoreContext => new DbContextOptionsBuilder<TContext>().UseNpgsql(ConnectionString, server =>
        {
            if (settings.Entra)
            {
                server.ConfigureDataSource(EntraSignIn.Use);
            }
        }).AddInterceptors(new RowLockInterceptor());

    private static Func<StoreContext> Pooled<TContext>(DbContextOptionsBuilder<TContext> options)
        where TContext : StoreContext => new PooledDbContextFactory<TContext>(options.Options).CreateDbContext;

    private sealed class WriterLock(SemaphoreSlim writer) : IDisposable
    {
        public void Dispose() => writer.Release();
    }
}

/// <summary>A database has tables that this line of migrations did not make; the message says what to do.</summary>
public sealed class OtherStoreException(string database) : Exception(
    $"The database {database} was made by a version of AreaSend before its first release, and cannot be brought up to date. Nothing in it was changed. Move it away (in the sandbox: delete the folder .local), then start again.");

/// <summary>A later release has changed the tables; the message says what to do.</summary>
public sealed class NewerStoreException(string database, string migration) : Exception(
    $"The database {database} was brought up to date by a later release of AreaSend than this one (its last migration is {migration}). Nothing in it was changed. Use that release, or a later one.");
