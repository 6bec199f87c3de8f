using NodaTime;

namespace AreaSend.Core.Inspections;

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
