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
            ChildrenSelected or ItemReceived or ItemNotHeld or ExtraItemAsked or UploadArrived or UploadScanned or UploadAccepted or UploadRefused or ListTakenAsItIs =>
                BeforeNotification(@case, fact) ?? AnnexARules.WhyNot(@case, plan, fact),
            DeferralAsked or DeferralDecided or InspectionPaused or InspectionResumed or InspectionWithdrawn => OfCourse(@case, fact),
            DeadlineOverridden set => OverrideRules.WhyNot(@case, plan, set, now),
            NotReceived closed => Closed(@case, closed),
            CalendarChanged => null,
            _ => ReportRules.WhyNot(@case, plan, fact),
        });

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
        StepOrder.NotBefore(@case, fact, @case.RowOf(Anchor.NotificationDay)!.Key);

    private static string? Closed(InspectionCase @case, NotReceived closed) => closed.Steps.All(@case.NotReceived.ContainsKey)
        ? "What was not received has already been recorded."
        : StepOrder.NotBefore(@case, closed, @case.RowOf(Anchor.OnSiteEnds)!.Key);

    private static string? OfCourse(InspectionCase @case, Fact fact) => fact switch
    {
        DeferralAsked when @case.PendingDeferral is not null => "A request for deferral is already waiting for a decision. Decide that one first.",
        DeferralAsked when @case.HasHappened(Anchor.OnSiteEnds) => "The on-site days have ended, so there is no inspection left to defer.",
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
