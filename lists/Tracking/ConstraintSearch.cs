namespace AreaSend.Lists.Tracking;

/// <summary>
/// Looks for children who meet every constraint between them: takes the constraint that fewest can meet, tries the groups that meet it
/// in the order of their luck, and goes back where that leads nowhere.
/// </summary>
internal sealed class ConstraintSearch
{
    /// <summary>Steps after which it is taken that there is no way; a way that exists is found in some dozens.</summary>
    private const int MostSteps = 20_000;

    private readonly CandidatePool _pool;
    private readonly int _number;
    private readonly (Constraint Constraint, int Place)[] _constraints;
    private readonly List<CandidatePool.Group> _chosen = [];
    private int _steps;

    public ConstraintSearch(CandidatePool pool, IReadOnlyList<Constraint> constraints, int number)
    {
        _pool = pool;
        _number = number;
        _constraints =
        [
            .. constraints.OrderBy(constraint => constraint.CountsKinds).ThenBy(pool.Supply).Select(constraint => (constraint, pool.PlaceOf(constraint))),
        ];
    }

    /// <summary>The children, filled up to the number by luck; null when no way was found.</summary>
    public IReadOnlyList<Candidate>? Solve()
    {
        if (!Extend())
        {
            return null;
        }

        var children = _chosen.GroupBy(group => group)
            .SelectMany(group => group.Key.Members.Values.Take(group.Count()))
            .DistinctBy(child => child.UniqueId)
            .ToList();
        return _pool.FillUp(children, _number);
    }

    private bool Extend()
    {
        var missing = _constraints.Where(entry => Lacks(entry) > 0).ToList();
        if (missing.Count == 0)
        {
            return true;
        }

        if (++_steps > MostSteps || NeedsMoreThan(_number - _chosen.Count, missing))
        {
            return false;
        }

        foreach (var group in _pool.Groups.Where(group => Helps(group, missing[0])))
        {
            _chosen.Add(group);
            if (Extend())
            {
                return true;
            }

            _chosen.RemoveAt(_chosen.Count - 1);
        }

        return false;
    }

    private int Lacks((Constraint Constraint, int Place) entry)
    {
        var kinds = _chosen.Select(group => group.KindAt(entry.Place)).Where(kind => kind > 0);
        return entry.Constraint.AtLeast - (entry.Constraint.CountsKinds ? kinds.Distinct().Count() : kinds.Count());
    }

    private bool NeedsMoreThan(int places, List<(Constraint Constraint, int Place)> missing) =>
        missing.Any(entry => Lacks(entry) > places)
        || missing.Where(entry => entry.Constraint.OneOf is not null).GroupBy(entry => entry.Constraint.OneOf).Any(group => group.Sum(Lacks) > places);

    private bool Helps(CandidatePool.Group group, (Constraint Constraint, int Place) entry)
    {
        var kind = group.KindAt(entry.Place);
        return kind > 0
            && _chosen.Count(chosen => chosen == group) < group.Members.Count
            && !(entry.Constraint.CountsKinds && _chosen.Any(chosen => chosen.KindAt(entry.Place) == kind));
    }
}
