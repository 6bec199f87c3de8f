using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Rules;

/// <summary>Which facts can be true of a case. A fact that cannot is refused with a sentence that says what to do.</summary>
public static class FactRules
{
    private static readonly HashSet<Type> OfAnnexA =
    [
        typeof(ItemReceived), typeof(ItemNotHeld), typeof(ExtraItemAsked), typeof(UploadArrived), typeof(UploadScanned), typeof(UploadAccepted),
        typeof(UploadRefused), typeof(ListTakenAsItIs),
    ];

    private static readonly HashSet<Type> OfTheCourse =
        [typeof(DeferralAsked), typeof(DeferralDecided), typeof(InspectionPaused), typeof(InspectionResumed), typeof(InspectionWithdrawn)];

    private static readonly HashSet<Type> NotOnACompleteOne =
    [
        typeof(LanoNominated), typeof(DeputyNamed), typeof(ChildrenSelected), typeof(ItemReceived), typeof(ItemNotHeld), typeof(ExtraItemAsked),
        typeof(ItemsAsked),
        typeof(UploadArrived),
        typeof(DeferralAsked), typeof(DeferralDecided), typeof(InspectionPaused), typeof(InspectionWithdrawn), typeof(DeadlineOverridden),
    ];

    /// <summary>Why no fact of a kind can be recorded now, whatever it says; null when one can. What may be recorded is offered by this.</summary>
    /// <param name="case">The case as it stands.</param>
    /// <param name="plan">Its timetable.</param>
    /// <param name="kind">The kind of fact.</param>
    /// <param name="now">The present moment.</param>
    internal static string? WhyNotNow(InspectionCase @case, Timetable plan, Type kind, Instant now) =>
        Ended(@case) ?? Complete(@case, kind) ?? (kind switch
        {
            _ when OfAnnexA.Contains(kind) => NotNotified(@case),
            _ when OfTheCourse.Contains(kind) => CourseNow(@case, kind),
            _ when kind == typeof(DeputyNamed) => DeputyNow(@case),
            _ when kind == typeof(PublicationHeld) || kind == typeof(PublicationHoldLifted) => null,
            _ when kind == typeof(PaperFiled) || kind == typeof(PaperAccepted) || kind == typeof(PaperRefused) => null,
            _ when kind == typeof(DeadlineOverridden) || kind == typeof(CalendarChanged) || kind == typeof(NotReceived) => null,
            _ => ReportRules.WhyNotNow(@case, plan, kind, now),
        });

    /// <summary>Why this fact cannot be recorded, or null when it can.</summary>
    /// <param name="case">The case as it stands.</param>
    /// <param name="plan">Its timetable.</param>
    /// <param name="fact">What somebody wants to record.</param>
    /// <param name="now">The present moment.</param>
    internal static string? WhyNot(InspectionCase @case, Timetable plan, Fact fact, Instant now) =>
        fact is LanoLinkAsked or LeaderLinkAsked ? LinkRules.WhyNot(@case, fact) ?? NotYet(fact, now)
        : fact is DisposedOf or KeptForLonger or KeptNoLonger ? TooLong(fact) ?? KeepingRules.WhyNot(@case, fact) ?? NotYet(fact, now)
        : fact is FactCorrected correction ? TooLong(fact) ?? CorrectionRules.WhyNot(@case, plan, correction, now)
        : TooLong(fact) ?? WhyNotNow(@case, plan, fact.GetType(), now) ?? NotYet(fact, now) ?? (fact switch
        {
            ChildrenSelected
            or ItemReceived
            or ItemNotHeld
            or ExtraItemAsked
            or UploadArrived
            or UploadScanned
            or UploadAccepted
            or UploadRefused
            or ListTakenAsItIs => BeforeNotification(@case, fact) ?? AnnexARules.WhyNot(@case, plan, fact),
            DeferralAsked or DeferralDecided or InspectionPaused or InspectionResumed or InspectionWithdrawn => OfCourse(@case, fact),
            SelfEvaluationReceived or AgendaAgreed or MeetingHeld or MeetingLetterSent => EngagementRules.WhyNot(@case, fact),
            ItemsAsked => AnnexARules.WhyNot(@case, plan, fact),
            DeputyNamed named => OfDeputy(@case, named),
            DeadlineOverridden set => OverrideRules.WhyNot(@case, plan, set, now),
            NotReceived closed => Closed(@case, closed),
            CalendarChanged => null,
            PaperFiled or PaperAccepted or PaperRefused => FiledPaper.WhyNot(@case, fact),
            PublicationHeld or PublicationHoldLifted => PublicationHoldRules.WhyNot(@case, plan, fact, now),
            _ => ReportRules.WhyNot(@case, plan, fact),
        });

    private static string? Ended(InspectionCase @case) => @case.EndedBy switch
    {
        null => null,
        InspectionWithdrawn withdrawn => $"This {@case.Type.Noun} was withdrawn on {LondonTime.Show(withdrawn.On)}. Nothing more can be recorded on it.",
        var deferred => $"This {@case.Type.Noun} was deferred on {LondonTime.Show(deferred.On)}. Plan another one, and record it there.",
    };

    // What was begun before may still come to its end: a late complaint, a document on its way, a pause.
    private static string? Complete(InspectionCase @case, Type kind) =>
        @case.IsComplete && NotOnACompleteOne.Contains(kind)
            ? $"This {@case.Type.Noun} is complete: {@case.Type.CompleteWith}. Plan what comes after it{(@case.Type.Result == ResultForm.Outcome ? ", such as a monitoring inspection," : "")} as an inspection of its own."
            : null;

    private static string? NotYet(Fact fact, Instant now) => fact.HappenedAt > now
        ? $"{LondonTime.Show(fact.On)} lies in the future. Record what has happened, on or before {LondonTime.Show(LondonTime.DateOf(now))}."
        : null;

    private static string? BeforeNotification(InspectionCase @case, Fact fact) =>
        StepOrder.NotBefore(@case, fact, @case.RowOf(Anchor.NotificationDay)!.Key);

    private static string? Closed(InspectionCase @case, NotReceived closed) => closed.Steps.All(@case.NotReceived.ContainsKey)
        ? "What was not received has already been recorded."
        : closed.Steps.Select(step => @case.Rows.FirstOrDefault(row => row.Key == step)?.OwedUntil ?? Anchor.OnSiteEnds).Distinct()
            .Select(until => StepOrder.NotBefore(@case, closed, @case.RowOf(until)!.Key)).FirstOrDefault(sentence => sentence is not null);

    private static string? NotNotified(InspectionCase @case) => StepOrder.NotDone(@case, @case.RowOf(Anchor.NotificationDay)!.Key);

    private static string? DeputyNow(InspectionCase @case) =>
        !@case.Type.AsksForDocuments ? $"This {@case.Type.Noun} has no nominated officer, and so no deputy of one."
        : @case.Lano is null ? "No officer has been nominated. Record the nomination first."
        : null;

    private static string? OfDeputy(InspectionCase @case, DeputyNamed named) =>
        @case.OfficerNamed is { } officer && LondonTime.DateOf(officer.At) is var day && named.On < day
            ? $"The officer was named on {LondonTime.Show(day)}; enter that day or a later one."
        : named.Person is null && @case.Deputy is null ? "The officer has no deputy, so none can leave."
        : null;

    private static string? CourseNow(InspectionCase @case, Type kind) => kind switch
    {
        _ when !@case.Type.IsInspection && kind != typeof(InspectionWithdrawn) =>
            $"An {@case.Type.Noun} is no inspection, so it is not deferred or paused. Set another day for it, or withdraw it.",
        _ when kind == typeof(DeferralAsked) =>
            @case.PendingDeferral is not null ? "A request for deferral is already waiting for a decision. Decide that one first."
            : @case.HasHappened(Anchor.OnSiteEnds) ? "The on-site days have ended, so there is no inspection left to defer."
            : NotNotified(@case),
        _ when kind == typeof(DeferralDecided) && @case.PendingDeferral is null =>
            "No request for deferral is waiting for a decision. Record the request first.",
        _ when kind == typeof(InspectionPaused) => @case.Notification is null
            ? $"The area has not been notified yet, so nothing has begun that could be paused. Change the on-site week or withdraw the {@case.Type.Noun}."
        : @case.Paused is not null ? $"The {@case.Type.Noun} is already paused."
        : null,
        _ when kind == typeof(InspectionResumed) && @case.Paused is null => $"The {@case.Type.Noun} is not paused, so it cannot be resumed.",
        _ => null,
    };

    private static string? OfCourse(InspectionCase @case, Fact fact) => fact switch
    {
        DeferralAsked { Reason: var reason } => BeforeNotification(@case, fact) ?? NeedsReason(reason),
        DeferralDecided { Reason: var reason } => NeedsReason(reason),
        InspectionPaused { Reason: var reason } => NeedsReason(reason),
        InspectionResumed when fact.HappenedAt < @case.Paused!.HappenedAt => "It cannot be resumed before the moment it was paused.",
        InspectionWithdrawn { Reason: var reason } => NeedsReason(reason),
        _ => null,
    };

    /// <summary>The longest passage that a fact may hold: facts are kept for good, and everything that reads the inspection reads them.</summary>
    public const int LongestPassage = 2_000;

    /// <summary>The most items that one document may answer: more than an inspection asks for.</summary>
    public const int MostItems = 400;

    /// <summary>Why a reason cannot be given, whatever it is given for: it is empty or too long. Null when it can.</summary>
    public static string? WhyNotReason(string reason) => NeedsReason(reason) ?? TooLong(reason);

    private static string? TooLong(string? text) => text is { Length: > LongestPassage and var length }
        ? $"That is {length:N0} characters; at most {LongestPassage:N0} can be kept. Say it in fewer, or in a document."
        : null;

    private static string? TooLong(Fact fact) =>
        TooLong(TextsOf(fact).MaxBy(text => text?.Length ?? 0))
        ?? (fact is UploadArrived { Items.Count: > MostItems } ? $"One document answers at most {MostItems} items." : null);

    // Whatever somebody types. A kind of fact that is added with a text of its own belongs here: a test looks at them all.
    private static string?[] TextsOf(Fact fact) => fact switch
    {
        DeferralAsked asked => [asked.Reason],
        DeferralDecided decided => [decided.Reason],
        InspectionPaused paused => [paused.Reason],
        InspectionWithdrawn withdrawn => [withdrawn.Reason],
        DeadlineOverridden set => [set.Step, set.Reason],
        ReportPublished published => [published.Link],
        PlanPublished published => [published.Link],
        PublicationHeld held => [held.Reason],
        PublicationHoldLifted lifted => [lifted.Reason],
        PlanReturned returned => [returned.Missing],
        FinalReportShared final =>
        [
            (final.Outcome as Outcome.WidespreadFailings)?.PrincipalAuthority,
            .. Outcome.PriorityAreasOf(final.Outcome),
            .. final.Monitoring?.Texts ?? [],
        ],
        ItemsAsked asked => [.. asked.Items],
        MeetingLetterSent letter => [letter.Agenda, letter.NextMeeting, letter.NextSteps],
        RevisitLetterShared letter => [.. letter.Progress.Select(weakness => weakness.Weakness), .. letter.OtherWeaknesses],
        ItemReceived item => [item.Item],
        ItemNotHeld item => [item.Item, item.Note],
        ExtraItemAsked asked => [asked.Item, asked.Title, asked.Reason],
        UploadArrived arrived => [.. arrived.Items],
        ListTakenAsItIs taken => [taken.Reason],
        DisposedOf disposed => [disposed.Rule],
        KeptForLonger kept => [kept.Reason],
        KeptNoLonger lifted => [lifted.Reason],
        FactCorrected correction => [correction.Reason, .. correction.Instead is Fact instead ? TextsOf(instead) : []],
        _ => [],
    };

    /// <summary>Refuses an empty reason.</summary>
    internal static string? NeedsReason(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? "Give a reason. The area is told it, so name no child or young person." : null;
}
