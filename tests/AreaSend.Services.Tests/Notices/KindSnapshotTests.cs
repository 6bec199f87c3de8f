using System.Text;
using AngleSharp.Html.Parser;
using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Notices;
using AreaSend.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.Tests.Notices;

/// <summary>
/// The words of each kind of inspection but the full one: every notice of a course in which everything happens, in both of its parts, as it stands
/// in <c>Notices/Expected</c>. What it says now is left in <c>TestResults</c> when it differs.
/// </summary>
public sealed class KindSnapshotTests
{
    private static readonly Dictionary<string, Fact[]> Courses = new()
    {
        [InspectionKind.Monitoring] =
        [
            new LanoNominated(SampleInspection.At(2025, 9, 8, 14), Guid.Empty),
            new ItemsAsked(SampleInspection.At(2025, 9, 9, 9), ["1.3", "2.4", "7.1"]),
            new ChildrenSelected(SampleInspection.At(2025, 9, 10, 9), 2),
            new UploadArrived(SampleInspection.At(2025, 9, 10, 10), SampleInspection.Document, ["2.4"]),
            new UploadRefused(SampleInspection.At(2025, 9, 10, 10, 1), SampleInspection.Document, "macros", "The file contains macros: save it without them and send that."),
            new ExtraItemAsked(SampleInspection.At(2025, 9, 10, 11), "extra-1", "Minutes of the fictional board", "To see what was decided.", new LocalDate(2025, 9, 15), new LocalTime(17, 0)),
            new DeferralAsked(SampleInspection.At(2025, 9, 11, 10), "A fictional flood."),
            new DeferralDecided(SampleInspection.At(2025, 9, 11, 11), Granted: false, "A fictional reason."),
            new DraftReportShared(SampleInspection.At(2025, 10, 14)),
            new FinalReportShared(SampleInspection.At(2025, 11, 4), Outcome: null, new MonitoringResult([new("Waiting times", true), new("EHC plans", false)])
            {
                Plan = new ResponsibleAuthority("Fictional Trust", IsSeparate: true), NextFullBy = new LocalDate(2026, 12, 18),
            }),
            new ComplaintReceived(SampleInspection.At(2025, 11, 6)),
            new ComplaintWasResolved(SampleInspection.At(2025, 11, 12)),
            new ReportPublished(SampleInspection.At(2025, 11, 17), "https://reports.example.org/999"),
            new PlanReceived(SampleInspection.At(2026, 1, 5)),
            new PlanReturned(SampleInspection.At(2026, 1, 6), "A fictional gap."),
            new PlanReceived(SampleInspection.At(2026, 1, 12)),
            new PlanWasConfirmed(SampleInspection.At(2026, 1, 19)),
        ],
        [InspectionKind.Engagement] =
        [
            new AgendaAgreed(SampleInspection.At(2025, 9, 17), MeetingParties.OfTheAgenda),
            new MeetingHeld(SampleInspection.At(2025, 9, 22), [MeetingParty.RegionalDirector, MeetingParty.CqcInspector, MeetingParty.Dcs, MeetingParty.HealthTeams]),
            new MeetingLetterSent(SampleInspection.At(2025, 10, 10), "Progress with the strategic plan.\nWaiting times for speech and language therapy.", "Autumn 2026", "The partnership shares its new commissioning plan."),
        ],
        [InspectionKind.Thematic] =
        [
            new DeferralAsked(SampleInspection.At(2025, 9, 11, 10), "A fictional flood."),
            new DeferralDecided(SampleInspection.At(2025, 9, 11, 11), Granted: false, "A fictional reason."),
        ],
        [InspectionKind.Revisit] =
        [
            new DeferralAsked(SampleInspection.At(2025, 9, 11, 10), "A fictional flood."),
            new DeferralDecided(SampleInspection.At(2025, 9, 11, 11), Granted: false, "A fictional reason."),
            new RevisitLetterShared(SampleInspection.At(2025, 10, 20), [new("Waiting times", true), new("EHC plans", false)], ["Short breaks"]),
        ],
    };

    public static TheoryData<string> Kinds => [.. Editions.Shipped.Kinds.Where(kind => kind != InspectionKind.Full)];

    private static FrameworkEdition First(string kind) => Editions.Shipped.Held.First(edition => edition.Find(kind) is not null);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task EveryNotice_OfAKind_SaysThis(string kind)
    {
        await using var services = Composing.Host();
        var composer = services.GetRequiredService<NoticeComposer>();
        var said = new StringBuilder();
        var told = new HashSet<(string, RecipientRole)>();
        var already = new List<(string Words, string? To)>();
        foreach (var (owed, inspection) in LivedThrough(kind).Where(notice => told.Add((notice.Owed.Template, notice.Owed.To))))
        {
            var notice = await composer.ComposeAsync(inspection.Request(owed), TestContext.Current.CancellationToken);
            notice.IsSound();
            var words = $"{notice.Subject}\n\n{notice.Text}\n\n##### The same as HTML\n\n{Body(notice.Html)}\n\n".Replace(owed.To.Show(), "[the role]", StringComparison.Ordinal);
            var before = already.FirstOrDefault(one => one.Words == words).To;
            said.Append($"##### {owed.Template} to {owed.To.Key()}: {(before is null ? words : $"word for word as to {before}\n\n")}");
            already.Add((words, owed.To.Key()));
        }

        Compare(kind, said.ToString());
        Assert.Empty(NoticesOf(kind).Except(told.Select(notice => notice.Item1)));
    }

    // A pause, a withdrawal, moved dates, corrections and what is handed in are the same for every kind, and have tests of their own.
    private static IEnumerable<string> NoticesOf(string kind) => First(kind).Find(kind)!.Notices
        .Select(row => row.Template).Where(template => template is not ("paused" or "resumed" or "withdrawn" or "dates-changed" or "lano-link" or "leader-link" or "correction" or "handed-in" or "hand-in-refused")).Distinct();

    private static IEnumerable<(OwedNotice Owed, SampleInspection Inspection)> LivedThrough(string kind)
    {
        var (inspection, script, now) = (SampleInspection.Planned(kind, First(kind).Id), new Queue<Fact>(Courses[kind]), SampleInspection.At(2025, 8, 25));
        while (true)
        {
            while (inspection.Inspection.ClockFact(now) is { } happened)
            {
                inspection = inspection.With(happened);
            }

            while (script.TryPeek(out var next) && next.HappenedAt <= now)
            {
                Assert.Null(inspection.Inspection.WhyNot(next, now));
                inspection = inspection.With(script.Dequeue());
            }

            foreach (var owed in inspection.Inspection.Notices(now))
            {
                yield return (owed, inspection);
                inspection = inspection.Raise(owed, now);
            }

            var moments = new[] { inspection.Inspection.NextWake(now), script.TryPeek(out var coming) ? coming.HappenedAt : null }.OfType<Instant>().ToList();
            if (moments.Count == 0)
            {
                yield break;
            }

            now = moments.Min();
        }
    }

    // From the heading on: the frame is the same for all.
    private static string Body(string html) =>
        new HtmlParser().ParseDocument(html).QuerySelector("h1")!.ParentElement!.InnerHtml.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    private static void Compare(string kind, string actual)
    {
        var path = Path.Combine(Repository.Folder("tests/AreaSend.Services.Tests/Notices/Expected"), $"{kind}.txt");
        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        if (expected != actual)
        {
            var folder = Directory.CreateDirectory(Repository.Folder("TestResults"));
            File.WriteAllText(Path.Combine(folder.FullName, $"notices-{kind}.actual.txt"), actual);
        }

        Assert.Equal(expected, actual);
    }
}
