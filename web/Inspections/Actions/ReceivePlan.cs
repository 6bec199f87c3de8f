using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>The priority action plan came in (¶ 148).</summary>
internal sealed class ReceivePlan()
    : InspectionAction<PlanReceived>("plan-received", "Record the priority action plan received", "The priority action plan is recorded as received")
{
    public override IReadOnlyList<Question> Asks(InspectionView view) => [Days.Happened, FileQuestion.Of(PaperKind.Plan, view)];

    protected override PlanReceived Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) => new(Days.Happened.MomentOf(answers));

    protected override EventSentence Told(PlanReceived fact, FrameworkEdition edition) => Sentence("Priority action plan received");
}
