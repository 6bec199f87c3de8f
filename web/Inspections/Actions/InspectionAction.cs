using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>Something that a coordinator can record on an inspection.</summary>
/// <param name="Key">Last part of the page's address.</param>
/// <param name="Title">What is recorded, as a heading.</param>
/// <param name="Fields">What the form asks.</param>
/// <param name="Trial">A fact of that kind with answers that are good in themselves: if the case refuses even that, the action is not offered.</param>
public sealed record InspectionAction(string Key, string Title, AskFor Fields, Func<InspectionCase, Timetable, Instant, Fact> Trial)
{
    private const string Words = "–";

    /// <summary>It moves dates, stops the inspection or ends it; the others record a step of the timetable.</summary>
    public bool ChangesCourse { get; init; }

    private static readonly Outcome AnOutcome = new Outcome.Inconsistent();

    /// <summary>In the order in which an inspection needs them.</summary>
    public static IReadOnlyList<InspectionAction> All { get; } =
    [
        new("lano-nominated", "Record the nominated officer (LANO)", AskFor.Moment | AskFor.Person, (_, _, now) => new LanoNominated(now, Guid.Empty)),
        new("items-received", "Record Annex A items received", AskFor.Moment | AskFor.Items, (@case, _, now) => new ItemReceived(now, @case.Type.Asks.Steps.SelectMany(@case.Outstanding).FirstOrDefault(""))),
        new("children-selected", "Record the children selected for tracking", AskFor.Moment | AskFor.Children, (_, _, now) => new ChildrenSelected(now, 6)),
        new("draft-shared", "Record the draft report shared", AskFor.Day, (_, _, now) => new DraftReportShared(now)),
        new("comments-received", "Record comments on the draft", AskFor.Day, (_, _, now) => new CommentsReceived(now)),
        new("final-shared", "Record the final report shared", AskFor.Day | AskFor.Outcome, (@case, _, now) => new FinalReportShared(now, @case.Type.Result is ResultForm.Outcome ? AnOutcome : null)),
        new("complaint-received", "Record a complaint", AskFor.Day, (_, _, now) => new ComplaintReceived(now)),
        new("complaint-resolved", "Record the complaint resolved", AskFor.Day, (_, _, now) => new ComplaintWasResolved(now)),
        new("published", "Record publication", AskFor.Day | AskFor.Link, (_, _, now) => new ReportPublished(now, "https://example.org/")),
        new("plan-received", "Record the priority action plan received", AskFor.Day, (_, _, now) => new PlanReceived(now)),
        new("plan-returned", "Send the priority action plan back", AskFor.Day | AskFor.Missing, (_, _, now) => new PlanReturned(now, Words)),
        new("plan-confirmed", "Confirm the priority action plan", AskFor.Day, (_, _, now) => new PlanWasConfirmed(now)),
        new("plan-published", "Record the plan published", AskFor.Day, (_, _, now) => new PlanPublished(now)),
        new("deadline", "Set a deadline by hand", AskFor.Deadline | AskFor.Reason, (@case, plan, now) => new DeadlineOverridden(now, Movable(@case, plan), LaterDay(plan, @case, now), Words, [])) { ChangesCourse = true },
        new("deferral-asked", "Record a request for deferral", AskFor.Day | AskFor.Reason, (_, _, now) => new DeferralAsked(now, Words)) { ChangesCourse = true },
        new("deferral-decided", "Decide the request for deferral", AskFor.Decision | AskFor.Reason, (_, _, now) => new DeferralDecided(now, false, Words)) { ChangesCourse = true },
        new("paused", "Pause the inspection", AskFor.Reason, (_, _, now) => new InspectionPaused(now, Words)) { ChangesCourse = true },
        new("resumed", "Resume the inspection", AskFor.Nothing, (_, _, now) => new InspectionResumed(now, [])) { ChangesCourse = true },
        new("withdrawn", "Withdraw the inspection", AskFor.Reason, (_, _, now) => new InspectionWithdrawn(now, Words)) { ChangesCourse = true },
    ];

    /// <summary>The action with this key, or null.</summary>
    public static InspectionAction? Find(string key) => All.FirstOrDefault(action => action.Key == key);

    /// <summary>The actions that the case would take now.</summary>
    public static IEnumerable<InspectionAction> Offered(InspectionView view) => All.Where(action => action.WhyNot(view) is null);

    /// <summary>Why the case would not take the action now, in a sentence; null when it would.</summary>
    public string? WhyNot(InspectionView view) => FactRules.WhyNot(view.Case, view.Plan, Trial(view.Case, view.Plan, view.Now), view.Now);

    /// <summary>The steps whose deadline can be set by hand.</summary>
    public static IEnumerable<PlannedStep> MovableSteps(InspectionCase @case, Timetable plan) =>
        plan.Steps.Where(step => step is { Met: null, Held: false, DueDate: not null } && step.Definition.Due is not MonthsAfter && (@case.Notification is not null || step.Definition.Marks == @case.Type.PlannedFor));

    private static string Movable(InspectionCase @case, Timetable plan) => MovableSteps(@case, plan).LastOrDefault()?.Key ?? "";

    // A working day far enough ahead to be good for any step that is still open.
    private static LocalDate LaterDay(Timetable plan, InspectionCase @case, Instant now)
    {
        var open = MovableSteps(@case, plan).LastOrDefault()?.DueDate ?? plan.NotificationDay;
        var today = Core.Calendars.LondonTime.DateOf(now);
        var later = LocalDate.Max(open, today);
        return later.PlusMonths(1).Year <= plan.Calendar.LastYear ? plan.Calendar.Plus(later, @case.NoticeInWorkingDays + 1) : later;
    }
}

/// <summary>What the form of an action asks.</summary>
[Flags]
public enum AskFor
{
    Nothing = 0,

    /// <summary>The day on which it happened.</summary>
    Day = 1,

    /// <summary>The day and the clock time at which it happened.</summary>
    Moment = Day | 2,
    Reason = 4,
    Outcome = 8,
    Link = 16,
    Missing = 32,
    Person = 64,
    Items = 128,
    Children = 256,
    Deadline = 512,
    Decision = 1024,
}
