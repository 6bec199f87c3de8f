using System.Linq.Expressions;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>Somebody in a role from a first day to a last, both among them.</summary>
public interface IInARole
{
    /// <summary>The first day in the role.</summary>
    LocalDate From { get; }

    /// <summary>The last day in the role; null while it goes on.</summary>
    LocalDate? To { get; }
}

/// <summary>Somebody who is written to in a role: a contact of an area, or a person of an inspection.</summary>
public interface IRoleHolder : IInARole
{
    /// <summary>The name of the person or office.</summary>
    string Name { get; }

    /// <summary>The e-mail address, as entered.</summary>
    string Email { get; }
}

/// <summary>Who holds a role on a day: the one place that compares first and last days with others.</summary>
public static class RoleHolders
{
    /// <summary>Whether a day is one of somebody's days in the role. Of two of whom this is so, one holds it: <see cref="HolderOn"/>.</summary>
    public static bool HoldsOn(this IInARole holder, LocalDate day) => !holder.IsToComeOn(day) && !holder.HasLeftBy(day);

    /// <summary>Whether somebody takes the role only after a day.</summary>
    public static bool IsToComeOn(this IInARole holder, LocalDate day) => day < holder.From;

    /// <summary>Whether somebody's last day in the role lies before a day.</summary>
    public static bool HasLeftBy(this IInARole holder, LocalDate day) => holder.To < day;

    /// <summary>Whether two have a day in common.</summary>
    public static bool Overlaps(this IInARole holder, IInARole other) =>
        holder.HoldsOn(other.From) || other.HoldsOn(holder.From);

    /// <summary>Of those in one role, who holds it on a day: of two that overlap, the later one. Null when nobody does.</summary>
    public static THolder? HolderOn<THolder>(this IEnumerable<THolder> inOneRole, LocalDate day)
        where THolder : class, IRoleHolder => inOneRole.Where(holder => holder.HoldsOn(day)).MaxBy(holder => holder.From);

    /// <summary>For the database: those who have not left by a day (<see cref="HasLeftBy"/>), who are in the role or to come.</summary>
    public static Expression<Func<THolder, bool>> StaysOn<THolder>(LocalDate day)
        where THolder : class, IInARole => holder => holder.To == null || holder.To >= day;

    /// <summary>For the database: those who have left by a day (<see cref="HasLeftBy"/>).</summary>
    public static Expression<Func<THolder, bool>> LeftBy<THolder>(LocalDate day)
        where THolder : class, IInARole => holder => holder.To < day;
}
