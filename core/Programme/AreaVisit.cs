using NodaTime;

namespace AreaSend.Core.Programme;

/// <summary>Days on which somebody of the inspectorates is in an area, done or planned.</summary>
/// <param name="What">What it is, for a sentence: <c>full inspection</c>.</param>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
/// <param name="IsMonitoring">It is a monitoring visit, of whichever framework (¶ 22).</param>
/// <param name="IsPlanned">It is planned in AreaSend and has not taken place.</param>
public sealed record AreaVisit(string What, LocalDate First, LocalDate Last, bool IsMonitoring, bool IsPlanned);
