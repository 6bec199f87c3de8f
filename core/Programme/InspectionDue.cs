using NodaTime;

namespace AreaSend.Core.Programme;

/// <summary>What an inspection of the programme is.</summary>
public enum ProgrammedKind
{
    /// <summary>A monitoring inspection (¶ 20); of one area it comes before the full one.</summary>
    Monitoring,

    /// <summary>A full inspection.</summary>
    Full,
}

/// <summary>An inspection that has to find its week.</summary>
/// <param name="Area">The authority's three-figure code.</param>
/// <param name="Region">The Ofsted region, for its capacity.</param>
/// <param name="Kind">Full or monitoring.</param>
/// <param name="DueBy">The last day for its on-site days.</param>
/// <param name="NotBefore">The first day for them; null for no such day.</param>
public sealed record InspectionDue(string Area, string Region, ProgrammedKind Kind, LocalDate DueBy, LocalDate? NotBefore = null)
{
    /// <summary>The last day for them, whatever it is due by; null for no such day.</summary>
    public LocalDate? NotAfter { get; init; }

    /// <summary>Mondays of weeks in which it cannot be, for instance those of the area's school holidays; null for none.</summary>
    public IReadOnlySet<LocalDate>? NotInWeeksOf { get; init; }

    /// <summary>
    /// What one area is due for until a day: its monitoring inspection, which follows the published report that demands it, and its full inspection.
    /// </summary>
    public static IEnumerable<InspectionDue> Of(AreaProgramme area, string region, LocalDate until)
    {
        var known = area.LastFull?.Published.PlusDays(1);
        if (area.MonitoringBy is { } monitoring && monitoring <= until && monitoring < area.DueBy)
        {
            yield return new(area.Area, region, ProgrammedKind.Monitoring, monitoring, known);
        }

        if (area.DueBy <= until)
        {
            yield return new(area.Area, region, ProgrammedKind.Full, area.DueBy, known);
        }
    }
}
