namespace AreaSend.Services.GettingReady.Audits;

/// <summary>What one auditor says of a plan by one criterion.</summary>
public sealed class GradeRow
{
    /// <summary>The audit.</summary>
    public required Guid Audit { get; init; }

    /// <summary>Whose it is.</summary>
    public required AuditRound Round { get; init; }

    /// <summary>The criterion's key.</summary>
    public required string Criterion { get; init; }

    /// <summary>The grade.</summary>
    public required AuditGrade Grade { get; set; }

    /// <summary>Why, in the auditor's words; empty where a plan meets the criterion and there is no more to say.</summary>
    public required string Comment { get; set; }
}

/// <summary>Whose grades they are.</summary>
public enum AuditRound
{
    /// <summary>The first auditor's.</summary>
    First,

    /// <summary>The second auditor's, who grades without being shown the first one's.</summary>
    Moderation,
}

/// <summary>How far a plan meets a criterion.</summary>
public enum AuditGrade
{
    /// <summary>Wholly.</summary>
    Met,

    /// <summary>In part; counts half.</summary>
    PartlyMet,

    /// <summary>Not at all.</summary>
    NotMet,

    /// <summary>The criterion does not apply to this plan, and does not count.</summary>
    NotApplicable,
}
