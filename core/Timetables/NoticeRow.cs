using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Core.Timetables;

/// <summary>One line of a matrix: which notice goes to whom, and when.</summary>
/// <param name="Template">Name of the notice.</param>
/// <param name="To">The roles it goes to. Before an officer has been nominated, what is for the officer goes to the director instead.</param>
/// <param name="When">What makes it owed.</param>
public sealed record NoticeRow(string Template, IReadOnlyList<RecipientRole> To, NoticeTrigger When)
{
    /// <summary>
    /// From when on the line holds. What was recorded, or fell due, before that moment raises nothing by it: a line that is added to an edition
    /// that inspections already run under writes to nobody about their past. The lines that an edition began with hold since ever.
    /// </summary>
    public Instant Since { get; init; } = Instant.MinValue;

    /// <summary>
    /// Until when the line holds, exclusive; null while it does. A line that is replaced stays in its matrix, for what was recorded under it.
    /// </summary>
    public Instant? Until { get; init; }

    /// <summary>Who sends it: Ofsted, for both, unless the line says otherwise.</summary>
    public Actor From { get; init; } = Actor.Ofsted;

    /// <summary>It has to be served: if it bounces, it stands on top of the worklist until it has been.</summary>
    public bool Statutory { get; init; }

    /// <summary>
    /// It speaks of Annex A: what falls due at one moment is one matter, whatever steps it belongs to; what inspectors asked for besides is part
    /// of it; and what is owed at one moment goes into one e-mail.
    /// </summary>
    public bool OfAnnexA { get; init; }

    /// <summary>It carries a link of the recipient's own that signs in.</summary>
    public bool CarriesLink { get; init; }

    /// <summary>Sending it disseminates the report (¶ 140).</summary>
    public bool Disseminates { get; init; }

    /// <summary>It goes out only if something goes otherwise than planned, or hangs on an outcome that nobody knows beforehand.</summary>
    public bool OnlyIf { get; init; }

    /// <summary>Of the roles it goes to, only those that have been told of the fact which is corrected, or of a date that the correction moves.</summary>
    public bool OnlyToThoseTold { get; init; }

    /// <summary>Of what a correction moves, only the roles to which the correction itself does not go: it has the same table.</summary>
    public bool NotWithCorrection { get; init; }

    /// <summary>What makes a notice of this line pointless that could not be sent at its time; null where nothing does.</summary>
    public Condition<Lateness>? LapsesWhen { get; init; }

    /// <summary>
    /// Key of the step up to which all has happened in its preview. Null where what makes it owed says so: the step that the fact shows done, or the one
    /// before the deadline; and for what hangs on no step of its own, the notification.
    /// </summary>
    public string? PreviewAfter { get; init; }

    /// <summary>
    /// What its preview tells of, while no fact that makes it owed is recorded; null where that fact shows a step done, or nothing of it is told.
    /// </summary>
    public Func<Foreseen, IEnumerable<Fact>>? Example { get; init; }

    /// <summary>When it is to be expected, after "when", on the planning page: <c>the report has been published</c>.</summary>
    public string? ExpectedWhen { get; init; }

    /// <summary>Whether a notice of this line that could not be sent at its time has become pointless since.</summary>
    public bool Lapses(Lateness late) => LapsesWhen?.Holds(late) == true;

    /// <summary>Whether the line holds at a moment.</summary>
    public bool HoldsAt(Instant moment) => Since <= moment && (Until is null || moment < Until);

    /// <summary>The steps whose deadlines the line looks at, in one inspection.</summary>
    public IEnumerable<string> StepsIn(InspectionCase @case) => When is not AboutDeadlines about ? []
        : OfAnnexA ? @case.Asks.Steps.Concat(@case.Annex.Extra.Keys)
        : about.Steps;
}

/// <summary>What decides whether a notice that is late still has a point.</summary>
/// <param name="Case">The case as it stands now.</param>
/// <param name="Plan">Its timetable.</param>
/// <param name="Because">Position of the fact that the notice tells of; 0 for a notice about a deadline.</param>
/// <param name="Now">The present moment.</param>
public readonly record struct Lateness(InspectionCase Case, Timetable Plan, int Because, Instant Now)
{
    /// <summary>What has been recorded since that fact.</summary>
    public IEnumerable<InspectionEvent> Since() => Case.Events.Skip(Because).Select(recorded => recorded.Event);
}
