using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>
/// Ofsted and CQC write to the director and the representative of the integrated care board about the meeting (¶ 191). What is confirmed here is the letter.
/// </summary>
internal sealed class SendMeetingLetter()
    : InspectionAction<MeetingLetterSent>("meeting-letter-sent", "Send the letter about the meeting", "The letter about the meeting is sent")
{
    private const string Read =
        "Read by: the director of children’s services and the chief executive of the integrated care board, by e-mail; and everybody with a role here. It is never published. Name no child or young person";

    private static readonly PassageQuestion Agenda = new("Agenda", "What was discussed?", "a factual summary of the agenda items discussed")
    {
        Short = "Agenda items discussed",
        Hint = $"A factual summary of the agenda items. {Read}",
    };

    private static readonly PassageQuestion Next = new(
        "NextMeeting",
        "When, roughly, is the next engagement meeting?",
        "roughly when the next engagement meeting is")
    {
        Short = "Next engagement meeting",
        Hint = "For example, autumn 2027",
    };

    private static readonly PassageQuestion Steps = new("NextSteps", "Any next steps? (optional)", What: null) { Short = "Next steps" };

    public override IReadOnlyList<Question> Asks(InspectionView view) => [Agenda, Next, Steps, FileQuestion.Of(PaperKind.MeetingLetter, view)];

    protected override MeetingLetterSent Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) =>
        new(now, answers.Text(Agenda.Name), answers.Text(Next.Name), answers.Text(Steps.Name));

    protected override IEnumerable<(string Name, string Value)> AnswersOf(MeetingLetterSent fact, InspectionCase @case) =>
        [(Agenda.Name, fact.Agenda), (Next.Name, fact.NextMeeting), (Steps.Name, fact.NextSteps)];

    protected override EventSentence Told(MeetingLetterSent fact, FrameworkEdition edition) => Sentence(
        "Letter about the meeting sent", fact.Agenda, $"Next engagement meeting: {fact.NextMeeting}", fact.NextSteps.Length > 0 ? $"Next steps: {fact.NextSteps}" : null);
}
