using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Notices;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AreaSend.Services.Tests.Notices;

/// <summary>An inspection lived through: each notice is written when the duties say that it is owed, under the key that they give it.</summary>
public sealed class WholeInspectionTests
{
    private static readonly Fact[] Recorded =
    [
        new LanoNominated(SampleInspection.At(2025, 9, 8, 14), Guid.Empty),
        .. AreaSend2024.Full.Asks.ItemsOf("person-level-lists", 0).Select(item => new ItemReceived(SampleInspection.At(2025, 9, 9, 8), item)),
        new LanoLinkAsked(SampleInspection.At(2025, 9, 9, 12)),
        new LeaderLinkAsked(SampleInspection.At(2025, 9, 9, 12), RecipientRole.Icb),
        new ChildrenSelected(SampleInspection.At(2025, 9, 9, 16), 6),
        new UploadArrived(SampleInspection.At(2025, 9, 10, 10), SampleInspection.Document, ["2.4", "7.3/A"]),
        new UploadRefused(SampleInspection.At(2025, 9, 10, 10, 1), SampleInspection.Document, "macros", "The file contains macros: save it without them and send that."),
        new ExtraItemAsked(SampleInspection.At(2025, 9, 10, 11), "extra-1", "Minutes of the fictional board", "To see what was decided.", new LocalDate(2025, 9, 15), new LocalTime(17, 0)),
        new InspectionPaused(SampleInspection.At(2025, 9, 16, 14), "A fictional reason."),
        new InspectionResumed(SampleInspection.At(2025, 9, 17, 10), []),
        new DraftReportShared(SampleInspection.At(2025, 10, 20)),
        new FinalReportShared(SampleInspection.At(2025, 11, 11), new Outcome.WidespreadFailings("Fictional Trust", IsSeparate: true)),
        new ComplaintReceived(SampleInspection.At(2025, 11, 13)),
        new ComplaintWasResolved(SampleInspection.At(2025, 11, 24)),
        new ReportPublished(SampleInspection.At(2025, 11, 27), "https://reports.example.org/999"),
        new PlanReceived(SampleInspection.At(2026, 1, 12)),
        new PlanReturned(SampleInspection.At(2026, 1, 19), "A fictional gap."),
        new PlanReceived(SampleInspection.At(2026, 1, 26)),
        new PlanWasConfirmed(SampleInspection.At(2026, 2, 2)),
    ];

    private readonly List<(OwedNotice Owed, List<LocalDate> Due, ComposedNotice Notice)> _written = [];

    [Fact]
    public async Task Notices_OfAWholeInspection_AreSoundAndTellOfTheDeadlineInTheirKey()
    {
        await LiveThroughAsync();

        Assert.All(_written, line =>
        {
            line.Notice.IsSound();
            foreach (var due in line.Due)
            {
                line.Notice.Says(LondonTime.Show(due));
            }
        });
        Assert.Equal(
            NoticeMatrix.Of(SampleInspection.Planned().Case).Select(row => row.Template).Except(["deferral-decided", "withdrawn", "correction", "handed-in", "hand-in-refused"]).Distinct().Order(),
            _written.Select(line => line.Owed.Template).Distinct().Order());
    }

    private async Task LiveThroughAsync()
    {
        await using var services = Composing.Host();
        var composer = services.GetRequiredService<NoticeComposer>();
        var inspection = SampleInspection.Planned();
        var script = new Queue<Fact>(Recorded);
        var now = SampleInspection.At(2025, 9, 8);
        while (now < SampleInspection.At(2026, 3, 1))
        {
            while (inspection.Inspection.ClockFact(now) is { } happened)
            {
                inspection = inspection.With(happened);
            }

            while (script.TryPeek(out var next) && next.HappenedAt <= now)
            {
                script.Dequeue();
                inspection = inspection.With(next is InspectionResumed ? DateMoves.Resume(inspection.Case, inspection.Plan, next.HappenedAt) : next);
            }

            foreach (var owed in inspection.Inspection.Notices(now))
            {
                var due = owed.About.Select(step => inspection.Plan[step].DueDate!.Value).Distinct().ToList();
                _written.Add((owed, due, await composer.ComposeAsync(inspection.Request(owed), TestContext.Current.CancellationToken)));
                inspection = inspection.Raise(owed, now);
            }

            var moments = new[] { inspection.Inspection.NextWake(now), script.TryPeek(out var coming) ? coming.HappenedAt : null }.OfType<Instant>().ToList();
            if (moments.Count == 0)
            {
                break;
            }

            now = moments.Min();
        }

        Assert.Empty(script);
    }
}
