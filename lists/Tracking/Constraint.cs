namespace AreaSend.Lists.Tracking;

/// <summary>One thing that the children and young people chosen for tracking should show between them (¶ 91, 92).</summary>
/// <param name="Key">Its name.</param>
/// <param name="Text">What it asks for, in words.</param>
/// <param name="AtLeast">How many children, or how many different kinds of child, it asks for.</param>
/// <param name="Cites">The handbook's paragraph.</param>
/// <param name="KindOf">The kind of child it sees, from 1 to 14; 0 for a child that does not count.</param>
/// <param name="Reason">Why a child counts, in words.</param>
/// <param name="CountsKinds">Whether it asks for different kinds (a spread) rather than for children.</param>
/// <param name="OneOf">A name that it shares with others of which a child can meet only one.</param>
public sealed record Constraint(
    string Key,
    string Text,
    int AtLeast,
    int Cites,
    Func<Candidate, int> KindOf,
    Func<Candidate, string> Reason,
    bool CountsKinds = false,
    string? OneOf = null)
{
    /// <summary>Whether the child counts towards it.</summary>
    public bool IsMetBy(Candidate child) => KindOf(child) > 0;

    /// <summary>How many children, or kinds of child, it counts among these.</summary>
    public int CountIn(IEnumerable<Candidate> children)
    {
        var kinds = children.Select(KindOf).Where(kind => kind > 0);
        return CountsKinds ? kinds.Distinct().Count() : kinds.Count();
    }
}
