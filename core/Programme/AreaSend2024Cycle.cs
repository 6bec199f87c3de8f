using NodaTime;

namespace AreaSend.Core.Programme;

/// <summary>The national cycle as the edition of 30 January 2024 has it.</summary>
public static class AreaSend2024Cycle
{
    /// <summary>Its numbers.</summary>
    public static CycleRules Rules { get; } = new(
        Began: new LocalDate(2023, 1, 1),
        YearsAtMost: 5,
        MonthsToNextFull: new Dictionary<int, int> { [1] = 60, [2] = 36, [3] = 36 },
        MonthsToMonitoring: 18,
        YearsAfterWrittenStatement: 3,
        YearsAfterCreation: 3,
        MonitoringVisitsAYear: 3);
}
