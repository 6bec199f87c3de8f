using NodaTime;

namespace AreaSend.Core.Inspections;

/// <summary>
/// Something that people had recorded was not so: it happened otherwise, or it did not happen. Practice, not in the handbook. What was recorded stays; what
/// is known of the inspection, and every date, follows from what is right (<see cref="Corrections"/>).
/// </summary>
/// <param name="HappenedAt">When it was corrected.</param>
/// <param name="Corrects">Position of the fact that was wrong.</param>
/// <param name="Instead">What happened, a fact of the same kind; null when nothing did.</param>
/// <param name="GoesWithIt">Positions of what did not happen either: what the clock brought about because of it, and entries that hung on it and were taken
/// back together with it.</param>
/// <param name="Reason">Why, in words that whoever was told something wrong reads.</param>
/// <param name="Moved">The open dates that moved.</param>
public sealed record FactCorrected(
    Instant HappenedAt,
    int Corrects,
    InspectionEvent? Instead,
    IReadOnlyList<int> GoesWithIt,
    string Reason,
    IReadOnlyList<MovedDate> Moved) : Fact(HappenedAt);

/// <summary>Stands in the place of a fact that did not happen, among the events as they are right. It is never recorded.</summary>
public sealed record DidNotHappen : InspectionEvent;
