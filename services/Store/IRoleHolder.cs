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

/// <summary>Who holds a role on a day: the one definition.</summary>
public static class RoleHolders
{
    /// <summary>Whether somebody holds the role on a day.</summary>
    public static bool HoldsOn(this IInARole holder, LocalDate day) => holder.From <= day && (holder.To is null || day <= holder.To);

    /// <summary>Of those in one role, who holds it on a day: of two that overlap, the later one. Null when nobody does.</summary>
    public static THolder? HolderOn<THolder>(this IEnumerable<THolder> inOneRole, LocalDate day)
        where THolder : class, IRoleHolder => inOneRole.Where(holder => holder.HoldsOn(day)).MaxBy(holder => holder.From);
}
