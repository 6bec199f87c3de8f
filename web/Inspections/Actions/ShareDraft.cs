using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>The draft report was shared with the area (¶ 136).</summary>
internal sealed class ShareDraft()
    : InspectionAction<DraftReportShared>("draft-shared", "Record the draft report shared", "The draft report is recorded as shared")
{
    public override IReadOnlyList<Question> Asks(InspectionView view) => [Days.Happened, FileQuestion.Of(PaperKind.Draft, view)];

    protected override DraftReportShared Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) => new(Days.Happened.MomentOf(answers));

    protected override EventSentence Told(DraftReportShared fact, FrameworkEdition edition) => Sentence("Draft report shared");
}
