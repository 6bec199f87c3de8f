using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>The inspection goes on; what was open is given back the working days that it had left.</summary>
internal sealed class ResumeInspection() : InspectionAction<InspectionResumed>("resumed", "Resume the inspection", "The inspection goes on")
{
    public override bool ChangesCourse => true;

    public override IReadOnlyList<Question> Asks(InspectionView view) => [];

    protected override InspectionResumed Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) => DateMoves.Resume(@case, plan, now);

    protected override EventSentence Told(InspectionResumed fact, FrameworkEdition edition) => Sentence("Inspection resumed") with { Moved = MovedDates.Of(fact) };
}
