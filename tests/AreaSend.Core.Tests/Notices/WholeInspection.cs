using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Tests.Inspections;
using AreaSend.Core.Tests.Timetables;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Notices;

/// <summary>The inspection on site on 22 September 2025 from notification to the published plan, everybody doing everything in time.</summary>
internal static class WholeInspection
{
    /// <summary>What people record, and when.</summary>
    public static IReadOnlyList<(string At, Func<Instant, IEnumerable<Fact>> Facts)> Script { get; } =
    [
        ("2025-09-08 15:00", at => [new LanoNominated(at, Guid.Empty)]),
        ("2025-09-09 08:30", at => Items(at, "list-1", "list-2", "providers")),
        ("2025-09-09 10:00", at => Items(at, [.. AreaSend2024.Full.Asks.ItemsOf("arrangements", 0)])),
        ("2025-09-09 16:00", at => [new ChildrenSelected(at, 2)]),
        ("2025-09-12 16:00", at => Items(at, [.. AreaSend2024.Full.Asks.ItemsOf("further-information", 2), .. AreaSend2024.Full.Asks.ItemsOf("tracked-children-information", 2)])),
        ("2025-10-16 12:00", at => [new DraftReportShared(at)]),
        ("2025-10-30 12:00", at => [new CommentsReceived(at)]),
        ("2025-11-07 12:00", at => [new FinalReportShared(at, Outcomes.Of(3))]),
        ("2025-11-19 12:00", at => [new ReportPublished(at, "https://reports.example.org/888")]),
        ("2025-12-30 12:00", at => [new PlanReceived(at)]),
        ("2026-01-06 12:00", at => [new PlanReturned(at, "The period for action 2")]),
        ("2026-01-13 12:00", at => [new PlanReceived(at)]),
        ("2026-01-20 12:00", at => [new PlanWasConfirmed(at)]),
        ("2026-01-27 12:00", at => [new PlanPublished(at)]),
    ];

    /// <summary>Every notice with the moment at which it was raised, the engine waking when it wants to.</summary>
    public static (Course Course, IReadOnlyList<(Instant At, string Key)> Notices) Run()
    {
        var course = new Course("2025-09-22");
        var notices = new List<(Instant, string)>();
        foreach (var (moment, facts) in Script)
        {
            notices.AddRange(course.RunTo(moment));
            foreach (var fact in facts(Course.At(moment)))
            {
                course.Record(fact);
            }
        }

        notices.AddRange(course.RunTo("2026-06-01"));
        return (course, notices);
    }

    public static string Show(Instant at) => $"{at.InZone(LondonTime.Zone).LocalDateTime:uuuu-MM-dd HH:mm}";

    private static IEnumerable<Fact> Items(Instant at, params string[] items) => items.Select(item => new ItemReceived(at, item));
}
