using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>The inspection pauses (¶ 80).</summary>
internal sealed class PauseInspection() : InspectionAction<InspectionPaused>("paused", "Pause the inspection", "The inspection is paused")
{
    public override bool ChangesCourse => true;

    public override IReadOnlyList<Question> Asks(InspectionView view) => [Reasons.Public(view, Reasons.OfPause), Reasons.Private];

    protected override InspectionPaused Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) => new(now, Reasons.Of(answers));

    protected override IEnumerable<(string Name, string Value)> AnswersOf(InspectionPaused fact, InspectionCase @case) =>
        [(Reasons.PublicName, fact.Reason)];

    protected override EventSentence Told(InspectionPaused fact, FrameworkEdition edition) => Sentence("Inspection paused", fact.Reason);
}
