using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Web.Inspections.History;

namespace AreaSend.Web.Tests.Inspections;

/// <summary>A row of the history is an act of a person or of the clock; what came of it is folded under it.</summary>
public sealed class HistoryActTests
{
    private static readonly Instant Nine = Instant.FromUtc(2025, 9, 8, 8, 0);
    private static readonly Instant Later = Nine + Duration.FromMinutes(1);
    private static readonly Guid File = Guid.Parse("0199a0f0-0000-7000-8000-000000000001");
    private static readonly Guid Other = Guid.Parse("0199a0f0-0000-7000-8000-000000000002");

    public static TheoryData<string, string, Instant, (Recorder By, Instant At, InspectionEvent Happened)[]> Courses => new()
    {
        { "one entry for many items", "3", Nine,
            [By(Recorder.Coordinator, Nine, new ItemReceived(Nine, "2.1")), By(Recorder.Coordinator, Nine, new ItemReceived(Nine, "2.2")), By(Recorder.Coordinator, Nine, new ItemReceived(Nine, "2.3"))] },
        { "items of two entries", "1 1", Nine, [By(Recorder.Coordinator, Nine, new ItemReceived(Nine, "2.1")), By(Recorder.Coordinator, Later, new ItemReceived(Later, "2.2"))] },
        { "the notification with its e-mails, which leave later", "1(4)", Nine,
            [By(Recorder.Engine, Nine, new Notified(Nine)), By(Recorder.Engine, Nine, Raised("a", because: 1)), By(Recorder.Engine, Nine, Raised("b", because: 1)),
            By(Recorder.Engine, Later, new NoticeSent("b")), By(Recorder.Engine, Later, new NoticeSent("a"))] },
        { "an e-mail of an earlier act goes under that", "1(2) 1", Nine,
            [By(Recorder.Coordinator, Nine, new DraftReportShared(Nine)), By(Recorder.Coordinator, Later, new CommentsReceived(Later)), By(Recorder.Engine, Later, Raised("a", because: 1)),
            By(Recorder.Engine, Later, new NoticeSent("a"))] },
        { "reminders that fell due at one moment, and their sending", "2(2)", Nine,
            [By(Recorder.Engine, Nine, Raised("a")), By(Recorder.Engine, Nine, Raised("b")), By(Recorder.Engine, Later, new NoticeSent("a")), By(Recorder.Engine, Later, new NoticeSent("b"))] },
        { "reminders of two moments", "1 1", Nine, [By(Recorder.Engine, Nine, Raised("a")), By(Recorder.Engine, Later, Raised("b"))] },
        { "an e-mail that did not arrive is a matter of its own", "1(1) 1", Nine, [By(Recorder.Engine, Nine, new Notified(Nine)), By(Recorder.Engine, Nine, Raised("a", because: 1)), By(Recorder.Engine, Later, new NoticeUndeliverable("a", "No such address"))] },
        { "a file with its checks, another between", "1(2) 1(1)", Nine,
            [By(Recorder.Ingestion, Nine, Arrived(File)), By(Recorder.Ingestion, Nine, Arrived(Other)), By(Recorder.Ingestion, Later, new UploadScanned(Later, File, "clamd")),
            By(Recorder.Ingestion, Later, new UploadRefused(Later, Other, "macros", "Save it without macros")), By(Recorder.Ingestion, Later, new UploadAccepted(Later, File, 12, new string('a', 64)))] },
        { "a paper that came with the form, and its check", "1(2)", Nine,
            [By(Recorder.Coordinator, Nine, new DraftReportShared(Nine)), By(Recorder.Coordinator, Nine, new PaperFiled(Nine, File, PaperKind.Draft.Key, 1)),
            By(Recorder.Ingestion, Later, new PaperAccepted(Later, File, 12, new string('a', 64)))] },
        { "a later version of it is an act of its own, with its check", "1(1) 1(1)", Nine,
            [By(Recorder.Coordinator, Nine, new DraftReportShared(Nine)), By(Recorder.Coordinator, Nine, new PaperFiled(Nine, File, PaperKind.Draft.Key, 1)),
            By(Recorder.Coordinator, Later, new PaperFiled(Later, Other, PaperKind.Draft.Key, 1)), By(Recorder.Ingestion, Later, new PaperRefused(Later, Other, "macros", "Save it without macros"))] },
        { "the end of the days on site and what is not owed any more", "1(1)", Nine, [By(Recorder.Engine, Nine, new OnSiteEnded(Nine)), By(Recorder.Engine, Nine, new NotReceived(Nine, [Steps.LanoNominated], []))] },
        { "two facts of the clock at one moment stay two", "1 1", Nine, [By(Recorder.Engine, Nine, new SurveysClosed(Nine)), By(Recorder.Engine, Nine, new FieldworkStarted(Nine))] },
        { "an e-mail of an edition that said no cause", "1 1", Nine, [By(Recorder.Engine, Nine, new Notified(Nine)), By(Recorder.Engine, Nine, Raised("a"))] },
    };

    [Theory]
    [MemberData(nameof(Courses))]
    public void Of_FoldsWhatCameOfAnAct(string reason, string acts, Instant _, (Recorder By, Instant At, InspectionEvent Happened)[] course)
    {
        List<RecordedEvent> history = [.. course.Select((one, index) => new RecordedEvent(index + 1, one.At, one.By, one.Happened))];

        var found = HistoryAct.Of(history);

        Assert.True(acts == string.Join(' ', found.Select(act => $"{act.Events.Count}{(act.Consequences.Count > 0 ? $"({act.Consequences.Count})" : "")}")), reason);
        Assert.Equal(history.Select(one => one.Seq), found.SelectMany(act => act.Events.Concat(act.Consequences)).Select(one => one.Seq).Order()); // nothing is lost, nothing told twice
    }

    private static (Recorder By, Instant At, InspectionEvent Happened) By(Recorder by, Instant at, InspectionEvent happened) => (by, at, happened);

    private static NoticeRaised Raised(string key, int? because = null) => new(key, "surveys-closing", RecipientRole.Lano) { Because = because is { } fact ? [fact] : null };

    private static UploadArrived Arrived(Guid document) => new(Nine, document, ["2.1"]);
}
