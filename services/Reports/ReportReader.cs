using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Figures;
using NodaTime;

namespace AreaSend.Services.Reports;

/// <summary>The figures of one inspection, with what reports are narrowed by.</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Region">The Ofsted region of its area; empty for an area that the list no longer has.</param>
/// <param name="Kind">Key of its kind.</param>
/// <param name="Figures">The figures.</param>
public sealed record FiguresOf(Guid Inspection, string Region, string Kind, InspectionFigures Figures)
{
    /// <summary>
    /// The working days from the last on-site day to publication that the rows of its own edition and kind give; null where they give none. It stands in no
    /// figure, so figures of any age are measured by it.
    /// </summary>
    public int? DaysToPublication { get; init; }
}

/// <summary>Reads the figures of all inspections, and adds them up.</summary>
public sealed class ReportReader(StoreDatabase database, EventStream stream, Editions editions)
{
    // As many as a few people look at in turn; each is small.
    private const int MostRemembered = 20;

    private readonly FromFigures<FiguresOf> _figures = new(
        database,
        stream,
        (row, figures) => new(row.Id, LocalAuthorities.Find(row.Area)?.Region ?? "", row.Kind, InspectionFigures.Read(figures.Figures))
        {
            DaysToPublication = editions.Find(row.Edition)?.Find(row.Kind)?.WorkingDaysToPublication,
        });

    private readonly Lock _lock = new();
    private readonly BySight<Remembered> _reports = new();

    /// <summary>The figures of every inspection; the same list as before where nothing has happened.</summary>
    public async Task<IReadOnlyList<FiguresOf>> ReadAsync(CancellationToken cancellation = default) => (await _figures.ReadAsync(cancellation)).Made;

    /// <summary>Their report on a day. It is added up anew when anything has happened in any inspection, and for each scope and day.</summary>
    public async Task<Report> ReportAsync(ReportScope scope, LocalDate today, CancellationToken cancellation = default)
    {
        var figures = await ReadAsync(cancellation);
        lock (_lock)
        {
            if (_reports.Value is { } remembered && ReferenceEquals(remembered.Figures, figures)
                && remembered.Reports.TryGetValue((scope, today), out var known))
            {
                return known;
            }
        }

        var report = Report.Of(figures, scope, today);
        lock (_lock)
        {
            if (_reports.Value is not { } remembered || !ReferenceEquals(remembered.Figures, figures) || remembered.Reports.Count >= MostRemembered)
            {
                _reports.Value = remembered = new(figures, []);
            }

            remembered.Reports[(scope, today)] = report;
        }

        return report;
    }

    private sealed record Remembered(IReadOnlyList<FiguresOf> Figures, Dictionary<(ReportScope Scope, LocalDate Today), Report> Reports);
}
