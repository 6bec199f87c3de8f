using NodaTime;

namespace AreaSend.Services.Programme;

/// <summary>What people are at in an inspection, as a schedule shows it; of two in one week the first counts.</summary>
public enum ScheduleStage
{
    /// <summary>Inspectors are on site, or the meeting is held.</summary>
    OnSite,

    /// <summary>The area has been told, and all get ready.</summary>
    Notified,

    /// <summary>The draft is written.</summary>
    Drafting,
}

/// <summary>A stage, and its first and last day.</summary>
public sealed record StageSpan(ScheduleStage Stage, LocalDate From, LocalDate To)
{
    /// <summary>Whether it touches a working week, Monday to Friday.</summary>
    public bool IsInWeekOf(LocalDate monday) => From <= monday.PlusDays(4) && To >= monday;
}
