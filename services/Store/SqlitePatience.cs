using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AreaSend.Services.Store;

/// <summary>A writer that finds the file taken asks again after a millisecond or a few; left alone, the driver asks every 150.</summary>
internal sealed class SqlitePatience : DbConnectionInterceptor
{
    private const string Pragma = "PRAGMA busy_timeout = 5000";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragma;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragma;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
