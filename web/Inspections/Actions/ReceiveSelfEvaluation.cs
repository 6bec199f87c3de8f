using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>The area’s self-evaluation came in before an engagement meeting (¶ 182).</summary>
internal sealed class ReceiveSelfEvaluation()
    : InspectionAction<SelfEvaluationReceived>("self-evaluation-received", "Record the self-evaluation received", "The self-evaluation is recorded as received")
{
    public override IReadOnlyList<Question> Asks(InspectionView view) => [Days.Happened];

    protected override SelfEvaluationReceived Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) => new(Days.Happened.MomentOf(answers));

    protected override EventSentence Told(SelfEvaluationReceived fact, FrameworkEdition edition) => Sentence("Self-evaluation received");
}
