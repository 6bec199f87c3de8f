using System.Text.Json.Serialization;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Inspections;

/// <summary>The inspection was planned. Always the first event, and never told to the area.</summary>
/// <param name="Area">Three-digit code of the local authority, for instance <c>888</c>.</param>
/// <param name="Inspection">Key of the kind of inspection.</param>
/// <param name="Edition">The framework edition that it keeps for life.</param>
/// <param name="OnSiteStarts">S, the first on-site day.</param>
/// <param name="Calendar">Version of the bank holidays it is counted with.</param>
/// <param name="OnSiteDays">How many working days inspectors are on site, S and E among them, where it is not the kind's own number; otherwise null.</param>
/// <param name="Grounds">Why there is such an inspection and what it looks at, where its kind follows from something before it; otherwise null.</param>
public sealed record Planned(
    string Area, string Inspection, string Edition, LocalDate OnSiteStarts, string Calendar, int? OnSiteDays = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Grounds? Grounds = null) : InspectionEvent;

/// <summary>The leaders were notified (¶ 82); recorded by the engine when it raises the notifications.</summary>
public sealed record Notified(Instant HappenedAt) : Fact(HappenedAt);

/// <summary>The local area named its nominated officer (¶ 83); a later one takes over from an earlier one.</summary>
/// <param name="HappenedAt">When it was named.</param>
/// <param name="Person">The officer's entry in the inspection's list of people.</param>
public sealed record LanoNominated(Instant HappenedAt, Guid Person) : Fact(HappenedAt);

/// <summary>The local area named a deputy of its nominated officer; a later one takes over from an earlier one.</summary>
/// <param name="HappenedAt">When it was named.</param>
/// <param name="Person">The deputy's entry in the inspection's list of people; null where the officer has no deputy any more.</param>
public sealed record DeputyNamed(Instant HappenedAt, Guid? Person) : Fact(HappenedAt);

/// <summary>
/// The nominated officer, or a coordinator for the officer, asked for a new link that signs in. It may be asked for at any time, after the inspection has ended
/// too.
/// </summary>
/// <param name="HappenedAt">When.</param>
/// <param name="ForDeputy">It is the deputy's link, and not the officer's.</param>
public sealed record LanoLinkAsked(
    Instant HappenedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool ForDeputy = false)
    : Fact(HappenedAt);

/// <summary>
/// A leader or the Parent Carer Forum, or a coordinator for them, asked for a new link that signs in. It may be asked for at any time after the notification,
/// after the inspection has ended too.
/// </summary>
/// <param name="HappenedAt">When.</param>
/// <param name="To">Whose link: one of <see cref="RecipientRoles.Leaders"/>.</param>
public sealed record LeaderLinkAsked(Instant HappenedAt, RecipientRole To) : Fact(HappenedAt);

/// <summary>An item of Annex A is in (¶ 192).</summary>
/// <param name="HappenedAt">When it arrived.</param>
/// <param name="Item">Its number: <c>list-1</c>, <c>providers</c>, <c>2.4</c>, or <c>7.3/A</c> for tracked child A.</param>
public sealed record ItemReceived(Instant HappenedAt, string Item) : Fact(HappenedAt);

/// <summary>Inspectors selected children and young people for tracking (¶ 90). They are known here as Child A, Child B and so on.</summary>
/// <param name="HappenedAt">When they were selected.</param>
/// <param name="Children">How many.</param>
public sealed record ChildrenSelected(Instant HappenedAt, int Children) : Fact(HappenedAt);

/// <summary>The surveys closed (¶ 89).</summary>
public sealed record SurveysClosed(Instant HappenedAt) : Fact(HappenedAt);

/// <summary>Off-site fieldwork began (¶ 80).</summary>
public sealed record FieldworkStarted(Instant HappenedAt) : Fact(HappenedAt);

/// <summary>S: inspectors came on site (¶ 80).</summary>
public sealed record OnSiteStarted(Instant HappenedAt) : Fact(HappenedAt);

/// <summary>E: the last on-site day ended with the feedback meeting (¶ 132).</summary>
public sealed record OnSiteEnded(Instant HappenedAt) : Fact(HappenedAt);

/// <summary>
/// What the area, or inspectors, never did in weeks 1 to 3 stopped being owed when the on-site days ended; recorded by the engine. What still comes
/// in is taken, and marked late.
/// </summary>
/// <param name="HappenedAt">When it stopped being owed.</param>
/// <param name="Steps">Keys of the steps.</param>
/// <param name="Items">The items of Annex A among them that had not come in.</param>
public sealed record NotReceived(Instant HappenedAt, IReadOnlyList<string> Steps, IReadOnlyList<string> Items) : Fact(HappenedAt);

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
