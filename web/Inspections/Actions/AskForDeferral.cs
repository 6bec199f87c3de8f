using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>The area asked for the inspection to be deferred (¶ 84).</summary>
internal sealed class AskForDeferral()
    : InspectionAction<DeferralAsked>(
        "deferral-asked",
        "Record a request for deferral",
        "The request for deferral is recorded; arrangements go on until it is decided")
{
    private static readonly PassageQuestion Reason = new("Reason", "Why? The area’s own reason", "a reason")
    {
        Hint =
            "The area’s own reason. Read by: everybody with a role here, in the history; nobody is written to until it is decided. Name no child, young person or member of staff",
    };

    public override bool ChangesCourse => true;

    public override IReadOnlyList<Question> Asks(InspectionView view) => [Days.Happened, Reason, Reasons.Private];

    protected override DeferralAsked Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) =>
        new(Days.Happened.MomentOf(answers), Reasons.Of(answers));

    protected override IEnumerable<(string Name, string Value)> AnswersOf(DeferralAsked fact, InspectionCase @case) =>
        [(Reason.Name, fact.Reason)];

    protected override EventSentence Told(DeferralAsked fact, FrameworkEdition edition) => Sentence("Deferral asked for", fact.Reason);
}
