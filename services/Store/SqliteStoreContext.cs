using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AreaSend.Services.Store;

/// <summary>The store in a SQLite file.</summary>
internal sealed class SqliteStoreContext(DbContextOptions<SqliteStoreContext> options) : StoreContext(options);

/// <summary>
/// The same, for somebody who sees some areas alone. A context of its own, because the model with its filters is kept for each kind of context.
/// </summary>
internal sealed class LimitedSqliteStoreContext(DbContextOptions<LimitedSqliteStoreContext> options) : StoreContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        RowsSeen.Limit(modelBuilder, this);
    }
}

/// <summary>Lets <c>dotnet ef migrations add NAME --project services --context SqliteStoreContext -o Store/Migrations/Sqlite</c> work.</summary>
internal sealed class SqliteStoreDesign : IDesignTimeDbContextFactory<SqliteStoreContext>
{
    public SqliteStoreContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteStoreContext>().UseSqlite("Data Source=:memory:").Options);
}
