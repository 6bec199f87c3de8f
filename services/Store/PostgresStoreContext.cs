using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AreaSend.Services.Store;

/// <summary>The store in a PostgreSQL database.</summary>
internal sealed class PostgresStoreContext(DbContextOptions<PostgresStoreContext> options) : StoreContext(options);

/// <summary>
/// The same, for somebody who sees some areas alone. A context of its own, because the model with its filters is kept for each kind of context.
/// </summary>
internal sealed class LimitedPostgresStoreContext(DbContextOptions<LimitedPostgresStoreContext> options) : StoreContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        RowsSeen.Limit(modelBuilder, this);
    }
}

/// <summary>Lets <c>dotnet ef migrations add NAME --project services --context PostgresStoreContext -o Store/Migrations/Postgres</c> work.</summary>
internal sealed class PostgresStoreDesign : IDesignTimeDbContextFactory<PostgresStoreContext>
{
    public PostgresStoreContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresStoreContext>().UseNpgsql("Host=localhost").Options);
}
