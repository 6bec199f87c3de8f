using System.Globalization;
using AreaSend.Core;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Reports;
using AreaSend.Services.Store.Figures;

namespace AreaSend.Web.Reports;

/// <summary>One report: for the page a picture and a table, for files a table.</summary>
/// <param name="Key">What it is called in an address.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Explained">What it counts, in a sentence or two.</param>
/// <param name="Headings">The headings of the table; the first column names the row.</param>
/// <param name="Rows">Its rows: text and numbers.</param>
/// <param name="Parts">The bars of the picture: which columns are parts of a bar, and how each is drawn.</param>
internal sealed record ReportTable(
    string Key, string Title, string Explained, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<object>> Rows, IReadOnlyList<BarPart> Parts)
{
    /// <summary>Every report, in the order of the page.</summary>
    public static IReadOnlyList<ReportTable> Of(Report report, Editions editions) =>
    [
        Punctuality("steps", "Done on time, by step", "What somebody had to do by a day that has come. What the engine does, appointments and rights are not counted: they cannot be late.", "Step", report.Steps, row => editions.Current.TitleOf(row.Key), withActor: true),
        Punctuality("actors", "Done on time, by who had to", "The same, by who had to act.", "Who", report.Actors, row => row.Key.Capital(), withActor: false),
        Punctuality("regions", "Done on time, by region", "The same, by the region of the area.", "Region", report.Regions, row => row.Key, withActor: false),
        Publication(report),
        new(
            "moves", "What moved dates", "How often something moved dates that stood, how many of them, and of how many inspections.", ["What", "Times", "Dates moved", "Inspections"],
            [.. report.Moves.Select(row => (IReadOnlyList<object>)[Words(row.Cause), row.Times, row.Dates, row.Inspections])],
            [new(1, "other", "Times")]),
        Delivery(report),
        Results(report),
    ];

    private static ReportTable Punctuality(
        string key, string title, string explained, string first, IReadOnlyList<PunctualityRow> rows, Func<PunctualityRow, string> name, bool withActor) => new(
            key, title, explained,
            [first, .. withActor ? ["Who"] : Array.Empty<string>(), "In time", "Late", "Never", "Overdue", "In time, of all"],
            [
                .. rows.Select(row => (IReadOnlyList<object>)
                [
                    name(row), .. withActor ? [row.Actor.Show().Capital()] : Array.Empty<object>(),
                    row.InTime, row.Late, row.NotReceived, row.Overdue, Percent(row.Share),
                ]),
            ],
            withActor ? Punctual(2) : Punctual(1));

    private static IReadOnlyList<BarPart> Punctual(int column) =>
        [new(column, "good", "In time"), new(column + 1, "late", "Late"), new(column + 2, "never", "Never"), new(column + 3, "overdue", "Overdue")];

    private static ReportTable Publication(Report report)
    {
        // The last row is that of all regions together, where there is any.
        var given = report.Publication is [.., var all] ? all.Given : [];
        var within = given is [var days] ? $"Within {days}" : "In time";
        return new(
            "publication-lag", "From the last on-site day to publication",
            "In working days. Each inspection is measured by the days that its own edition gives for the final report, for a complaint and for publication together"
                + $"{(given.Count == 0 ? "" : $": {string.Join(" or ", given)}")}. A complaint, a hold or a pause makes it longer.",
            ["Region", within, "Later", "Published", "Median", "Longest"],
            [.. report.Publication.Select(row => (IReadOnlyList<object>)[row.Region, row.InTime, row.Later, row.Published, row.Median, row.Longest])],
            [new(1, "good", given.Count == 1 ? $"{within} working days" : within), new(2, "late", "Later")]);
    }

    private static ReportTable Delivery(Report report) => new(
        "delivery", "What became of e-mails", "By whom they went to. Sent: the mail service took it and nothing came back.",
        ["To", .. Enum.GetValues<NoticeOutcome>().Select(Words)],
        [.. report.Deliveries.Select(row => (IReadOnlyList<object>)[row.To.Show().Capital(), .. row.Counts.Cast<object>()])],
        [
            new(1, "good", Words(NoticeOutcome.Sent)), new(2, "overdue", Words(NoticeOutcome.NotDelivered)),
            new(3, "late", Words(NoticeOutcome.ServedOtherwise)), new(4, "never", Words(NoticeOutcome.InDoubt)),
            new(5, "other", Words(NoticeOutcome.Lapsed)), new(6, "other", Words(NoticeOutcome.Waiting)),
        ]);

    private static ReportTable Results(Report report) => new(
        "outcomes", "Outcomes by year", "Of reports that have been published, by the year of publication: the outcome of full inspections, and whether monitoring inspections found effective action.",
        ["Year", "Outcome 1", "Outcome 2", "Outcome 3", "Effective action", "Not effective"],
        [
            .. report.Results.Select(row => (IReadOnlyList<object>)
                [row.Year.ToString(CultureInfo.InvariantCulture), row.Of("1"), row.Of("2"), row.Of("3"),
                 row.Of(ResultFigure.Effective), row.Of(ResultFigure.NotEffective)]),
        ],
        [new(1, "good", "Outcome 1"), new(2, "late", "Outcome 2"), new(3, "overdue", "Outcome 3"), new(4, "other", "Effective action"), new(5, "never", "Not effective")]);

    private static string Percent(double share) => $"{Math.Round(share * 100).ToString(CultureInfo.InvariantCulture)}%";

    private static string Words(MoveCause cause) => cause switch
    {
        MoveCause.RePlanned => "Re-planned before notification",
        MoveCause.ByHand => "A deadline set by hand",
        MoveCause.Pause => "The end of a pause",
        MoveCause.BankHolidays => "Other bank holidays",
        MoveCause.Hold => "A hold of publication",
        MoveCause.HoldLifted => "A hold lifted early",
        MoveCause.Correction => "A correction of an entry",
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, null),
    };

    private static string Words(NoticeOutcome outcome) => outcome switch
    {
        NoticeOutcome.Sent => "Sent",
        NoticeOutcome.NotDelivered => "Not delivered",
        NoticeOutcome.ServedOtherwise => "Served otherwise",
        NoticeOutcome.InDoubt => "In doubt",
        NoticeOutcome.Lapsed => "Not sent any more",
        NoticeOutcome.Waiting => "On its way",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };
}

/// <summary>A part of each bar.</summary>
/// <param name="Column">The column that says how long it is.</param>
/// <param name="Look">How it is drawn.</param>
/// <param name="Words">What it is, for the legend.</param>
internal sealed record BarPart(int Column, string Look, string Words);
