namespace AreaSend.Lists.Tracking;

/// <summary>
/// The candidates, sorted into groups that no constraint can tell apart, each in the order of its luck.
/// No group needs more members than are drawn, so 50,000 candidates shrink to some hundreds.
/// </summary>
internal sealed class CandidatePool
{
    private const int BitsOfKind = 4;

    private readonly IReadOnlyList<Constraint> _constraints;
    private readonly SortedList<ulong, Candidate> _luckiest = [];

    private CandidatePool(IReadOnlyList<Constraint> constraints) => _constraints = constraints;

    /// <summary>The groups, the one with the luckiest member first: a group of many is likelier to come first than a group of few.</summary>
    public IReadOnlyList<Group> Groups { get; private set; } = [];

    public static CandidatePool Sort(IEnumerable<Candidate> candidates, IReadOnlyList<Constraint> constraints, ulong seed, int number)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(constraints.Count, 64 / BitsOfKind);
        var pool = new CandidatePool(constraints);
        var groups = new Dictionary<ulong, Group>();
        var seen = new HashSet<ulong>();
        foreach (var candidate in candidates)
        {
            // Two rows of one unique ID have one luck, and the first of them stands for the child.
            var luck = SeededRank.Of(candidate.UniqueId, seed);
            if (!seen.Add(luck))
            {
                continue;
            }

            var kinds = pool.KindsOf(candidate);
            if (!groups.TryGetValue(kinds, out var group))
            {
                groups[kinds] = group = new Group(kinds);
            }

            group.Size++;
            Keep(group.Members, luck, candidate, number);
            Keep(pool._luckiest, luck, candidate, number * 2);
        }

        pool.Groups = [.. groups.Values.OrderBy(group => group.Members.GetKeyAtIndex(0))];
        return pool;
    }

    /// <summary>How many children, or kinds of child, the lists hold for the constraint.</summary>
    public int Supply(Constraint constraint)
    {
        var place = PlaceOf(constraint);
        var counting = Groups.Where(group => group.KindAt(place) > 0);
        return constraint.CountsKinds ? counting.Select(group => group.KindAt(place)).Distinct().Count() : counting.Sum(group => group.Size);
    }

    public int PlaceOf(Constraint constraint)
    {
        for (var place = 0; place < _constraints.Count; place++)
        {
            if (ReferenceEquals(_constraints[place], constraint))
            {
                return place;
            }
        }

        throw new ArgumentException("The pool was not sorted by this constraint.", nameof(constraint));
    }

    /// <summary>The children chosen, and the luckiest of the others until there are enough.</summary>
    public IReadOnlyList<Candidate> FillUp(IReadOnlyList<Candidate> chosen, int number) =>
    [
        .. chosen,
        .. _luckiest.Values.ExceptBy(chosen.Select(child => child.UniqueId), child => child.UniqueId).Take(number - chosen.Count),
    ];

    private static void Keep(SortedList<ulong, Candidate> kept, ulong luck, Candidate candidate, int number)
    {
        if (kept.Count < number || luck < kept.GetKeyAtIndex(kept.Count - 1))
        {
            kept.Add(luck, candidate);
            if (kept.Count > number)
            {
                kept.RemoveAt(kept.Count - 1);
            }
        }
    }

    private ulong KindsOf(Candidate candidate)
    {
        var kinds = 0UL;
        for (var place = 0; place < _constraints.Count; place++)
        {
            kinds |= (ulong)_constraints[place].KindOf(candidate) << (place * BitsOfKind);
        }

        return kinds;
    }

    /// <summary>Candidates whom every constraint sees alike.</summary>
    internal sealed class Group(ulong kinds)
    {
        public SortedList<ulong, Candidate> Members { get; } = [];

        public int Size { get; set; }

        public int KindAt(int place) => (int)((kinds >> (place * BitsOfKind)) & 0xF);
    }
}
