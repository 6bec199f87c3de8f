using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Web.Components.Forms;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>The agenda of an engagement meeting was agreed by all who have to agree it (¶ 190).</summary>
internal sealed class AgreeAgenda() : InspectionAction<AgendaAgreed>("agenda-agreed", "Record the agenda agreed", "The agenda is recorded as agreed")
{
    private static readonly ChoicesQuestion By = Parties.Ask("By", "Who has agreed the agenda?", "who has agreed it", MeetingParties.OfTheAgenda) with
    {
        Hint = "Themselves, or their delegates. Record it when all of them have (paragraph 190)",
    };

    public override IReadOnlyList<Question> Asks(InspectionView view) => [By, Days.Happened];

    protected override AgendaAgreed Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) =>
        new(Days.Happened.MomentOf(answers), Parties.Of(answers, By.Name));

    protected override IEnumerable<(string Name, string Value)> AnswersOf(AgendaAgreed fact, InspectionCase @case) =>
        fact.By.Select(party => (By.Name, party.ToString()));

    protected override EventSentence Told(AgendaAgreed fact, FrameworkEdition edition) => Sentence("Agenda agreed", $"By {string.Join("; ", fact.By.Select(party => party.Show()))}.");
}
