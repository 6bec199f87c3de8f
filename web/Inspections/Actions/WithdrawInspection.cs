using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>The inspection will not be carried out. Nothing more is recorded on it but that this was wrong.</summary>
internal sealed class WithdrawInspection() : InspectionAction<InspectionWithdrawn>("withdrawn", "Withdraw the inspection", "The inspection is withdrawn")
{
    public override bool ChangesCourse => true;

    public override IReadOnlyList<Question> Asks(InspectionView view) => [Reasons.Public(view, Reasons.OfWithdrawal), Reasons.Private];

    protected override InspectionWithdrawn Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) => new(now, Reasons.Of(answers));

    protected override IEnumerable<(string Name, string Value)> AnswersOf(InspectionWithdrawn fact, InspectionCase @case) =>
        [(Reasons.PublicName, fact.Reason)];

    protected override EventSentence Told(InspectionWithdrawn fact, FrameworkEdition edition) => Sentence("Inspection withdrawn", fact.Reason);
}
