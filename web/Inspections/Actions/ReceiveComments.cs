using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>The area’s comments on the draft came in (¶ 137).</summary>
internal sealed class ReceiveComments()
    : InspectionAction<CommentsReceived>("comments-received", "Record comments on the draft", "The comments on the draft are recorded")
{
    public override IReadOnlyList<Question> Asks(InspectionView view) => [Days.Happened, FileQuestion.Of(PaperKind.Comments, view)];

    protected override CommentsReceived Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) => new(Days.Happened.MomentOf(answers));

    protected override EventSentence Told(CommentsReceived fact, FrameworkEdition edition) => Sentence("Comments on the draft received");
}
