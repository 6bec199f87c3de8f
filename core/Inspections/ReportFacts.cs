using System.Text.Json.Serialization;
using NodaTime;

namespace AreaSend.Core.Inspections;

/// <summary>D: the draft report was shared with the area (¶ 136).</summary>
public sealed record DraftReportShared(Instant HappenedAt) : Fact(HappenedAt);

/// <summary>The area's comments on the draft arrived (¶ 137).</summary>
public sealed record CommentsReceived(Instant HappenedAt) : Fact(HappenedAt);

/// <summary>R: the final report and the responses to comments were shared with the area (¶ 137).</summary>
/// <param name="HappenedAt">When.</param>
/// <param name="Outcome">The outcome, with the principal authority where a priority action plan is required; null for a kind of inspection that has
/// none.</param>
/// <param name="Monitoring">What a monitoring inspection found; null for other kinds.</param>
public sealed record FinalReportShared(
    Instant HappenedAt,
    Outcome? Outcome,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MonitoringResult? Monitoring = null) : Fact(HappenedAt);

/// <summary>The area made a formal complaint (¶ 138). In time, it holds publication.</summary>
public sealed record ComplaintReceived(Instant HappenedAt) : Fact(HappenedAt);

/// <summary>The complaint was resolved; publication goes on.</summary>
/// <param name="HappenedAt">When.</param>
/// <param name="Result">How it ended; null in events of before that was asked.</param>
public sealed record ComplaintWasResolved(Instant HappenedAt, ComplaintResult? Result = null) : Fact(HappenedAt);

/// <summary>How a complaint ended.</summary>
public enum ComplaintResult
{
    /// <summary>It was justified.</summary>
    Upheld,

    /// <summary>Some of it was justified.</summary>
    UpheldInPart,

    /// <summary>It was not justified.</summary>
    NotUpheld,

    /// <summary>The area withdrew it.</summary>
    Withdrawn,
}

/// <summary>P: the report was published on the reports website (¶ 138).</summary>
/// <param name="HappenedAt">When.</param>
/// <param name="Link">Where it can be read.</param>
public sealed record ReportPublished(Instant HappenedAt, string Link) : Fact(HappenedAt);

/// <summary>The report went to those the regulations name (¶ 140); recorded by the engine when it raises those notices.</summary>
public sealed record ReportDisseminated(Instant HappenedAt) : Fact(HappenedAt);
