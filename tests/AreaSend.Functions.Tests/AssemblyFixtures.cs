using AreaSend.Functions.Tests;
using AreaSend.Testing;

[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: AssemblyFixture(typeof(StorageAccount))]
