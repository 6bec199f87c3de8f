using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Web.Components.Forms;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>
/// The lead inspector sets a deadline by hand; what hangs on it moves with it. Before notification there is none yet: see <see cref="RePlan"/>.
/// </summary>
internal sealed class SetDeadline() : InspectionAction<DeadlineOverridden>("deadline", "Set a deadline by hand", "The deadline is set")
{
    private static readonly DateQuestion Due = new("Due", "New deadline", "New deadline");

    public override bool ChangesCourse => true;

    public override bool ComesSecond => true;

    public override string? WhyNot(InspectionView view) =>
        base.WhyNot(view)
        ?? (view.Case.Notification is null ? $"The area has not been notified, so no deadline stands yet. Re-plan the {view.Case.Type.Noun} instead." : null)
        ?? (Movable(view).Any() ? null : $"No deadline of this {view.Case.Type.Noun} can be moved any more.");

    public override IReadOnlyList<Question> Asks(InspectionView view) =>
    [
        new ChoiceQuestion("Step", "Which deadline?", "the deadline to set",
            [
                new("", "Choose a deadline"),
                .. Movable(view).Select(step => new Choice(step.Key, $"{step.Definition.Title}, now {LondonTime.ShowShort(step.DueDate!.Value)}")),
            ]) { IsList = true },
        Due,
        Reasons.Public(view, Reasons.OfMovedDates),
        Reasons.Private,
    ];

    protected override DeadlineOverridden Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) =>
        DateMoves.Override(@case, plan, answers["Step"]!, Due.Of(answers), Reasons.Of(answers), now);

    protected override EventSentence Told(DeadlineOverridden fact, FrameworkEdition edition) => RePlan.Tell(fact, edition);

    private static IEnumerable<PlannedStep> Movable(InspectionView view) => view.Plan.Steps.Where(step =>
        step is { Met: null, Held: false, DueDate: not null } && step.Definition.Due is not MonthsAfter && !view.Case.NotReceived.ContainsKey(step.Key));
}
