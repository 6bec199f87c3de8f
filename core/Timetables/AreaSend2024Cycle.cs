using NodaTime;

namespace AreaSend.Core.Timetables;

/// <summary>The national cycle as the edition of 30 January 2024 has it.</summary>
public static class AreaSend2024Cycle
{
    /// <summary>Its numbers.</summary>
    public static CycleRules Rules { get; } = new(
        Began: new LocalDate(2023, 1, 1),
        YearsAtMost: 5,
        MonthsToNextFull: new Dictionary<int, int> { [1] = 60, [2] = 36, [3] = 36 },
        MonthsToMonitoring: 18,
        MonitoringCountedFrom: Anchor.Published,
        YearsAfterWrittenStatement: 3,
        YearsAfterCreation: 3,
        MonitoringVisitsAYear: 3,
        Sources: new Dictionary<string, CycleSource>
        {
            [CycleRule.OnceInACycle] = Says(18),
            [CycleRule.AfterOutcome] = Says(20, 37),
            [CycleRule.Monitoring] = Says(20),
            [CycleRule.BroughtForward] = Says(19, 21),
            [CycleRule.BroughtForwardByLetter] = Says(173),
            [CycleRule.MonitoringVisits] = Says(22),
            [CycleRule.WrittenStatement] = Says(23),
            [CycleRule.NewArea] = Says(24),
        });

    private static CycleSource Says(params int[] cites) => new(cites, Provenance.OwnText);
}
