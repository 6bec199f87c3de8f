using AreaSend.Core.Calendars;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Inspections;

/// <summary>Which facts can be true of a case. A fact that cannot is refused with a sentence that says what to do.</summary>
public static class FactRules
{
    /// <summary>Why this fact cannot be recorded, or null when it can.</summary>
    /// <param name="case">The case as it stands.</param>
    /// <param name="plan">Its timetable.</param>
    /// <param name="fact">What somebody wants to record.</param>
    /// <param name="now">The present moment.</param>
    public static string? WhyNot(InspectionCase @case, Timetable plan, Fact fact, Instant now) =>
        Ended(@case) ?? Complete(@case, fact) ?? NotYet(fact, now) ?? (fact switch
        {
            Notified => Once(@case, Steps.NotifyDcs, "The leaders have already been notified"),
            LanoNominated => BeforeNotification(@case, fact),
            ChildrenSelected or ItemReceived or ItemNotHeld or ExtraItemAsked or UploadArrived or UploadScanned or UploadAccepted or UploadRefused or ListTakenAsItIs =>
                BeforeNotification(@case, fact) ?? AnnexARules.WhyNot(@case, plan, fact),
            DeferralAsked or DeferralDecided or InspectionPaused or InspectionResumed or InspectionWithdrawn => OfCourse(@case, fact),
            DeadlineOverridden set => OverrideRules.WhyNot(@case, plan, set, now),
            SurveysClosed or FieldworkStarted or OnSiteStarted or OnSiteEnded or ReportDisseminated => OfTheClock(@case, fact),
            CalendarChanged => null,
            _ => ReportRules.WhyNot(@case, plan, fact),
        });

    /// <summary>Refuses what comes before the day on which something else happened.</summary>
    internal static string? Before(InspectionCase @case, Fact fact, string step, string missing, string what) =>
        !@case.Met.TryGetValue(step, out var met) ? missing
        : fact.On < LondonTime.DateOf(met.At) ? $"{what} on {LondonTime.Show(met.At.InZone(LondonTime.Zone).Date)}; enter that day or a later one."
        : null;

    /// <summary>Refuses what has already been recorded.</summary>
    internal static string? Once(InspectionCase @case, string step, string already) =>
        @case.Met.TryGetValue(step, out var met) ? $"{already}, on {LondonTime.Show(LondonTime.DateOf(met.At))}." : null;

    private static string? Ended(InspectionCase @case) => @case.EndedBy switch
    {
        null => null,
        InspectionWithdrawn withdrawn => $"This inspection was withdrawn on {LondonTime.Show(withdrawn.On)}. Nothing more can be recorded on it.",
        var deferred => $"This inspection was deferred on {LondonTime.Show(deferred.On)}. Plan another one, and record it there.",
    };

    // What was begun before may still come to its end: a late complaint, a document on its way, a pause.
    private static string? Complete(InspectionCase @case, Fact fact) =>
        @case.IsComplete && fact is LanoNominated or ChildrenSelected or ItemReceived or ItemNotHeld or ExtraItemAsked or UploadArrived
            or DeferralAsked or DeferralDecided or InspectionPaused or InspectionWithdrawn or DeadlineOverridden
            ? "This inspection is complete: its report and its plan are published. Plan what comes after it, such as a monitoring inspection, as an inspection of its own."
            : null;

    private static string? NotYet(Fact fact, Instant now) => fact.HappenedAt > now
        ? $"{LondonTime.Show(fact.On)} lies in the future. Record what has happened, on or before {LondonTime.Show(LondonTime.DateOf(now))}."
        : null;

    private static string? BeforeNotification(InspectionCase @case, Fact fact) =>
        Before(@case, fact, Steps.NotifyDcs, "The area has not been notified yet, so this cannot have happened. Wait for the notification day.", "The area was notified");

    private static string? OfTheClock(InspectionCase @case, Fact fact) => fact switch
    {
        SurveysClosed => Once(@case, Steps.SurveysClose, "The surveys have already closed") ?? BeforeNotification(@case, fact),
        FieldworkStarted => Once(@case, Steps.Fieldwork, "Fieldwork has already begun") ?? BeforeNotification(@case, fact),
        OnSiteStarted => Once(@case, Steps.OnSite, "Inspectors have already come on site") ?? BeforeNotification(@case, fact),
        OnSiteEnded => Once(@case, Steps.FeedbackMeeting, "The on-site days have already ended")
            ?? Before(@case, fact, Steps.OnSite, "Inspectors have not come on site yet, so the on-site days cannot have ended.", "Inspectors came on site"),
        _ => Once(@case, Steps.Dissemination, "The report has already been disseminated")
            ?? Before(@case, fact, Steps.Publication, "The report has not been published yet. Record that first.", "The report was published"),
    };

    private static string? OfCourse(InspectionCase @case, Fact fact) => fact switch
    {
        DeferralAsked when @case.PendingDeferral is not null => "A request for deferral is already waiting for a decision. Decide that one first.",
        DeferralAsked when @case.Met.ContainsKey(Steps.FeedbackMeeting) => "The on-site days have ended, so there is no inspection left to defer.",
        DeferralAsked { Reason: var reason } => BeforeNotification(@case, fact) ?? NeedsReason(reason),
        DeferralDecided when @case.PendingDeferral is null => "No request for deferral is waiting for a decision. Record the request first.",
        DeferralDecided { Reason: var reason } => NeedsReason(reason),
        InspectionPaused when @case.Notification is null => "The area has not been notified yet, so nothing has begun that could be paused. Change the on-site week or withdraw the inspection.",
        InspectionPaused when @case.Paused is not null => "The inspection is already paused.",
        InspectionPaused { Reason: var reason } => NeedsReason(reason),
        InspectionResumed when @case.Paused is null => "The inspection is not paused, so it cannot be resumed.",
        InspectionResumed when fact.HappenedAt < @case.Paused.HappenedAt => "It cannot be resumed before the moment it was paused.",
        InspectionWithdrawn { Reason: var reason } => NeedsReason(reason),
        _ => null,
    };

    /// <summary>Refuses an empty reason.</summary>
    internal static string? NeedsReason(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? "Give a reason. The area is told it, so name no child or young person." : null;
}
