using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Services.Notices;

/// <summary>Leads a case forward to the moment at which a notice would be raised, so that the notice can be read before then.</summary>
internal static class NoticePreview
{
    // Where reports are read; which page it will be nobody knows before one is published.
    private const string Reports = "https://reports.ofsted.gov.uk/";

    // What shows a step done and says more than when, for those that notices wait for.
    private static readonly Dictionary<Type, Func<Instant, NoticeRequest, Fact>> Happens = new()
    {
        [typeof(LanoNominated)] = (at, _) => new LanoNominated(at, Guid.Empty),
        [typeof(ChildrenSelected)] = (at, _) => new ChildrenSelected(at, 6),
        [typeof(FinalReportShared)] = Final,
        [typeof(AgendaAgreed)] = (at, _) => new AgendaAgreed(at, MeetingParties.OfTheAgenda),
        [typeof(MeetingHeld)] = (at, _) => new MeetingHeld(at, MeetingParties.OfTheAgenda),
        [typeof(MeetingLetterSent)] = (at, _) => new MeetingLetterSent(at, "[the agenda items discussed]", "[when the next meeting will be]", "[next steps]"),
        [typeof(RevisitLetterShared)] = (at, _) => new RevisitLetterShared(at, [], []),
        [typeof(ReportPublished)] = (at, _) => new ReportPublished(at, Reports),
    };

    /// <summary>The request over a case in which what the notice tells of has happened; the same request when it has.</summary>
    public static NoticeRequest Foresee(NoticeRequest request)
    {
        if (request.Line is not { } line)
        {
            return request;
        }

        List<StepDefinition> rows = [.. request.Case.Rows];
        foreach (var row in rows.Take(rows.IndexOf(UpTo(line, request.Case)) + 1))
        {
            var owed = request.Plan.Find(row.Key) is { Met: null } && !request.Case.Met.ContainsKey(row.Key);
            request = owed && Done(row, MomentOf(request, row.Key), request) is { } fact ? With(request, fact) : request;
        }

        var told = line.When is WhenRecorded recorded && request.Case.Events.Any(happened => recorded.Kinds.Contains(happened.Event.GetType()));
        return told || line.Example is not { } example
            ? request
            : example(new Foreseen(request.Case, request.Plan, Latest(request))).Aggregate(request, With);
    }

    // The step that the line names, that its fact shows done, or the one before its deadline; where there is none such, the notification.
    private static StepDefinition UpTo(NoticeRow line, InspectionCase @case) => (line switch
    {
        { PreviewAfter: { } step } => @case.Rows.FirstOrDefault(row => row.Key == step),
        { OfAnnexA: true } => null,
        { When: WhenRecorded recorded } => @case.Rows.FirstOrDefault(row => recorded.Kinds.Contains(row.MetBy)),
        { When: AboutDeadlines about } => @case.Rows.TakeWhile(row => !about.Steps.Contains(row.Key)).LastOrDefault(),
        _ => null,
    }) ?? @case.RowOf(Anchor.NotificationDay)!;

    // What nobody owes, as a complaint, does not happen by itself; nor does what only follows from another fact.
    private static Fact? Done(StepDefinition row, Instant at, NoticeRequest request) => row switch
    {
        { MetBy: { } met } when Happens.TryGetValue(met, out var fact) => fact(at, request),
        { MetBy: { } met, DoneBy: not DoneBy.Passing, ByClock: not { Hour: null } } => Fact.Plain(met, at),
        _ => null,
    };

    // The result is one under which the steps stand that the notice is about.
    private static FinalReportShared Final(Instant at, NoticeRequest request) => request.Case.Type.Result switch
    {
        ResultForm.Outcome => new(
            at,
            About(request) is { Count: > 0 } steps && steps.TrueForAll(row => !row.AppliesTo(new Outcome.Inconsistent()))
                ? new Outcome.WidespreadFailings("[the principal authority]")
                : new Outcome.Inconsistent()),
        ResultForm.PriorityAreas => new(
            at,
            Outcome: null,
            new MonitoringResult([])
            {
                Plan = About(request).Exists(row => row.Stage == Stage.Plan) ? new ResponsibleAuthority("[the principal authority]") : null,
            }),
        _ => new(at, Outcome: null),
    };

    // By its line: the steps whose deadlines it looks at, or those that its fact shows done, or undoes.
    private static List<StepDefinition> About(NoticeRequest request) =>
    [
        .. request.Line?.When switch
        {
            WhenRecorded told => request.Case.Type.Steps.Where(row => told.Kinds.Contains(row.MetBy) || told.Kinds.Contains(row.ReopenedBy)),
            AboutDeadlines about => request.Case.Type.Steps.Where(row => about.Steps.Contains(row.Key)),
            _ => [],
        },
    ];

    private static NoticeRequest With(NoticeRequest request, Fact fact)
    {
        var @case = request.Case.With(fact, fact.HappenedAt, Recorder.Unknown);
        return request with { Case = @case, Plan = Timetable.Plan(@case, request.Plan.Calendar), RaisedAt = fact.HappenedAt, Now = fact.HappenedAt };
    }

    /// <summary>At the start of business on the due day; the next working day where there is none.</summary>
    private static Instant MomentOf(NoticeRequest request, string step)
    {
        var latest = Latest(request);
        var day = request.Plan[step].DueDate ?? request.Plan.Calendar.Plus(LondonTime.DateOf(latest), 1);
        return Instant.Max(latest, LondonTime.At(day, request.Case.Edition.Hours.Start));
    }

    private static Instant Latest(NoticeRequest request) => request.Case.Events.Max(recorded => recorded.RecordedAt);
}
