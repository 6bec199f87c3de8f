using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>
/// Before the area is notified the days on site move as one, and every other date with them: that is planning anew, and nobody outside is told. A deadline set
/// by hand is something else.
/// </summary>
internal sealed class RePlan() : InspectionAction<DeadlineOverridden>("re-plan", "Re-plan the inspection", "The inspection is planned for other days")
{
    private static readonly DateQuestion First = new("First", "First on-site day", "First on-site day");

    private static readonly DateQuestion LastDay = new("Last", "Last on-site day (optional)", "Last on-site day") { IsOptional = true };

    public override bool ChangesCourse => true;

    public override string? WhyNot(InspectionView view) =>
        base.WhyNot(view)
        ?? (view.Case.Notification is not null ? "The area has been notified. Set a deadline by hand instead." : null)
        ?? (view.Plan.Marking(view.Case.Type.PlannedFor) is { Met: null } ? null : "The days on site have begun.");

    public override IReadOnlyList<Question> Asks(InspectionView view)
    {
        var first = First with
        {
            Label = view.Case.Type.IsInspection ? First.Label : $"Day of the {view.Case.Type.Noun}",
            Hint = $"Now {LondonTime.Show(view.Plan.Marking(view.Case.Type.PlannedFor)!.DueDate!.Value)}. Every other date follows from it",
            IsNow = view.Plan.Marking(view.Case.Type.PlannedFor)!.DueDate,
        };
        return
        [
            first,
            .. view.Case.Type.OnSiteDays is null ? [] : (Question[])[LastDay with { Hint = "Leave it empty to stay on site for as many days as now" }],
            Reasons.Public(view, Reasons.OfMovedDates),
            Reasons.Private,
        ];
    }

    protected override IReadOnlyList<BuildFact> Facts(Answers answers)
    {
        var (view, last) = (answers.View, LastDay.IfGiven(answers));
        var type = view.Case.Type;
        var moves = First.Of(answers) != view.Plan.Marking(type.PlannedFor)!.DueDate || last is null;
        return
        [
            .. moves ? [Fact] : Array.Empty<BuildFact>(),
            .. last is { } day
                ? [(@case, plan, now) => DateMoves.Override(@case, plan, plan.Marking(Anchor.OnSiteEnds)!.Key, day, Reasons.Of(answers), now)]
                : Array.Empty<BuildFact>(),
        ];

        Fact Fact(InspectionCase @case, Timetable plan, Instant now) => this.Fact(answers, @case, plan, now);
    }

    protected override DeadlineOverridden Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) =>
        DateMoves.Override(@case, plan, plan.Marking(@case.Type.PlannedFor)!.Key, First.Of(answers), Reasons.Of(answers), now);

    protected override EventSentence Told(DeadlineOverridden fact, FrameworkEdition edition) => Tell(fact, edition);

    /// <summary>How a day that was set is told.</summary>
    public static EventSentence Tell(DeadlineOverridden fact, FrameworkEdition edition) => Sentence(
        edition.IsRePlanned(fact) ? "Re-planned" : "Deadline set by hand",
        $"Now {LondonTime.Show(fact.Due)}. {fact.Reason}") with
    { Moved = MovedDates.Of(fact) };
}
