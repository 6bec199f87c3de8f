using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>The area complained (¶ 138).</summary>
internal sealed class ReceiveComplaint()
    : InspectionAction<ComplaintReceived>("complaint-received", "Record a complaint", "The complaint is recorded; it holds publication")
{
    public override IReadOnlyList<Question> Asks(InspectionView view) => [Days.Happened, FileQuestion.Of(PaperKind.Complaint, view)];

    protected override ComplaintReceived Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) => new(Days.Happened.MomentOf(answers));

    protected override EventSentence Told(ComplaintReceived fact, FrameworkEdition edition) => Sentence("Complaint received");
}
