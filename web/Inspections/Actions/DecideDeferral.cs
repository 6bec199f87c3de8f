using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Web.Components.Forms;
using AreaSend.Web.Inspections.History;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>The request for deferral is decided; granted, it ends this timetable (¶ 84).</summary>
internal sealed class DecideDeferral()
    : InspectionAction<DeferralDecided>("deferral-decided", "Decide the request for deferral", "The request for deferral is decided")
{
    private static readonly ChoiceQuestion Granted = new("Granted", "Is the deferral granted?", "whether the deferral is granted",
    [
        new("yes", "Yes, granted") { Hint = "This timetable ends; plan another inspection instead" },
        new("no", "No, refused") { Hint = "The inspection goes on as planned" },
    ]);

    public override bool ChangesCourse => true;

    public override IReadOnlyList<Question> Asks(InspectionView view) => [Granted, Reasons.Public(view, Reasons.Everybody), Reasons.Private];

    protected override DeferralDecided Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) =>
        new(now, answers["Granted"] == "yes", Reasons.Of(answers));

    protected override EventSentence Told(DeferralDecided fact) => Sentence(fact.Granted ? "Deferral granted" : "Deferral refused", fact.Reason);
}
