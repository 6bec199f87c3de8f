using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Web.Inspections.History;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>The inspection will not be carried out. It cannot be undone.</summary>
internal sealed class WithdrawInspection() : InspectionAction<InspectionWithdrawn>("withdrawn", "Withdraw the inspection", "The inspection is withdrawn")
{
    public override bool ChangesCourse => true;

    public override IReadOnlyList<Question> Asks(InspectionView view) => [Reasons.Public(view, Reasons.Everybody), Reasons.Private];

    protected override InspectionWithdrawn Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) => new(now, Reasons.Of(answers));

    protected override EventSentence Told(InspectionWithdrawn fact) => Sentence("Inspection withdrawn", fact.Reason);
}
