using System.Text.Json.Serialization;
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
