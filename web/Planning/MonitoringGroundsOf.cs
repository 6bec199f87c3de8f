using AreaSend.Core.Inspections;
using AreaSend.Services.Programme;

namespace AreaSend.Web.Planning;

/// <summary>Turns what somebody answered into the grounds of a monitoring inspection: what an outcome demands, or what concerns have raised.</summary>
internal sealed class MonitoringGroundsOf(FullInspections full)
{
    /// <summary>The grounds; null for other kinds of inspection; or a sentence that says why there are none.</summary>
    public async Task<(MonitoringGrounds? Grounds, string? Refusal)> ReadAsync(PlanRequest request, CancellationToken cancellation)
    {
        if (request.Grounds is not { } answer)
        {
            return (null, null);
        }

        if (answer.Reason is { } reason)
        {
            return Checked(new MonitoringGrounds(FollowsReportOf: null, Follows: null, reason, answer.Areas));
        }

        return await full.DemandingMonitoringAsync(request.Area.Code, cancellation) is { } demanded
            ? Checked(new MonitoringGrounds(demanded.Published, demanded.Inspection, Reason: null, answer.Areas.Count > 0 ? answer.Areas : demanded.PriorityAreas))
            : (null, $"The last full inspection of {request.Area.DisplayName} that AreaSend knows does not have outcome 3, which demands a monitoring inspection. Choose concerns, and give the reason (paragraph 162).");
    }

    private static (MonitoringGrounds? Grounds, string? Refusal) Checked(MonitoringGrounds grounds) =>
        MonitoringGrounds.WhyNot(grounds) is { } because ? (null, because) : (grounds, null);
}
