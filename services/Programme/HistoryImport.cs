using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Services.Programme;

/// <summary>Brings history in from a file: shown first with all that would change, then stored whole or not at all.</summary>
public sealed class HistoryImport(NationalProgramme programme, ProgrammeBook book)
{
    /// <summary>What bringing this text in would do. Nothing is stored.</summary>
    public async Task<HistoryPreview> PreviewAsync(string text, CancellationToken cancellation = default)
    {
        var version = await book.VersionAsync(area: null, cancellation);
        var now = await programme.ReadAsync(cancellation);
        var file = HistoryFile.Read(text, now.AsOf, now.Edition.Cycle.Began);
        List<HistoryChange> changes = [.. file.Lines.Select(line => new HistoryChange(line, Known(now.Find(line.Area.Code)!, line.Past)))];
        var then = await programme.ReadAsync(
            [.. changes.Where(change => change.IsNews).Select(change => (change.Line.Area.Code, change.Line.Past))],
            cancellation);
        return new(
            file.Findings,
            changes,
            [
                .. from pair in now.Areas.Zip(then.Areas)
                   where pair.First.Programme.DueBy != pair.Second.Programme.DueBy || pair.First.Programme.MonitoringBy != pair.Second.Programme.MonitoringBy
                   select new MovedArea(pair.First, pair.Second),
            ],
            version);
    }

    /// <summary>Stores what is new in this text: all of it or nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="by">Who brings it in.</param>
    /// <param name="shown">The <see cref="HistoryPreview.Version"/> that somebody decided on.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many lines were stored; null where the history has changed since or a line has to be put right, so that nothing was.</returns>
    public async Task<int?> BringInAsync(string text, Recorder by, string? shown, CancellationToken cancellation = default)
    {
        var preview = await PreviewAsync(text, cancellation);
        List<(string, PastActivity)> news = [.. preview.News.Select(change => (change.Line.Area.Code, change.Line.Past))];
        return
            preview.Version == shown
            && preview.Findings.Count == 0
            && news.Count > 0
            && await book.AddAsync(area: null, news, ActivitySource.Imported, by, shown, cancellation)
            ? news.Count
            : null;
    }

    private static PastActivity? Known(AreaStanding standing, PastActivity past) => standing.History.Past.FirstOrDefault(known =>
        known.Kind == past.Kind && (past.Kind == ActivityKind.Full ? known.Published == past.Published : known.On == past.On));
}

/// <summary>What bringing a file in would do.</summary>
/// <param name="Findings">What has to be put right first.</param>
/// <param name="Changes">Each line that could be read.</param>
/// <param name="Moved">Areas that would be due on another day.</param>
/// <param name="Version">The version of the history that this is a preview on.</param>
public sealed record HistoryPreview(
    IReadOnlyList<HistoryFinding> Findings,
    IReadOnlyList<HistoryChange> Changes,
    IReadOnlyList<MovedArea> Moved,
    string Version)
{
    /// <summary>The lines that say something new.</summary>
    public IEnumerable<HistoryChange> News => Changes.Where(change => change.IsNews);
}

/// <summary>A line of a file beside what is on record.</summary>
/// <param name="Line">The line.</param>
/// <param name="Known">What is on record of the same inspection or visit; null when nothing is.</param>
public sealed record HistoryChange(HistoryLine Line, PastActivity? Known)
{
    /// <summary>The line says something that is not on record. What this console holds of its own inspections, no file changes.</summary>
    public bool IsNews => Known is null || (Known.Source != ActivitySource.Console && (
        Says(Line.Past.Starts, Known.Starts) || Says(Line.Past.Ends, Known.Ends) || Says(Line.Past.Published, Known.Published)
        || (Line.Past.Result is { } result && result != Known.Result)));

    private static bool Says(LocalDate? line, LocalDate? known) => line is not null && line != known;
}

/// <summary>An area that would be due on another day.</summary>
public sealed record MovedArea(AreaStanding From, AreaStanding To);
