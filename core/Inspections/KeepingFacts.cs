using NodaTime;

namespace AreaSend.Core.Inspections;

/// <summary>
/// Something that was kept for an inspection has been disposed of, under a rule of the schedule (¶ 142). The events stay; what they name by identifier is
/// gone.
/// </summary>
/// <param name="HappenedAt">When it was confirmed.</param>
/// <param name="Rule">Key of the rule (<see cref="Keeping.KeepingRule"/>).</param>
/// <param name="Documents">The documents that went, by identifier; empty where the rule is about something else.</param>
public sealed record DisposedOf(Instant HappenedAt, string Rule, IReadOnlyList<Guid> Documents) : Fact(HappenedAt);

/// <summary>All of an inspection is kept for longer than the schedule says, until that is lifted (¶ 142: "for longer … for research purposes").</summary>
/// <param name="HappenedAt">When it was decided.</param>
/// <param name="Hold">Identifier of the hold.</param>
/// <param name="Why">What for.</param>
/// <param name="Reason">Why, in words. They stay in the history for good.</param>
public sealed record KeptForLonger(Instant HappenedAt, Guid Hold, KeepingPurpose Why, string Reason) : Fact(HappenedAt);

/// <summary>A decision to keep an inspection for longer was lifted; others may stand.</summary>
/// <param name="HappenedAt">When.</param>
/// <param name="Hold">Identifier of the hold.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record KeptNoLonger(Instant HappenedAt, Guid Hold, string Reason) : Fact(HappenedAt);

/// <summary>What an inspection is kept for longer for.</summary>
public enum KeepingPurpose
{
    /// <summary>Research (¶ 142).</summary>
    Research,

    /// <summary>A claim, a judicial review or an inquiry. Product rule.</summary>
    Litigation,
}
