using AreaSend.Core.Programme;
using NodaTime;

namespace AreaSend.Services.Programme;

/// <summary>An inspection that an area is due for, and how it stands.</summary>
/// <param name="Kind">Full or monitoring.</param>
/// <param name="Limit">By when, and why.</param>
/// <param name="Planned">The inspection of that kind that has been planned, or whose report is still to come.</param>
/// <param name="Standing">How it stands on the day asked about.</param>
public sealed record DueInspection(ProgrammedKind Kind, DueLimit Limit, HeldActivity? Planned, DueStanding Standing)
{
    private const int MonthsSoon = 6;

    internal static DueInspection Of(ProgrammedKind kind, DueLimit limit, HeldActivity? planned, LocalDate asOf) => new(kind, limit, planned, planned switch
    {
        { } when planned.Ends <= limit.By => DueStanding.Planned,
        { HasTakenPlace: true } => DueStanding.Planned,
        { } => DueStanding.PlannedLate,
        null when limit.By < asOf => DueStanding.Overdue,
        null when limit.By <= asOf.PlusMonths(MonthsSoon) => DueStanding.Soon,
        null => DueStanding.Later,
    });
}

/// <summary>How an inspection stands that is due; the most pressing first.</summary>
public enum DueStanding
{
    /// <summary>Its day has passed, and nothing is planned.</summary>
    Overdue,

    /// <summary>It is planned, for after its day.</summary>
    PlannedLate,

    /// <summary>Its day comes within six months, and nothing is planned.</summary>
    Soon,

    /// <summary>Its day comes later, and nothing is planned.</summary>
    Later,

    /// <summary>It is planned in time, or has taken place and its report is to come.</summary>
    Planned,
}
