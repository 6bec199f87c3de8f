namespace AreaSend.Services.Programme;

/// <summary>Results of what has taken place, as files have them; those of a full inspection are 1, 2 and 3.</summary>
public static class ActivityResults
{
    /// <summary>A monitoring inspection found effective action in each area for priority action.</summary>
    public const string Effective = "effective";

    /// <summary>It did not.</summary>
    public const string NotEffective = "not effective";

    /// <summary>A re-visit found sufficient progress with each weakness.</summary>
    public const string Sufficient = "sufficient progress";

    /// <summary>It did not.</summary>
    public const string NotSufficient = "not sufficient progress";

    /// <summary>The results that a kind of activity can have; none where it has no result.</summary>
    public static IReadOnlyList<string> Of(ActivityKind kind) => kind switch
    {
        ActivityKind.Full => ["1", "2", "3"],
        ActivityKind.Monitoring => [Effective, NotEffective],
        ActivityKind.Revisit => [Sufficient, NotSufficient],
        _ => [],
    };
}
