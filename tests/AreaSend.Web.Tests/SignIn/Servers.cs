using AreaSend.Testing;

[assembly: AssemblyFixture(typeof(PostgresServer))]
