using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Services.Notices;

/// <summary>Leads a case forward to the moment at which a notice would be raised, so that the notice can be read before then.</summary>
internal static class NoticePreview
{
    private const string Reason = "[the reason that will be given]";

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
        if (UpTo(request) is { } last)
        {
            // Where a kind of inspection has no such step, what comes before it is its notification.
            List<StepDefinition> rows = [.. request.Case.Rows];
            last = rows.Exists(row => row.Key == last) ? last : request.Case.RowOf(Anchor.NotificationDay)!.Key;
            foreach (var row in rows.Take(rows.FindIndex(row => row.Key == last) + 1))
            {
                var owed = request.Plan.Find(row.Key) is { Met: null } && !request.Case.Met.ContainsKey(row.Key);
                request = owed && Done(row, MomentOf(request, row.Key), request) is { } fact ? With(request, fact) : request;
            }
        }

        return Extra(request).Aggregate(request, With);
    }

    // What nobody owes, as a complaint, does not happen by itself; nor does what only follows from another fact.
    private static Fact? Done(StepDefinition row, Instant at, NoticeRequest request) => row switch
    {
        { MetBy: { } met } when Happens.TryGetValue(met, out var fact) => fact(at, request),
        { MetBy: { } met, DoneBy: not DoneBy.Passing, ByClock: not { Hour: null } } => Fact.Plain(met, at),
        _ => null,
    };

    private static string? UpTo(NoticeRequest request) => request.Template switch
    {
        "surveys-open"
        or "surveys-closing"
        or "annex-a-reminder"
        or "annex-a-overdue"
        or "deferral-decided"
        or "paused"
        or "resumed"
        or "dates-changed"
        or "withdrawn"
        or "correction"
        or "leader-link" => Steps.NotifyDcs,
        "lano-link" or "upload-refused" or "extra-item" or "items-asked" => Steps.LanoNominated,
        "handed-in" or "hand-in-refused" => Steps.DraftReport,
        "complaint-resolved" => Steps.FinalReport,
        "plan-returned" => Steps.PriorityActionPlan,
        _ => ByItsLine(request),
    };

    // Up to the step that the fact shows done, or to the one before the deadline.
    private static string? ByItsLine(NoticeRequest request) => request.Line?.When switch
    {
        WhenRecorded { Of: var fact } => request.Case.Rows.FirstOrDefault(row => IsKind(row.MetBy, fact))?.Key,
        AboutDeadlines about => request.Case.Rows.TakeWhile(row => !about.Steps.Contains(row.Key)).LastOrDefault()?.Key,
        _ => null,
    };

    private static IEnumerable<Fact> Extra(NoticeRequest request)
    {
        var (@case, at) = (request.Case, Latest(request));
        return request.Template switch
        {
            "upload-refused" when !Holds<UploadRefused>(@case) =>
            [
                .. @case.StepOf("1.1") is null ? new Fact[] { new ItemsAsked(at, ["1.1"]) } : [],
                new UploadArrived(at, Guid.Empty, ["1.1"]),
                new UploadRefused(at, Guid.Empty, "", "[What is wrong with the file, and how to mend it.]"),
            ],
            "handed-in" when !Holds<PaperFiled>(@case) => HandedIn(@case, at),
            "hand-in-refused" when !Holds<PaperRefused>(@case) =>
                [.. HandedIn(@case, at), new PaperRefused(at, Guid.Empty, "", "[What is wrong with the file, and how to mend it.]")],
            "extra-item" when !Holds<ExtraItemAsked>(@case) => [ExtraItem(request, at)],
            "items-asked" when !Holds<ItemsAsked>(@case) => [new ItemsAsked(at, [@case.Type.Asks.Items[0].Key])],
            "complaint-received" when @case.Complaint is null => [new ComplaintReceived(at)],
            "complaint-resolved" when @case.Resolution is null =>
            [
                .. @case.Complaint is null ? new Fact[] { new ComplaintReceived(at) } : [],
                new ComplaintWasResolved(at),
            ],
            "plan-returned" when !Holds<PlanReturned>(@case) => [new PlanReturned(at, "[what the plan lacks]")],
            "deferral-decided" when !Holds<DeferralDecided>(@case) =>
            [
                .. @case.PendingDeferral is null ? new Fact[] { new DeferralAsked(at, Reason) } : [],
                new DeferralDecided(at, Granted: false, Reason),
            ],
            "paused" when !Holds<InspectionPaused>(@case) => [new InspectionPaused(at, Reason)],
            "resumed" when !Holds<InspectionResumed>(@case) =>
            [
                .. @case.Paused is null ? new Fact[] { new InspectionPaused(at, Reason) } : [],
                new InspectionResumed(at, []),
            ],
            "dates-changed" when !@case.Events.Any(recorded => recorded.Event is InspectionResumed or DeadlineOverridden or CalendarChanged) =>
                [new CalendarChanged(at, @case.Calendar, Reason, new Dictionary<string, LocalDate>(), [])],
            "correction" when !Holds<FactCorrected>(@case) && @case.Events.Last(recorded => recorded.Event is Fact) is var last =>
            [
                new FactCorrected(at, last.Seq, last.Event, [], Reason, []),
            ],
            "withdrawn" when !Holds<InspectionWithdrawn>(@case) => [new InspectionWithdrawn(at, Reason)],
            _ => [],
        };
    }

    private static IEnumerable<Fact> HandedIn(InspectionCase @case, Instant at) =>
        [new CommentsReceived(at), new PaperFiled(at, Guid.Empty, PaperKind.Comments.Key, @case.Events.Count + 1)];

    private static ExtraItemAsked ExtraItem(NoticeRequest request, Instant at) =>
        new(
            at,
            AnnexARequest.ExtraKey(0),
            "[what is asked for]",
            Reason,
            request.Plan.Calendar.Plus(LondonTime.DateOf(at), 2),
            request.Case.Edition.Hours.Close);

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
            WhenRecorded { Of: var fact } => request.Case.Type.Steps.Where(row => IsKind(row.MetBy, fact) || IsKind(row.ReopenedBy, fact)),
            AboutDeadlines about => request.Case.Type.Steps.Where(row => about.Steps.Contains(row.Key)),
            _ => [],
        },
    ];

    private static bool IsKind(Type? fact, string kind) => fact is not null && InspectionEvent.KindOf(fact) == kind;

    private static bool Holds<TFact>(InspectionCase @case)
        where TFact : Fact => @case.Events.Any(recorded => recorded.Event is TFact);

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
