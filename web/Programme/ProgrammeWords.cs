using AreaSend.Core;
using AreaSend.Core.Calendars;
using AreaSend.Core.Programme;
using AreaSend.Core.Timetables;
using AreaSend.Services.Programme;
using NodaTime;

namespace AreaSend.Web.Programme;

/// <summary>The programme in words.</summary>
internal static class ProgrammeWords
{
    /// <summary><c>Full inspection</c>.</summary>
    public static string Show(this ProgrammedKind kind) => kind == ProgrammedKind.Full ? "Full inspection" : "Monitoring inspection";

    /// <summary><c>Monitoring inspection</c>.</summary>
    public static string Show(this ActivityKind kind) => kind.Name().Capital();

    /// <summary>Where something is known from.</summary>
    public static string Show(this ActivitySource source) => source switch
    {
        ActivitySource.PublishedRecord => "Published record",
        ActivitySource.Console => "This console",
        ActivitySource.Imported => "Brought in from a file",
        ActivitySource.ByHand => "Recorded by hand",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
    };

    /// <summary>What an inspection is due after, for a filter.</summary>
    public static string Show(this DueBasis basis) => basis switch
    {
        DueBasis.LastInspection => "After the last full inspection",
        DueBasis.NeverInspected => "No full inspection yet",
        DueBasis.WrittenStatement => "Written statement not re-visited",
        DueBasis.NewArea => "New area",
        DueBasis.BroughtForward => "Brought forward",
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, null),
    };

    /// <summary>A standing in a word or two.</summary>
    public static string Show(this DueStanding standing) => standing switch
    {
        DueStanding.Overdue => "Overdue",
        DueStanding.PlannedLate => "Planned late",
        DueStanding.Soon => "Due within 6 months",
        DueStanding.Later => "Later",
        DueStanding.Planned => "Planned in time",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
    };

    /// <summary>The colour of a standing's tag.</summary>
    public static string Colour(this DueStanding standing) => standing switch
    {
        DueStanding.Overdue => "red",
        DueStanding.PlannedLate => "orange",
        DueStanding.Soon => "yellow",
        DueStanding.Planned => "green",
        _ => "grey",
    };

    /// <summary>The result of what has taken place: <c>Outcome 2</c>; nothing where none is known.</summary>
    public static string? ShowResult(this PastActivity past) =>
        past.Result is null ? null
        : past.Kind == ActivityKind.Full ? $"Outcome {past.Result}"
        : past.Result.Capital();

    /// <summary>The days of what has taken place: on site, or its publication where the record has no other.</summary>
    public static string ShowDays(LocalDate? starts, LocalDate? ends, LocalDate? published) => (starts, ends) switch
    {
        ({ } first, { } last) when first == last => LondonTime.ShowShort(first),
        ({ } first, { } last) => $"{LondonTime.ShowShort(first)} to {LondonTime.ShowShort(last)}",
        (null, { } last) => $"to {LondonTime.ShowShort(last)}",
        ({ } first, null) => $"from {LondonTime.ShowShort(first)}",
        _ => published is { } day ? $"published {LondonTime.ShowShort(day)}" : "",
    };

    /// <summary>The rule with its paragraphs; what a regional director wrote may lack its full stop.</summary>
    public static string Show(this DueLimit limit) => $"{limit.Because}{(limit.Because[^1] is '.' or '!' or '?' ? "" : ".")} Handbook, {limit.Cites.InWords()}.";
}
