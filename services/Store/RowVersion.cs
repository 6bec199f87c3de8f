using System.Data;
using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace AreaSend.Services.Store;

/// <summary>
/// The version of rows that a page shows: a fingerprint over all that they hold. A form carries the one it was shown for, and what it asks for is
/// stored only while the rows are still those, in the transaction that looks.
/// </summary>
internal static class RowVersion
{
    private const int LettersKept = 24;

    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions().ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    /// <summary>The version of these rows, in this order.</summary>
    public static string Of<T>(IEnumerable<T> rows) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(rows, Json)))[..LettersKept];

    /// <summary>Writes one row, in place of what is stored under its key, if that is still what somebody saw.</summary>
    /// <param name="database">Where.</param>
    /// <param name="shown">The version seen, of the row or of none.</param>
    /// <param name="isSame">Whether a stored row has the new one's key.</param>
    /// <param name="row">The new row.</param>
    /// <param name="cancellation">Gives up; nothing is stored then.</param>
    /// <returns>Whether it was stored: not if the stored row has changed since.</returns>
    public static Task<bool> PutAsync<TRow>(StoreDatabase database, string shown, Expression<Func<TRow, bool>> isSame, TRow row, CancellationToken cancellation)
        where TRow : class
    {
        TRow? stored = null;
        return WriteAsync(
            database,
            shown,
            async context =>
            {
                stored = await context.Set<TRow>().AsNoTracking().SingleOrDefaultAsync(isSame, cancellation);
                return Of<TRow?>([stored]);
            },
            context =>
            {
                _ = stored is null ? context.Add(row) : context.Update(row);
                return Task.CompletedTask;
            },
            cancellation);
    }

    /// <summary>Writes, if the rows are still those that somebody saw.</summary>
    /// <param name="database">Where.</param>
    /// <param name="seen">The version seen; null for whichever there is.</param>
    /// <param name="version">The version now.</param>
    /// <param name="write">Adds and changes rows of the context.</param>
    /// <param name="cancellation">Gives up; nothing is stored then.</param>
    /// <returns>Whether it was stored: not if the rows have changed since.</returns>
    public static async Task<bool> WriteAsync(
        StoreDatabase database, string? seen, Func<StoreContext, Task<string>> version, Func<StoreContext, Task> write, CancellationToken cancellation)
    {
        await using var context = database.Open();
        return await WriteAsync(context, seen, version, write, cancellation);
    }

    /// <summary>The same on a context that is open already.</summary>
    public static Task<bool> WriteAsync(
        StoreContext context, string? seen, Func<StoreContext, Task<string>> version, Func<StoreContext, Task> write, CancellationToken cancellation) =>
        VersionConflict.RetryAsync(async () =>
        {
            try
            {
                // SQLite lets one writer in from here on; PostgreSQL lets two go on and refuses the second when it wants to store.
                await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
                if (seen is not null && seen != await version(context))
                {
                    return false;
                }

                await write(context);
                await context.SaveChangesAsync(cancellation);
                await transaction.CommitAsync(cancellation);
                return true;
            }
            catch (Exception problem) when (VersionConflict.IsCause(problem))
            {
                throw new VersionConflictException(problem);
            }
            finally
            {
                context.ChangeTracker.Clear();
            }
        });
}
