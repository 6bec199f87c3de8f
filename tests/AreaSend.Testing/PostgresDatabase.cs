using Xunit;

namespace AreaSend.Testing;

/// <summary>An empty PostgreSQL database for one test class: <c>IClassFixture&lt;PostgresDatabase&gt;</c>, in an assembly that has a <see cref="PostgresServer"/>.</summary>
public sealed class PostgresDatabase(PostgresServer server) : IAsyncLifetime
{
    public string ConnectionString { get; private set; } = "";

    public async ValueTask InitializeAsync() => ConnectionString = await server.CreateDatabaseAsync();

    // The server's folder goes as a whole.
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
