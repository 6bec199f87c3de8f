using NodaTime;

namespace AreaSend.Core.Inspections;

/// <summary>The area asked for the inspection to be deferred (¶ 84). Arrangements go on until it is granted.</summary>
public sealed record DeferralAsked(Instant HappenedAt, string Reason) : Fact(HappenedAt);

/// <summary>The request was decided. Granted, it ends this timetable.</summary>
public sealed record DeferralDecided(Instant HappenedAt, bool Granted, string Reason) : Fact(HappenedAt);

/// <summary>The inspection pauses (¶ 80): nothing falls due and nobody is reminded until it is resumed.</summary>
public sealed record InspectionPaused(Instant HappenedAt, string Reason) : Fact(HappenedAt);

/// <summary>The inspection goes on; what was open is given back the working days that it had left.</summary>
/// <param name="HappenedAt">When.</param>
/// <param name="Moved">The open dates that moved, for the notices and the history.</param>
public sealed record InspectionResumed(Instant HappenedAt, IReadOnlyList<MovedDate> Moved) : Fact(HappenedAt);

/// <summary>The inspection will not be carried out. Nothing more can be recorded.</summary>
public sealed record InspectionWithdrawn(Instant HappenedAt, string Reason) : Fact(HappenedAt);
