using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Web.Inspections;

/// <summary>Why there is an inspection that follows from something before it, and what came of each matter it looks at.</summary>
internal static class GroundsInWords
{
    /// <summary>Why, without the reason that is for coordinators and inspectors alone (<see cref="SignIn.Policies.PrivateReasons"/>).</summary>
    public static string Show(Grounds grounds) => grounds switch
    {
        MonitoringGrounds { FollowsReportOf: { } published } => $"The report published on {LondonTime.Show(published)} demands it",
        MonitoringGrounds => "At the inspectorates’ discretion (paragraph 162)",
        RevisitGrounds revisit => $"A written statement of action, declared fit for purpose on {LondonTime.Show(revisit.StatementFit)}",
        _ => throw new ArgumentOutOfRangeException(nameof(grounds), grounds, null),
    };

    /// <summary>The result for one matter.</summary>
    public static string Result(InspectionCase @case, string matter) =>
        @case.Monitoring?.Areas.First(area => area.Area == matter) is { } area
            ? area.IsEffective
                ? "Effective action taken"
                : "Effective action not taken"
            : @case.Revisit?.Progress.First(progress => progress.Weakness == matter) is { } weakness
                ? weakness.IsSufficient
                    ? "Sufficient progress"
                    : "Insufficient progress"
                : "No result yet";
}
