namespace AreaSend.Lists.Tracking;

/// <summary>
/// Offers children and young people to track, from the accepted lists (¶ 90 to 92). The same seed gives the same children,
/// in whatever order the lists name them; a child's luck depends on the seed and the unique ID alone.
/// </summary>
public static class TrackingDraw
{
    /// <summary>Draws <paramref name="number"/> children, or all of them where there are fewer.</summary>
    /// <param name="candidates">Everyone on the accepted lists.</param>
    /// <param name="seed">What to draw by; recorded with the selection.</param>
    /// <param name="number">How many.</param>
    /// <param name="constraints">What to meet, the firmest first; the handbook's by default.</param>
    public static Selection Draw(
        IEnumerable<Candidate> candidates,
        ulong seed,
        int number = HandbookConstraints.UsualNumber,
        IReadOnlyList<Constraint>? constraints = null)
    {
        var asked = constraints ?? HandbookConstraints.All;
        var pool = CandidatePool.Sort(candidates, asked, seed, number);
        var meetable = new List<Constraint>();
        var unmet = new List<UnmetConstraint>();
        foreach (var constraint in asked)
        {
            var held = pool.Supply(constraint);
            if (held >= constraint.AtLeast)
            {
                meetable.Add(constraint);
            }
            else
            {
                unmet.Add(new UnmetConstraint(constraint, $"Cannot be met: {constraint.Text} (¶ {constraint.Cites}); the lists hold {held}."));
            }
        }

        var chosen = Choose(pool, meetable, number);
        var selection = Selection.Of(chosen, asked);
        return selection with
        {
            Unmet = [.. selection.Unmet.Select(missed => unmet.Find(known => known.Constraint == missed.Constraint) ?? Clash(missed, number))],
        };
    }

    /// <summary>Meets as many constraints as can be met together: the least firm give way first.</summary>
    private static IReadOnlyList<Candidate> Choose(CandidatePool pool, List<Constraint> meetable, int number)
    {
        for (var kept = meetable.Count; kept > 0; kept--)
        {
            if (new ConstraintSearch(pool, [.. meetable.Take(kept)], number).Solve() is { } solution)
            {
                return solution;
            }
        }

        return pool.FillUp([], number);
    }

    private static UnmetConstraint Clash(UnmetConstraint missed, int number) =>
        missed with { Because = $"Cannot be met together with the others among {number}: {missed.Constraint.Text} (¶ {missed.Constraint.Cites})." };
}
