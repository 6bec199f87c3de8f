using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>Ofsted and CQC confirm the priority action plan (¶ 150).</summary>
internal sealed class ConfirmPlan()
    : InspectionAction<PlanWasConfirmed>("plan-confirmed", "Confirm the priority action plan", "The priority action plan is confirmed")
{
    public override IReadOnlyList<Question> Asks(InspectionView view) => [Days.Happened];

    protected override PlanWasConfirmed Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) => new(Days.Happened.MomentOf(answers));

    protected override EventSentence Told(PlanWasConfirmed fact, FrameworkEdition edition) => Sentence("Priority action plan confirmed");
}
