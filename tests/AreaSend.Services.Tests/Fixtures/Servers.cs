using AreaSend.Testing;

// PostgreSQL starts with the first test that asks for a database; both stop after the last.
[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: AssemblyFixture(typeof(AzuriteServer))]
