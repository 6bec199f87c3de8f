using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using Xunit;

namespace AreaSend.Conformance;

/// <summary>
/// An inspection under the edition that stands in test code alone, from its planning to its end. When each step was due and was done was counted
/// by hand, with pencil and calendar: neither comes from a table.
/// </summary>
/// <param name="Script">The inspection; on site from Monday 29 September 2025.</param>
/// <param name="Steps">Its steps that anything is to be said of.</param>
/// <param name="Items">The items of Annex A that came in, in the handbook's order; those about children once for each.</param>
public sealed record FictionalCourse(Script Script, IReadOnlyList<FictionalStep> Steps, IReadOnlyList<string> Items)
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    private static readonly LocalDate OnSite = new(2025, 9, 29);

    /// <summary>The five rows that end in a letter. Draft and letter come a day before they are due.</summary>
    public static FictionalCourse ShortVisit { get; } = new(
        new("fictional-short-visit", OnSite,
        [
            new(At(2025, 10, 8), stage => stage.RecordAsync(now => new DraftReportShared(now))),
            new(At(2025, 10, 14), stage => stage.RecordAsync(now => new FinalReportShared(now, Outcome: null))),
        ], At(2025, 12, 1))
        { Kind = FictionalEdition.ShortVisit },
        [
            new("notify-dcs", "2025-09-08 08:30", "2025-09-08 08:30", "15 working days are three weeks before 29 September; the edition's day starts at 8.30am"),
            new("on-site", "2025-09-29", "2025-09-29 08:30", "as planned, when the day starts"),
            new("last-day", "2025-09-30", "2025-09-30 16:30", "the working day after; the edition's day closes at 4.30pm"),
            new("draft-letter", "2025-10-09", "2025-10-08 12:00", "7 working days after 30 September: 1 to 3 October are three, 6 to 9 October four"),
            new("letter", "2025-10-15", "2025-10-14 12:00", "5 working days after 8 October, when the draft was shared"),
        ],
        []);

    /// <summary>A full inspection of outcome 3 that gives all it is asked for in time.</summary>
    public static FictionalCourse Full { get; } = new(
        new("fictional-full", OnSite,
        [
            new(At(2025, 9, 8), stage => stage.NominateAsync()),
            new(At(2025, 9, 9, 8), stage => stage.ReceiveAsync(AtOnce)),
            new(At(2025, 9, 9), stage => stage.RecordAsync(now => new ChildrenSelected(now, 1))),
            new(At(2025, 9, 11), stage => stage.ReceiveAsync([.. InWeek1, .. OfChildren])),
            new(At(2025, 10, 22), stage => stage.RecordAsync(now => new DraftReportShared(now))),
            new(At(2025, 11, 12), stage => stage.RecordAsync(now => new FinalReportShared(now, new Outcome.WidespreadFailings("Fictional County Council")))),
            new(At(2025, 11, 24), stage => stage.RecordAsync(now => new ReportPublished(now, "https://reports.example.org/888"))),
            new(At(2025, 12, 19), stage => stage.RecordAsync(now => new PlanReceived(now))),
            new(At(2026, 1, 9), stage => stage.RecordAsync(now => new PlanWasConfirmed(now))),
            new(At(2026, 1, 14), stage => stage.RecordAsync(now => new PlanPublished(now))),
        ], At(2026, 3, 2)),
        [
            new("notify-dcs", "2025-09-08 08:30", "2025-09-08 08:30", "15 working days are three weeks before 29 September; the edition's day starts at 8.30am"),
            new("lano-nominated", "2025-09-09 11:00", "2025-09-08 12:00", "the handbook's own hour stays"),
            new("person-level-lists", "2025-09-09 11:00", "2025-09-09 08:00", "the working day after notification"),
            new("providers-list", "2025-09-09 11:00", "2025-09-09 08:00", "the working day after notification"),
            new("arrangements", "2025-09-09 11:00", "2025-09-09 08:00", "the working day after notification"),
            new("tracked-children", "2025-09-09 17:00", "2025-09-09 12:00", "5pm is the handbook's, not the close of the edition's day"),
            new("further-information", "2025-09-19 17:00", "2025-09-11 12:00", "that row counts back: Friday two weeks before the on-site week, whatever the notice. Met without 2.4"),
            new("tracked-children-information", "2025-09-19 17:00", "2025-09-11 12:00", "Friday two weeks before the on-site week"),
            new("surveys-close", "2025-09-16 08:30", "2025-09-16 08:30", "6 working days after 8 September, when the edition's day starts"),
            new("fieldwork", "2025-09-18", "2025-09-18 08:30", "8 working days after 8 September, when the edition's day starts"),
            new("on-site", "2025-09-29", "2025-09-29 08:30", "as planned, when the edition's day starts"),
            new("feedback-meeting", "2025-10-03", "2025-10-03 16:30", "Friday of that week; the edition's day closes at 4.30pm"),
            new("draft-report", "2025-10-23", "2025-10-22 12:00", "14 working days after 3 October: two weeks to 17 October, and four days"),
            new("draft-comments", "2025-11-05", "", "10 working days after 22 October, when the draft was shared: two weeks; none came"),
            new("final-report", "2025-11-14", "2025-11-12 12:00", "30 working days after 3 October: six weeks without a bank holiday"),
            new("complaint", "2025-11-19", "", "5 working days after 12 November: a week; none came"),
            new("publication", "2025-11-25", "2025-11-24 12:00", "4 working days after 19 November: 20, 21, 24 and 25 November"),
            new("dissemination", "2025-11-24", "2025-11-24 12:00", "on publication, by itself"),
            new("priority-action-plan", "2026-01-05", "2025-12-19 12:00", "35 working days after 12 November: seven weeks are 31 December; Christmas, Boxing Day and New Year's Day add three"),
            new("plan-review", "", "2026-01-09 12:00", "the handbook sets no date"),
            new("plan-publication", "2026-01-16", "2026-01-14 12:00", "5 working days after 9 January, when it was confirmed"),
        ],
        [.. AtOnce, .. InWeek1, .. OfChildren]);

    /// <summary>Both.</summary>
    public static IReadOnlyList<FictionalCourse> All { get; } = [ShortVisit, Full];

    // Annex A as the handbook prints it, without 2.4.
    private static string[] AtOnce => ["list-1", "list-2", "providers", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7"];

    private static string[] InWeek1 =>
    [
        "2.1", "2.2", "2.3", "2.5", "2.6", "2.7", "2.8", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7",
        "4.1", "4.2", "4.3", "4.4", "4.5", "5.1", "5.2", "6.1", "6.2", "6.3", "6.4",
    ];

    private static string[] OfChildren => ["7.1/A", "7.2/A", "7.3/A", "7.4/A", "7.5/A", "7.6/A", "7.7/A"];

    /// <summary>The name: how test runners show it.</summary>
    public override string ToString() => Script.Name;

    /// <summary>On either engine alike: line for line what is expected, each step when it was counted to be, each e-mail once, and then the end.</summary>
    public async Task AssertAsync(Stage stage)
    {
        var inspection = (await stage.Store.Inspections.FindAsync(stage.Inspection))!;
        Assert.Equal(FictionalEdition.Edition.Id, inspection.Case.Edition.Id);
        Assert.All(Steps, step =>
        {
            var planned = inspection.Plan[step.Key];
            var (due, met) = (planned.Definition.Due.By is null ? $"{planned.DueDate:uuuu-MM-dd}" : Show(planned.Due), Show(planned.Met?.At));
            Assert.True((step.Due, step.Met) == (due, met), $"due {due}, not {step.Due}; done '{met}', not '{step.Met}': {step.Reason}");
        });

        Assert.Equal(Items.Order(StringComparer.Ordinal), inspection.Case.Items.Keys.Order(StringComparer.Ordinal));
        Assert.All(inspection.Case.Asks.Steps, step => Assert.Empty(inspection.Case.Outstanding(step)));
        await Course.AssertAsync(Script, [stage]);

        Assert.True(inspection.Case.IsComplete);
        await using var context = stage.Store.Database.Open();
        var row = await context.Inspections.SingleAsync(row => row.Id == stage.Inspection);
        Assert.Equal((Script.Kind, true, (Instant?)null), (row.Kind, row.Ended, row.WakeAt));
        Assert.Equal(
            inspection.Case.RaisedNotices.Keys.Select(notice => $"{stage.Inspection}:{notice}").Order(StringComparer.Ordinal),
            stage.Store.Mail.Sent.Select(mail => mail.Key).Order(StringComparer.Ordinal));
    }

    private static string Show(Instant? at) => at is { } moment ? Minute.Format(moment.InZone(LondonTime.Zone).LocalDateTime) : "";

    private static LocalDateTime At(int year, int month, int day, int hour = 12) => new(year, month, day, hour, 0);
}

/// <summary>A step as it was counted by hand.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Due">Its day, and its hour where the row has one, in London; empty where it has none.</param>
/// <param name="Met">When it was done, in London; empty where it was not.</param>
/// <param name="Reason">How it was counted.</param>
public sealed record FictionalStep(string Key, string Due, string Met, string Reason);
