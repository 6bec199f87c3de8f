using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AreaSend.Services.Store;

/// <summary>The store in a PostgreSQL database.</summary>
internal sealed class PostgresStoreContext(DbContextOptions<PostgresStoreContext> options) : StoreContext(options);

/// <summary>Lets <c>dotnet ef migrations add NAME --project services --context PostgresStoreContext -o Store/Migrations/Postgres</c> work.</summary>
internal sealed class PostgresStoreDesign : IDesignTimeDbContextFactory<PostgresStoreContext>
{
    public PostgresStoreContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresStoreContext>().UseNpgsql("Host=localhost").Options);
}
