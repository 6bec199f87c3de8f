using NodaTime;

namespace AreaSend.Core.Programme;

/// <summary>How often an area is inspected: the numbers of the national cycle, as an edition of the handbook sets them.</summary>
/// <param name="Began">The first day of the cycle.</param>
/// <param name="YearsAtMost">Every area has a full inspection at least once in as many years (¶ 18).</param>
/// <param name="MonthsToNextFull">Within how many months of the last on-site day the next full inspection comes, by outcome (¶ 20, 37; counted from E by product rule).</param>
/// <param name="MonthsToMonitoring">Within how many months of publication a monitoring inspection usually follows outcome 3 (¶ 20).</param>
/// <param name="YearsAfterWrittenStatement">An area with a written statement of action that was not re-visited: within as many years of <paramref name="Began"/> (¶ 23).</param>
/// <param name="YearsAfterCreation">A new area: within as many years of coming into being (¶ 24).</param>
/// <param name="MonitoringVisitsAYear">Usually no more monitoring visits than this over both frameworks in any 12 months (¶ 22).</param>
public sealed record CycleRules(
    LocalDate Began,
    int YearsAtMost,
    IReadOnlyDictionary<int, int> MonthsToNextFull,
    int MonthsToMonitoring,
    int YearsAfterWrittenStatement,
    int YearsAfterCreation,
    int MonitoringVisitsAYear)
{
    /// <summary>The last day of the cycle's first <paramref name="years"/> years.</summary>
    internal LocalDate EndOfYear(int years) => Began.PlusYears(years).PlusDays(-1);
}
