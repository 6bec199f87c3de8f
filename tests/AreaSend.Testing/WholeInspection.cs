using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Testing;

/// <summary>Something that somebody does in <see cref="WholeInspection"/>.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="At">When, by the timetable as it stands then.</param>
/// <param name="Fact">What is recorded; null for the naming of the officer, which comes with a person.</param>
public sealed record Act(string Name, Func<Timetable, Instant> At, Func<InspectionCase, Instant, Fact>? Fact);

/// <summary>An inspection with everything in it: complete Annex A, comments, a complaint, outcome 3 with a plan that is sent back once.</summary>
public static class WholeInspection
{
    private const int Children = 6;

    /// <summary>What people do, in order; the engine does the rest.</summary>
    public static IReadOnlyList<Act> Acts { get; } =
    [
        new("lano", plan => Noon(plan.NotificationDay), Fact: null),
        .. Items("person-level-lists", 0, plan => Morning(plan["person-level-lists"].DueDate!.Value)),
        .. Items("providers-list", 0, plan => Morning(plan["providers-list"].DueDate!.Value)),
        .. Items("arrangements", 0, plan => Morning(plan["arrangements"].DueDate!.Value)),
        new("children", plan => Noon(plan["tracked-children"].DueDate!.Value), (_, at) => new ChildrenSelected(at, Children)),
        .. Items("further-information", 0, plan => Morning(plan["further-information"].DueDate!.Value)),
        .. Items("tracked-children-information", Children, plan => Noon(plan["tracked-children-information"].DueDate!.Value)),
        On("draft-report", (_, at) => new DraftReportShared(at)),
        On("draft-comments", (_, at) => new CommentsReceived(at)),
        On("final-report", (_, at) => new FinalReportShared(at, new Outcome.WidespreadFailings("Fictional Trust", IsSeparate: true))),
        new("complaint", plan => Noon(plan.Calendar.Minus(plan["complaint"].DueDate!.Value, 2)), (_, at) => new ComplaintReceived(at)),
        new("resolution", plan => Noon(plan.Calendar.Plus(plan["complaint"].DueDate!.Value, 6)), (_, at) => new ComplaintWasResolved(at)),
        On("publication", (_, at) => new ReportPublished(at, "https://reports.example.org/whole")),
        On("priority-action-plan", (_, at) => new PlanReceived(at)),
        new("plan returned", plan => Noon(plan.Calendar.Plus(plan["priority-action-plan"].DueDate!.Value, 5)), (_, at) => new PlanReturned(at, "Dates for two actions.")),
        new("plan again", plan => Noon(plan.Calendar.Plus(plan["priority-action-plan"].DueDate!.Value, 10)), (_, at) => new PlanReceived(at)),
        new("plan confirmed", plan => Noon(plan.Calendar.Plus(plan["priority-action-plan"].DueDate!.Value, 15)), (_, at) => new PlanWasConfirmed(at)),
        On("plan-publication", (_, at) => new PlanPublished(at)),
    ];

    private static Act On(string step, Func<InspectionCase, Instant, Fact> fact) => new(step, plan => Noon(plan[step].DueDate!.Value), fact);

    private static IEnumerable<Act> Items(string step, int children, Func<Timetable, Instant> at) =>
        AreaSend2024.Full.Asks.ItemsOf(step, children).Select(item => new Act($"item {item}", at, (_, moment) => new ItemReceived(moment, item)));

    private static Instant Noon(LocalDate date) => LondonTime.At(date, LocalTime.Noon);

    private static Instant Morning(LocalDate date) => LondonTime.At(date, new LocalTime(9, 30));
}
