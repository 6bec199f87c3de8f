using AreaSend.Services.Store;
using Xunit;

namespace AreaSend.Testing;

/// <summary>Runs a test on either database: <c>[Theory, ClassData(typeof(BothDatabases))]</c>.</summary>
public sealed class BothDatabases : TheoryData<StoreProvider>
{
    public BothDatabases() => AddRange(StoreProvider.Sqlite, StoreProvider.Postgres);
}
