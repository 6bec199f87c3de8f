using NodaTime;

namespace AreaSend.Core.Timetables;

/// <summary>The hours of an inspectorate's working day, as London clock times (product rule).</summary>
/// <param name="Start">What the calendar brings about happens at this hour, and notices of the day go out.</param>
/// <param name="Close">The on-site days end at this hour, and so does a deadline that inspectors set without a clock time.</param>
public sealed record BusinessHours(LocalTime Start, LocalTime Close);
