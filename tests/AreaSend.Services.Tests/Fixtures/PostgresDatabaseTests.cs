using AreaSend.Testing;
using Npgsql;

namespace AreaSend.Services.Tests.Fixtures;

public class PostgresDatabaseTests(PostgresDatabase database, PostgresServer server) : IClassFixture<PostgresDatabase>
{
    [Fact]
    public async Task Database_OfAClass_KeepsWhatIsWritten()
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);

        await source.CreateCommand("CREATE TABLE kept (word text)").ExecuteNonQueryAsync();
        await source.CreateCommand("INSERT INTO kept VALUES ('lano')").ExecuteNonQueryAsync();

        Assert.Equal("lano", await source.CreateCommand("SELECT word FROM kept").ExecuteScalarAsync());
    }

    [Fact]
    public async Task Database_OfAnotherClass_IsEmpty()
    {
        await using var source = NpgsqlDataSource.Create(await server.CreateDatabaseAsync());

        var tables = await source.CreateCommand("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").ExecuteScalarAsync();

        Assert.Equal(0L, tables);
    }

    [Fact]
    public async Task Dispose_RunningServer_LeavesNothingBehind()
    {
        string folder;
        await using (var throwaway = new PostgresServer())
        {
            folder = new NpgsqlConnectionStringBuilder(await throwaway.CreateDatabaseAsync()).Host!;
            Assert.True(Directory.Exists(folder));
        }

        Assert.False(Directory.Exists(folder));
    }
}
