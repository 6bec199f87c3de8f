using AreaSend.Core.Programme;
using AreaSend.Services.Areas;
using NodaTime;

namespace AreaSend.Cli.Programme;

/// <summary>One area of <c>programme --json</c>; scripts rely on the names and their order. Days are ISO dates; what the record lacks is null.</summary>
internal sealed record AreaProgrammeJson(
    string Area, string Name, LastFullJson? LastFull, string DueBy, string Because, IReadOnlyList<int> Cites, string? MonitoringBy)
{
    public static AreaProgrammeJson Of(AreaProgramme area) => new(
        area.Area,
        LocalAuthorities.Find(area.Area)!.DisplayName,
        area.LastFull is { } last ? new(Day(last.OnSiteEnds), last.Outcome, Day(last.Published)!) : null,
        Day(area.DueBy)!,
        area.Because,
        area.Cites,
        Day(area.MonitoringBy));

    internal static string? Day(LocalDate? date) => date is { } day ? $"{day:uuuu-MM-dd}" : null;
}

/// <summary>The area's last full inspection.</summary>
internal sealed record LastFullJson(string? OnSiteEnds, int? Outcome, string Published);
