using AreaSend.Testing;

// Started by the first test that asks for a database, stopped after the last.
[assembly: AssemblyFixture(typeof(PostgresServer))]
