using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Web.Components.Forms;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>The request for deferral is decided; granted, it ends this timetable (¶ 84).</summary>
internal sealed class DecideDeferral()
    : InspectionAction<DeferralDecided>("deferral-decided", "Decide the request for deferral", "The request for deferral is decided")
{
    private const string Yes = "yes";

    private static readonly ChoiceQuestion Granted = new("Granted", "Is the deferral granted?", "whether the deferral is granted",
    [
        new(Yes, "Yes, granted") { Hint = "This timetable ends; plan another inspection instead" },
        new("no", "No, refused") { Hint = "Everything goes on as planned" },
    ]);

    public override bool ChangesCourse => true;

    public override IReadOnlyList<Question> Asks(InspectionView view) => [Granted, Reasons.Public(view, Reasons.OfDeferral), Reasons.Private];

    protected override DeferralDecided Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) =>
        new(now, answers[Granted.Name] == Yes, Reasons.Of(answers));

    protected override IEnumerable<(string Name, string Value)> AnswersOf(DeferralDecided fact, InspectionCase @case) =>
        [(Granted.Name, fact.Granted ? Yes : "no"), (Reasons.PublicName, fact.Reason)];

    protected override EventSentence Told(DeferralDecided fact, FrameworkEdition edition) => Sentence(fact.Granted ? "Deferral granted" : "Deferral refused", fact.Reason);
}
