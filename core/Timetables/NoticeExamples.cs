using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Core.Timetables;

/// <summary>What an example is made from.</summary>
/// <param name="Case">The case, led up to where the notice is previewed.</param>
/// <param name="Plan">Its timetable.</param>
/// <param name="At">When the example happens.</param>
public readonly record struct Foreseen(InspectionCase Case, Timetable Plan, Instant At);

/// <summary>Facts that no step waits for, made up for the previews of the notices that tell of them. What nobody knows yet stands in square brackets.</summary>
internal static class NoticeExamples
{
    private const string Reason = "[the reason that will be given]";

    private const string Fault = "[What is wrong with the file, and how to mend it.]";

    public static IEnumerable<Fact> UploadRefused(Foreseen seen) =>
    [
        .. If(seen.Case.StepOf("1.1") is null, new ItemsAsked(seen.At, ["1.1"])),
        new UploadArrived(seen.At, Guid.Empty, ["1.1"]),
        new UploadRefused(seen.At, Guid.Empty, "", Fault),
    ];

    public static IEnumerable<Fact> HandedIn(Foreseen seen) =>
        [new CommentsReceived(seen.At), new PaperFiled(seen.At, Guid.Empty, PaperKind.Comments.Key, seen.Case.Events.Count + 1)];

    public static IEnumerable<Fact> HandInRefused(Foreseen seen) => [.. HandedIn(seen), new PaperRefused(seen.At, Guid.Empty, "", Fault)];

    public static IEnumerable<Fact> ExtraItem(Foreseen seen) =>
    [
        new ExtraItemAsked(
            seen.At,
            AnnexARequest.ExtraKey(0),
            "[what is asked for]",
            Reason,
            seen.Plan.Calendar.Plus(LondonTime.DateOf(seen.At), 2),
            seen.Case.Edition.Hours.Close),
    ];

    public static IEnumerable<Fact> ItemsAsked(Foreseen seen) => [new ItemsAsked(seen.At, [seen.Case.Type.Asks.Items[0].Key])];

    public static IEnumerable<Fact> Complaint(Foreseen seen) => [new ComplaintReceived(seen.At)];

    public static IEnumerable<Fact> ComplaintResolved(Foreseen seen) =>
        [.. If(seen.Case.Complaint is null, new ComplaintReceived(seen.At)), new ComplaintWasResolved(seen.At)];

    public static IEnumerable<Fact> PlanReturned(Foreseen seen) => [new PlanReturned(seen.At, "[what the plan lacks]")];

    public static IEnumerable<Fact> Deferral(Foreseen seen) =>
        [.. If(seen.Case.PendingDeferral is null, new DeferralAsked(seen.At, Reason)), new DeferralDecided(seen.At, Granted: false, Reason)];

    public static IEnumerable<Fact> Pause(Foreseen seen) => [new InspectionPaused(seen.At, Reason)];

    public static IEnumerable<Fact> Resumption(Foreseen seen) =>
        [.. If(seen.Case.Paused is null, new InspectionPaused(seen.At, Reason)), new InspectionResumed(seen.At, [])];

    // What a resumption moved will do, for those too who are told of it by a notice of its own.
    public static IEnumerable<Fact> MovedDate(Foreseen seen) => If(
        !seen.Case.Events.Any(recorded => MovedDates.Kinds.Contains(recorded.Event.GetType())),
        new CalendarChanged(seen.At, seen.Case.Calendar, Reason, new Dictionary<string, LocalDate>(), []));

    public static IEnumerable<Fact> Correction(Foreseen seen) =>
        seen.Case.Events.LastOrDefault(recorded => recorded.Event is Fact) is { } last
            ? [new FactCorrected(seen.At, last.Seq, last.Event, [], Reason, [])]
            : [];

    public static IEnumerable<Fact> Withdrawal(Foreseen seen) => [new InspectionWithdrawn(seen.At, Reason)];

    private static IEnumerable<Fact> If(bool wanted, Fact fact) => wanted ? [fact] : [];
}
