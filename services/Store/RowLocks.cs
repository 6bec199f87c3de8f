using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AreaSend.Services.Store;

/// <summary>
/// Locks the rows that a question finds, until its transaction ends. Entity Framework has no word for it: the question bears a tag, and where the database is
/// PostgreSQL <see cref="RowLockInterceptor"/> makes a clause of it. In SQLite, which knows no lock of a row, the tag is a comment.
/// </summary>
internal static class RowLocks
{
    internal static readonly string[] Clauses = ["FOR UPDATE", "FOR UPDATE SKIP LOCKED"];

    /// <summary>Waits for whoever has them locked.</summary>
    public static IQueryable<TRow> ForUpdate<TRow>(this IQueryable<TRow> rows) => rows.TagWith(Clauses[0]);

    /// <summary>Passes over those that somebody has locked.</summary>
    public static IQueryable<TRow> ForUpdateSkipLocked<TRow>(this IQueryable<TRow> rows) => rows.TagWith(Clauses[1]);
}

/// <summary>Puts the clause of <see cref="RowLocks"/> at the end of the command that bears its tag.</summary>
internal sealed class RowLockInterceptor : DbCommandInterceptor
{
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (RowLocks.Clauses.FirstOrDefault(clause => result.CommandText.StartsWith($"-- {clause}\n", StringComparison.Ordinal)) is { } clause)
        {
            result.CommandText += $"\n{clause}";
        }

        return result;
    }
}
