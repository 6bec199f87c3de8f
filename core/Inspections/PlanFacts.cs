using NodaTime;

namespace AreaSend.Core.Inspections;

/// <summary>The priority action plan was submitted (¶ 148), for the first time or again.</summary>
public sealed record PlanReceived(Instant HappenedAt) : Fact(HappenedAt);

/// <summary>Ofsted and CQC sent the plan back (¶ 149).</summary>
/// <param name="HappenedAt">When.</param>
/// <param name="Missing">What the plan lacks.</param>
public sealed record PlanReturned(Instant HappenedAt, string Missing) : Fact(HappenedAt);

/// <summary>C: Ofsted and CQC confirmed that the plan meets the criteria (¶ 150).</summary>
public sealed record PlanWasConfirmed(Instant HappenedAt) : Fact(HappenedAt);

/// <summary>The plan was published: the strategic plan (¶ 143) or the priority action plan (¶ 150), as the outcome demands.</summary>
/// <param name="HappenedAt">When.</param>
/// <param name="Link">Where it can be read; null in events of before that was asked.</param>
public sealed record PlanPublished(Instant HappenedAt, string? Link = null) : Fact(HappenedAt);
