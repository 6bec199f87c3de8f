namespace AreaSend.Lists.Tracking;

/// <summary>The children and young people to be tracked, with what each of them shows, and what they fail to show between them.</summary>
/// <param name="Children">The children, under their pseudonyms.</param>
/// <param name="Unmet">What is not met, the firmest first.</param>
public sealed record Selection(IReadOnlyList<TrackedChild> Children, IReadOnlyList<UnmetConstraint> Unmet)
{
    private const int Letters = 26;

    /// <summary>
    /// What these children show between them: for a draw, and again after the inspectors have changed it by hand.
    /// Pseudonyms follow the order given.
    /// </summary>
    public static Selection Of(IReadOnlyList<Candidate> children, IReadOnlyList<Constraint> constraints) => new(
        [.. children.Select((child, i) => new TrackedChild(Pseudonym(i), child, [.. constraints.Where(constraint => constraint.IsMetBy(child))]))],
        [.. constraints.Where(constraint => constraint.CountIn(children) < constraint.AtLeast).Select(constraint => new UnmetConstraint(
            constraint,
            $"Not met: {constraint.Text} (¶ {constraint.Cites}); the children chosen show {constraint.CountIn(children)}."))]);

    private static string Pseudonym(int place) =>
        place < Letters ? $"Child {(char)('A' + place)}" : $"Child {(char)('A' + (place % Letters))}{(place / Letters) + 1}";
}
