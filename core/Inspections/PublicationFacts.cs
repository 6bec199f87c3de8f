using NodaTime;

namespace AreaSend.Core.Inspections;

/// <summary>
/// Publication is held, as before elections: the report is not published before a day. Practice, not in the handbook. What hangs on
/// publication moves with it; what hangs on the area's receiving the final report does not.
/// </summary>
/// <param name="HappenedAt">When it was decided.</param>
/// <param name="Hold">The hold, which may stand for a region or the country: it is lifted by this.</param>
/// <param name="Until">The first day on which the report may be published again.</param>
/// <param name="Reason">Why, in words that the area reads.</param>
/// <param name="Moved">The open dates that moved.</param>
public sealed record PublicationHeld(Instant HappenedAt, Guid Hold, LocalDate Until, string Reason, IReadOnlyList<MovedDate> Moved) : Fact(HappenedAt);

/// <summary>A hold of publication was lifted before its day; others may stand.</summary>
/// <param name="HappenedAt">When.</param>
/// <param name="Hold">The hold.</param>
/// <param name="Reason">Why, in words that the area reads.</param>
/// <param name="Moved">The open dates that moved.</param>
public sealed record PublicationHoldLifted(Instant HappenedAt, Guid Hold, string Reason, IReadOnlyList<MovedDate> Moved) : Fact(HappenedAt);
