using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AreaSend.Services.Store;

/// <summary>Somebody else appended to the inspection first. Load it again, decide again, append again: <see cref="RetryAsync"/>.</summary>
public sealed class VersionConflictException : Exception
{
    /// <summary>An inspection's.</summary>
    public VersionConflictException(Guid inspection, Exception? inner = null)
        : base($"Inspection {inspection} changed while something was being recorded on it.", inner)
    {
    }

    /// <summary>Of other rows.</summary>
    public VersionConflictException(Exception inner)
        : base("Rows changed while they were being written.", inner)
    {
    }
}

internal static class VersionConflict
{
    // Each round one of the rivals wins, so this many could contend for one inspection before anybody gives up.
    private const int MostRounds = 100;

    private const int SqlitePrimaryKeyTaken = 1555;
    private const int SqliteUniqueTaken = 2067;

    /// <summary>Whether a failure to save means that somebody else was first.</summary>
    public static bool IsCause(Exception problem) => problem switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException or InvalidOperationException => problem.InnerException is { } inner && IsCause(inner),
        PostgresException postgres => postgres.SqlState
            is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqlitePrimaryKeyTaken or SqliteUniqueTaken,
        _ => false,
    };

    /// <summary>Tries until there is no conflict.</summary>
    public static async Task<T> RetryAsync<T>(Func<Task<T>> attempt)
    {
        for (var round = 1; ; round++)
        {
            try
            {
                return await attempt();
            }
            catch (VersionConflictException) when (round < MostRounds)
            {
                // Decide again on what the other has recorded.
            }
        }
    }
}
