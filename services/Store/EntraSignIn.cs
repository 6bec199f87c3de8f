using Azure.Core;
using Azure.Identity;
using Npgsql;

namespace AreaSend.Services.Store;

/// <summary>
/// Azure's PostgreSQL takes a token of an identity in place of a password. Tokens live for an hour or more; a new one is fetched well before.
/// </summary>
internal static class EntraSignIn
{
    private static readonly string[] Scopes = ["https://ossrdbms-aad.database.windows.net/.default"];
    private static readonly TimeSpan Renewed = TimeSpan.FromMinutes(45);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    public static void Use(NpgsqlDataSourceBuilder server)
    {
        var identity = new DefaultAzureCredential();
        server.UsePeriodicPasswordProvider(
            async (_, cancellation) => (await identity.GetTokenAsync(new TokenRequestContext(Scopes), cancellation)).Token, Renewed, AfterFailure);
    }
}
