using AreaSend.Services.Store;

namespace AreaSend.Services.GettingReady.Audits;

/// <summary>An audit as it stands.</summary>
/// <param name="Row">The audit.</param>
/// <param name="Grades">What both auditors have said so far.</param>
/// <param name="Auditor">The first auditor.</param>
/// <param name="Moderator">The second auditor; null while there is none.</param>
public sealed record AuditState(AuditRow Row, IReadOnlyList<GradeRow> Grades, ReadyPerson Auditor, ReadyPerson? Moderator)
{
    /// <summary>How far it has come.</summary>
    public AuditStanding Standing => Row switch
    {
        { ModeratedAt: not null } => AuditStanding.Moderated,
        { Moderator: not null } => AuditStanding.BeingModerated,
        { FinishedAt: not null } => AuditStanding.Finished,
        _ => AuditStanding.UnderWay,
    };

    /// <summary>The version that a page shows, for the forms that end or begin a round.</summary>
    public string Version => RowVersion.Of<object>([Row, .. Grades]);

    /// <summary>
    /// The grades that count: the second auditor's where there is one who has finished, because they had the last look; else the first one's.
    /// </summary>
    public IEnumerable<GradeRow> Counting => In(Row.ModeratedAt is null ? AuditRound.First : AuditRound.Moderation);

    /// <summary>How much of what applies the plan meets, 0 to 1; null where nothing has been graded that applies.</summary>
    public double? Score => AuditScore.Of(Counting.Select(grade => grade.Grade));

    /// <summary>Of the criteria that both have graded, the part with the same grade, 0 to 1; null until the moderation is finished.</summary>
    public double? Agreement => Row.ModeratedAt is null ? null : Pairs.Average(pair => pair.First.Grade == pair.Second.Grade ? 1.0 : 0.0);

    /// <summary>The criteria that both have graded.</summary>
    public IEnumerable<(GradeRow First, GradeRow Second)> Pairs =>
        In(AuditRound.First).Join(In(AuditRound.Moderation), grade => grade.Criterion, grade => grade.Criterion, (first, second) => (first, second));

    /// <summary>The round in which somebody grades now; null for those who do not.</summary>
    public AuditRound? RoundOf(ReadyPerson person) =>
        Row.ModeratedAt is null && person.Id == Row.Moderator ? AuditRound.Moderation
        : Row.Moderator is null && person.Id == Row.Auditor ? AuditRound.First
        : null;

    /// <summary>Whether the auditor of a round has finished; a first auditor may still change grades until somebody moderates.</summary>
    public bool HasFinished(AuditRound round) => (round == AuditRound.First ? Row.FinishedAt : Row.ModeratedAt) is not null;

    /// <summary>Whether somebody is another person than the first auditor; one who left and was let in again is none.</summary>
    public bool MayModerate(ReadyPerson person) => person.Id != Row.Auditor && !string.Equals(person.Email, Auditor.Email, StringComparison.OrdinalIgnoreCase);

    /// <summary>What an auditor has said of a criterion; null while that is nothing.</summary>
    public GradeRow? Find(AuditRound round, string criterion) => In(round).FirstOrDefault(grade => grade.Criterion == criterion);

    /// <summary>The criteria that an auditor has still to grade.</summary>
    public IEnumerable<AuditCriterion> Open(AuditRound round) => AuditCriteria.Standard.Asked.Where(criterion => Find(round, criterion.Key) is null);

    /// <summary>The version of one section in one round, for its form to carry. It changes when the round begins or ends, too.</summary>
    public string VersionOf(AuditRound round, AuditSection section) =>
        RowVersion.Of<object?>([Row.Moderator, Row.ModeratedAt, .. section.Criteria.Select(criterion => Find(round, criterion.Key))]);

    private IEnumerable<GradeRow> In(AuditRound round) => Grades.Where(grade => grade.Round == round);
}
