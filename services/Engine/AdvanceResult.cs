using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>What one step of the engine came to.</summary>
/// <param name="NextWake">When the inspection wants to be looked at again; null when only a person can move it on.</param>
/// <param name="Raised">Keys of the notices that were raised.</param>
/// <param name="Failure">Why the step could not be taken, in a sentence; it is on the inspection's summary too, and tried again at
/// <paramref name="NextWake"/>.</param>
public sealed record AdvanceResult(Instant? NextWake, IReadOnlyList<string> Raised, string? Failure = null);
