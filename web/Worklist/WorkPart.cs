using AreaSend.Core.Rules;

namespace AreaSend.Web.Worklist;

/// <summary>
/// Why an inspection is on the worklist, most pressing first: what the inspectorates owe, by how pressing it is; what the area is late with; what comes.
/// </summary>
public enum WorkPart
{
    /// <inheritdoc cref="Standing.NotServed"/>
    NotServed,

    /// <inheritdoc cref="Standing.Overdue"/>
    Overdue,

    /// <inheritdoc cref="Standing.DueToday"/>
    DueToday,

    /// <inheritdoc cref="Standing.Waiting"/>
    Waiting,

    /// <inheritdoc cref="Standing.Upcoming"/>
    Upcoming,

    /// <summary>The area is late with something.</summary>
    AreaLate,

    /// <summary>It will be notified, or inspectors meet the area, within two weeks.</summary>
    Coming,
}

/// <summary>Parts in words.</summary>
internal static class WorkParts
{
    public static string Show(this WorkPart part) => part switch
    {
        WorkPart.AreaLate => "Area is late",
        WorkPart.Coming => "Notified or met in 2 weeks",
        _ => ((Standing)part).Show(),
    };

    /// <summary>The part that a duty belongs to; null for what the area owes and is not late with.</summary>
    public static WorkPart? Of(WorklistItem item) =>
        item.IsOurs ? (WorkPart)item.Duty.Standing : item.Duty.Standing == Standing.Overdue ? WorkPart.AreaLate : null;
}
