namespace AreaSend.Lists.Tracking;

/// <summary>A child or young person chosen for tracking.</summary>
/// <param name="Pseudonym">What everyone but the inspectors calls the child: Child A to Child F.</param>
/// <param name="Child">What the lists say; the unique ID is for inspectors alone.</param>
/// <param name="Meets">The constraints that the child counts towards.</param>
public sealed record TrackedChild(string Pseudonym, Candidate Child, IReadOnlyList<Constraint> Meets)
{
    /// <summary>Why the child is a good choice, in words, each once.</summary>
    public IReadOnlyList<string> Reasons => [.. Meets.Select(constraint => constraint.Reason(Child)).Distinct()];
}
