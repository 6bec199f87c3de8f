using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Tests.Calendars;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Timetables;

/// <summary>An inspection that comes later than is usual after what it follows from is pointed out before it is planned.</summary>
public sealed class GroundsWarningTests
{
    private static readonly MonitoringGrounds Report = new(new LocalDate(2024, 4, 2), Follows: null, Reason: null, ["Waiting times"]);
    private static readonly RevisitGrounds Statement = new(new LocalDate(2024, 4, 2), ["Waiting times"]);

    public static TheoryData<string, Grounds, string, string?> Cases { get; } = new()
    {
        { "2025-10-02", Report, "area-send-2024-01-30", null },
        {
            "2025-10-03", Report, "area-send-2024-01-30",
            "A monitoring inspection usually follows within 18 months of the day of publication (paragraph 20): by Thursday 2 October 2025."
        },
        {
            "2025-10-03", Report, "area-send-2025-07-07",
            "A monitoring inspection usually follows within 18 months of the day the final report is shared (paragraph 21): by Thursday 2 October 2025 at the latest."
        },
        { "2025-10-03", Report with { FollowsReportOf = null, Reason = "Complaints" }, "area-send-2024-01-30", null },
        { "2025-10-02", Statement, "area-send-2024-01-30", null },
        {
            "2025-10-03", Statement, "area-send-2024-01-30",
            "Re-visits usually occur within 18 months of the written statement of action's being declared fit for purpose: by Thursday 2 October 2025."
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void OfGrounds_LaterThanIsUsual_Warns(string onSite, Grounds grounds, string edition, string? warning)
    {
        var planned = new Planned("888", grounds is RevisitGrounds ? InspectionKind.Revisit : InspectionKind.Monitoring, edition, WorkingDayTests.Iso(onSite), "test", OnSiteDays: null, grounds);
        var @case = InspectionCase.From([new RecordedEvent(1, LondonTime.StartOf(new LocalDate(2025, 1, 1)), Recorder.Coordinator, planned)], Editions.Shipped);

        Assert.Equal(warning is null ? [] : [warning], PlanningWarnings.OfGrounds(@case));
    }
}
