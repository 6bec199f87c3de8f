using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>Ofsted and CQC send the priority action plan back (¶ 149).</summary>
internal sealed class SendPlanBack()
    : InspectionAction<PlanReturned>("plan-returned", "Send the priority action plan back", "The priority action plan is sent back")
{
    private static readonly PassageQuestion Missing = new("Missing", "What does the plan lack?", "what the plan lacks")
    {
        Hint = "Read by: the principal authority, by e-mail (paragraph 149); and everybody with a role here, in the history",
    };

    public override IReadOnlyList<Question> Asks(InspectionView view) =>
        [Missing, Days.Happened, FileQuestion.Of(PaperKind.PlanComments, view), Reasons.Private];

    protected override PlanReturned Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) =>
        new(Days.Happened.MomentOf(answers), answers.Text(Missing.Name));

    protected override IEnumerable<(string Name, string Value)> AnswersOf(PlanReturned fact, InspectionCase @case) =>
        [(Missing.Name, fact.Missing)];

    protected override EventSentence Told(PlanReturned fact, FrameworkEdition edition) => Sentence("Priority action plan sent back", $"Missing: {fact.Missing}");
}
