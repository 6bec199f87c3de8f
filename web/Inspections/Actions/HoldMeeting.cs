using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Web.Components.Forms;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>The engagement meeting was held (¶ 188, 189).</summary>
internal sealed class HoldMeeting()
    : InspectionAction<MeetingHeld>("meeting-held", "Record the meeting held", "The meeting is recorded as held; the letter is due within one calendar month")
{
    private static readonly ChoicesQuestion Attended = Parties.Ask("Attended", "Who attended?", "who attended", Enum.GetValues<MeetingParty>()) with
    {
        Hint = "By their part in it: no name is kept here. The letter says it (paragraph 191)",
    };

    public override IReadOnlyList<Question> Asks(InspectionView view) => [Attended, Days.Happened];

    protected override MeetingHeld Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) =>
        new(Days.Happened.MomentOf(answers), Parties.Of(answers, Attended.Name));

    protected override IEnumerable<(string Name, string Value)> AnswersOf(MeetingHeld fact, InspectionCase @case) =>
        fact.Attended.Select(party => (Attended.Name, party.ToString()));

    protected override EventSentence Told(MeetingHeld fact, FrameworkEdition edition) =>
        Sentence("Engagement meeting held", $"Attended by {string.Join("; ", fact.Attended.Select(party => party.Show()))}.");
}

/// <summary>Those who have a part in an engagement meeting, as a question.</summary>
internal static class Parties
{
    public static ChoicesQuestion Ask(string name, string label, string what, IReadOnlyList<MeetingParty> parties) =>
        new(name, label, what, [.. parties.Select(party => new Choice(party.ToString(), Core.SentenceCase.Capital(party.Show())))]);

    public static IReadOnlyList<MeetingParty> Of(Answers answers, string name) =>
        [
            .. answers.Many(name)
                .Select(party => Enum.TryParse<MeetingParty>(party, out var known) ? known : (MeetingParty?)null)
                .OfType<MeetingParty>()
                .Distinct(),
        ];
}
