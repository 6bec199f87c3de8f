using AreaSend.Functions.Tests;
using AreaSend.Functions.Tests.Published;
using AreaSend.Testing;

[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: AssemblyFixture(typeof(PublishedApp))]
[assembly: AssemblyFixture(typeof(StorageAccount))]
