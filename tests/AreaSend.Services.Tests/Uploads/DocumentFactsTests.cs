using AreaSend.Services.Checkpoints;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Tests.Uploads;

/// <summary>S2-4 (iv): the table of documents is no part of the chain, and is held against what the events say of each.</summary>
public sealed class DocumentFactsTests(PostgresServer server, AzuriteServer azurite)
{
    private const string AnotherFile = "The events accepted another file: its size, its fingerprint or its state was changed.";

    [Theory]
    [InlineData("UPDATE documents SET sha256 = 'aa' || substr(sha256, 3) WHERE state = 'Accepted'", AnotherFile)]
    [InlineData("UPDATE documents SET size = size + 1 WHERE state = 'Accepted'", AnotherFile)]
    [InlineData("UPDATE documents SET state = 'Refused' WHERE state = 'Accepted'", AnotherFile)]
    [InlineData("UPDATE documents SET state = 'Accepted' WHERE state = 'Refused'", "It stands as accepted, and no event accepted it.")]
    [InlineData("UPDATE documents SET inspection = '00000000-0000-0000-0000-000000000001' WHERE state = 'Accepted'", "It was put to another inspection than the events say.")]
    [InlineData("DELETE FROM documents WHERE state = 'Accepted'", "The events tell of it, and the table of documents does not hold it.")]
    public async Task Verify_ATamperedDocument_IsNamed(string tampering, string what)
    {
        foreach (var on in new[] { StoreProvider.Sqlite, StoreProvider.Postgres })
        {
            await using var annexA = await AnnexACase.OpenAsync(on, server, azurite);
            await annexA.DecidedAsync(Samples.Text(), "self-evaluation.txt", ["1.3"]);
            await annexA.DecidedAsync("MZ"u8.ToArray(), "program.exe", ["1.4"]);
            Assert.Empty((await annexA.Store.Get<ChainVerifier>().VerifyAsync()).Documents);

            await using var context = annexA.Store.Database.Open();
            Assert.Equal(1, await context.Database.ExecuteSqlRawAsync(tampering));

            var report = await annexA.Store.Get<ChainVerifier>().VerifyAsync();
            Assert.Equal(what, Assert.Single(report.Documents).What);
            Assert.Empty(report.Broken);
        }
    }
}
