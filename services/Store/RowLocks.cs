using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AreaSend.Services.Store;

/// <summary>
/// Tags of a question (<c>TagWith</c>) whose rows are to be locked until its transaction ends: Entity Framework has no word for it. Where the database is
/// PostgreSQL, <see cref="RowLockInterceptor"/> makes a clause of the tag. In SQLite, which knows no lock of a row, it is a comment.
/// </summary>
internal static class RowLocks
{
    /// <summary>Waits for whoever has them locked.</summary>
    public const string ForUpdate = "FOR UPDATE";

    /// <summary>Passes over those that somebody has locked.</summary>
    public const string SkipLocked = "FOR UPDATE SKIP LOCKED";
}

/// <summary>Puts the clause of <see cref="RowLocks"/> at the end of the command that bears its tag.</summary>
internal sealed class RowLockInterceptor : DbCommandInterceptor
{
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (ClauseOf(result.CommandText) is { } clause)
        {
            result.CommandText += $"\n{clause}";
        }

        return result;
    }

    private static string? ClauseOf(string command) => command.StartsWith($"-- {RowLocks.SkipLocked}\n", StringComparison.Ordinal) ? RowLocks.SkipLocked
        : command.StartsWith($"-- {RowLocks.ForUpdate}\n", StringComparison.Ordinal) ? RowLocks.ForUpdate
        : null;
}
