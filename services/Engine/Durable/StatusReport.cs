using System.Text.Json;

namespace AreaSend.Services.Engine.Durable;

/// <summary>What <c>GET /api/inspections/{id}/status</c> of the Functions app answers: the engine's view beside the case's. No personal data.</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Engine">Its orchestration; null when there is none.</param>
/// <param name="Case">The same from the store, which is right where the two differ.</param>
public sealed record StatusReport(Guid Inspection, OrchestrationView? Engine, CaseView Case)
{
    /// <summary>How it is written.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);
}

/// <summary>An orchestration as its engine shows it.</summary>
/// <param name="RuntimeStatus">The engine's own word: <c>Running</c>, <c>Failed</c> and so on.</param>
/// <param name="LastUpdatedAt">When it last moved, with offset.</param>
/// <param name="Status">Its custom status; null before its first step.</param>
public sealed record OrchestrationView(string RuntimeStatus, DateTimeOffset LastUpdatedAt, CustomStatus? Status);

/// <summary>The case as the store's summary has it.</summary>
/// <param name="Area">Three-figure code of the area.</param>
/// <param name="OnSiteStarts">S, as an ISO date.</param>
/// <param name="Phase">How far it has come, by the name that <see cref="CaseFilter"/> takes.</param>
/// <param name="NextDue">When the next step is due, as an ISO date; null when none is open.</param>
/// <param name="Status">Phase and next step in words.</param>
/// <param name="Ended">Nothing more is expected of anybody.</param>
/// <param name="WakeAt">When the engine has to look at it next, with London's offset; null when only a person can move it on.</param>
/// <param name="LastAdvanced">When it was last taken forward, with London's offset; null before the first time.</param>
/// <param name="Problem">Why the last try to take it forward failed; null when it did not.</param>
public sealed record CaseView(
    Guid Inspection,
    string Area,
    string OnSiteStarts,
    string Phase,
    string? NextDue,
    CustomStatus Status,
    bool Ended,
    string? WakeAt,
    string? LastAdvanced,
    string? Problem);
