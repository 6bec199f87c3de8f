using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>Inspectors selected children and young people outside the site (¶ 90).</summary>
internal sealed class SelectChildren()
    : InspectionAction<ChildrenSelected>("children-selected", "Record the children selected for tracking", "The selection is recorded")
{
    private static readonly NumberQuestion Number = new(
        "Children",
        "How many children and young people?",
        "how many children and young people were selected, like 6")
    {
        Hint = "Usually about 6. No name or number is kept here: they are known as Child A, Child B and so on",
    };

    public override IReadOnlyList<Question> Asks(InspectionView view) => [Number, Days.Happened, Days.Clock];

    protected override ChildrenSelected Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) =>
        new(Days.Clock.MomentOf(answers), Number.Of(answers));

    protected override IEnumerable<(string Name, string Value)> AnswersOf(ChildrenSelected fact, InspectionCase @case) =>
        [(Number.Name, fact.Children.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    protected override EventSentence Told(ChildrenSelected fact, FrameworkEdition edition) => Sentence($"{fact.Children} children and young people selected for tracking");
}
