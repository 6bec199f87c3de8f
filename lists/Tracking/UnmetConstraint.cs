namespace AreaSend.Lists.Tracking;

/// <summary>A constraint that a selection does not meet.</summary>
/// <param name="Constraint">The constraint.</param>
/// <param name="Because">Why, in a sentence.</param>
public sealed record UnmetConstraint(Constraint Constraint, string Because);
