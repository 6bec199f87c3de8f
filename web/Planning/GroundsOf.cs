using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Programme;

namespace AreaSend.Web.Planning;

/// <summary>
/// Turns what somebody answered into the grounds of an inspection: what an outcome demands, what concerns have raised, or a written statement of action.
/// </summary>
internal sealed class GroundsOf(FullInspections full, Editions editions)
{
    /// <summary>The grounds; null for kinds of inspection that need none; or a sentence that says why there are none.</summary>
    public async Task<(Grounds? Grounds, string? Refusal)> ReadAsync(PlanRequest request, CancellationToken cancellation)
    {
        // What the record of the full inspection names is taken where nothing is typed; what is typed stands in its place, and the preview says so.
        if (request is { Monitoring: { Reason: null, Areas: var areas } })
        {
            return await full.DemandingMonitoringAsync(request.Area.Code, cancellation) is { } demanded
                ? Checked(
                    request,
                    new MonitoringGrounds(demanded.Published, demanded.Inspection, Reason: null, areas.Count > 0 ? areas : demanded.PriorityAreas))
                : (
                    null,
                    $"The last full inspection of {request.Area.DisplayName} that AreaSend knows does not have outcome 3, which demands a monitoring inspection. Choose concerns, and give the reason (paragraph 162).");
        }

        return request switch
        {
            { Monitoring: { } answer } => Checked(request, new MonitoringGrounds(FollowsReportOf: null, Follows: null, answer.Reason, answer.Areas)),
            { Revisit: { } revisit } => Checked(request, revisit),
            _ => (null, null),
        };
    }

    /// <summary>The areas for priority action that the full inspection's record names, where others were typed in their place; null otherwise.</summary>
    public async Task<IReadOnlyList<string>?> ReplacedAsync(PlanRequest request, CancellationToken cancellation) =>
        request is { Monitoring: { Reason: null, Areas: { Count: > 0 } typed } }
        && await full.DemandingMonitoringAsync(request.Area.Code, cancellation) is { PriorityAreas: { Count: > 0 } recorded }
        && !recorded.SequenceEqual(typed)
            ? recorded
            : null;

    private (Grounds? Grounds, string? Refusal) Checked(PlanRequest request, Grounds grounds)
    {
        var type = editions.Held.Select(edition => edition.Find(request.Kind)).Last(type => type is not null)!;
        return GroundsRules.WhyNot(type, grounds, request.OnSiteStarts) is { } because ? (null, because) : (grounds, null);
    }
}
