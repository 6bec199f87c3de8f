using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Web.Components.Forms;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>The strategic plan (¶ 143) or the priority action plan (¶ 150) was published, as the outcome demands.</summary>
internal sealed class PublishPlan() : InspectionAction<PlanPublished>("plan-published", "Record the plan published", "The plan is recorded as published")
{
    private static readonly LineQuestion Link = new("Link", "Web address of the plan", "the web address of the plan, beginning with https://")
    {
        Type = "url",
        Longest = RequiredText.Passage,
        Short = "Web address",
    };

    public override IReadOnlyList<Question> Asks(InspectionView view) => [Link, Days.Happened];

    protected override PlanPublished Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) =>
        new(Days.Happened.MomentOf(answers), answers.Text(Link.Name));

    protected override IEnumerable<(string Name, string Value)> AnswersOf(PlanPublished fact, InspectionCase @case) =>
        [(Link.Name, fact.Link ?? "")];

    protected override EventSentence Told(PlanPublished fact, FrameworkEdition edition) => Sentence("Plan published", fact.Link);
}
