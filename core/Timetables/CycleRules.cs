using NodaTime;

namespace AreaSend.Core.Timetables;

/// <summary>How often an area is inspected: the numbers of the national cycle, as an edition of the handbook sets them.</summary>
/// <param name="Began">The first day of the cycle.</param>
/// <param name="YearsAtMost">Every area has a full inspection at least once in as many years.</param>
/// <param name="MonthsToNextFull">Within how many months of the last on-site day the next full inspection comes, by outcome (counted from E by product
/// rule).</param>
/// <param name="MonthsToMonitoring">Within how many months of <paramref name="MonitoringCountedFrom"/> a monitoring inspection usually follows outcome
/// 3.</param>
/// <param name="MonitoringCountedFrom">P, or R: the day on which the area receives the final report.</param>
/// <param name="YearsAfterWrittenStatement">An area with a written statement of action that was not re-visited: within as many years of
/// <paramref name="Began"/>.</param>
/// <param name="YearsAfterCreation">A new area: within as many years of coming into being.</param>
/// <param name="MonitoringVisitsAYear">Usually no more monitoring visits than this over both frameworks in any 12 months.</param>
/// <param name="Sources">Where each rule stands, by its name of <see cref="CycleRule"/>.</param>
public sealed record CycleRules(
    LocalDate Began,
    int YearsAtMost,
    IReadOnlyDictionary<int, int> MonthsToNextFull,
    int MonthsToMonitoring,
    Anchor MonitoringCountedFrom,
    int YearsAfterWrittenStatement,
    int YearsAfterCreation,
    int MonitoringVisitsAYear,
    IReadOnlyDictionary<string, CycleSource> Sources)
{
    /// <summary>The last day of the cycle's first <paramref name="years"/> years.</summary>
    internal LocalDate EndOfYear(int years) => Began.PlusYears(years).PlusDays(-1);

    internal CycleRules Confirm(string rule, Confirmation by) =>
        this with
        {
            Sources = Sources.ToDictionary(source => source.Key, source => source.Key == rule ? new(by.Or(source.Value.Cites), by.Provenance) : source.Value),
        };
}
