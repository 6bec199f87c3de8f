using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>The officer's deputy leaves and nobody follows: the room and the copies end.</summary>
internal sealed class EndDeputy() : InspectionAction<DeputyNamed>("deputy-leaves", "Record that the officer's deputy leaves", "The officer has no deputy any more")
{
    public override bool ComesSecond => true;

    public override string? WhyNot(InspectionView view) => view.Case.Deputy is null ? "The officer has no deputy, so none can leave." : base.WhyNot(view);

    public override IReadOnlyList<Question> Asks(InspectionView view) => [Days.Happened, Days.Clock];

    protected override DeputyNamed Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) => new(Days.Clock.MomentOf(answers), Person: null);

    protected override EventSentence Told(DeputyNamed fact, FrameworkEdition edition) => InspectionAction.Tell(fact, edition)!;
}
