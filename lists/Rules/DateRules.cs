using AreaSend.Lists.Dates;
using static AreaSend.Lists.ListColumn;
using static AreaSend.Lists.Rules.RowRule;

namespace AreaSend.Lists.Rules;

/// <summary>Dates must be dates, must have come, and must follow each other as a child's life and an EHC plan do.</summary>
internal static class DateRules
{
    internal static readonly ListColumn[] Columns = [DateOfBirth, PlanIssued, PlanUpdated, PlanReviewed];

    public static readonly IReadOnlyList<RowRule> All =
    [
        .. Columns.Select(column => Error("date-unreadable", column, row => row.DateIn(column).Form == DateForm.Unreadable,
            "This is not a date that can be read.", "Write the day, the month and a year of four digits: DD/MM/YYYY.")),
        .. Columns.Select(column =>
            Query(
                "date-as-text",
                column,
                row => row.DateIn(column).Form == DateForm.Text && !row.IsPlainText && !row[column].HadApostrophe,
                "Excel holds this date as text.",
                "It was read as a date; format the column as a date and enter it anew.")),
        .. Columns.Select(column => Query("date-as-serial", column, row => row.DateIn(column).Form == DateForm.Serial,
            "This date is shown as a bare number.", "It was read as Excel's count of days; format the column as a date.")),
        .. Columns.Select(column => OnceAColumn("date-with-time", column, row => row.DateIn(column).HasTime,
            "Dates of this column have a time of day.", "The day was read; check that the export does not shift it, and give the date alone.")),

        Error("date-of-birth-in-future", DateOfBirth, row => IsInFuture(row, DateOfBirth),
            "The date of birth is in the future.", "Correct the date.", "105a", "205a"),
        Error("plan-issued-in-future", PlanIssued, row => IsInFuture(row, PlanIssued),
            "The date of the initial EHC plan is in the future.", "Correct the date.", "105b"),
        Error("plan-updated-in-future", PlanUpdated, row => IsInFuture(row, PlanUpdated),
            "The date of the updated EHC plan is in the future.", "Correct the date.", "105c"),
        Error("plan-reviewed-in-future", PlanReviewed, row => IsInFuture(row, PlanReviewed),
            "The date of the last review is in the future.", "Give the last review that has taken place.", "105d"),

        Error("plan-issued-after-update", PlanIssued, row => IsAfter(row, PlanIssued, PlanUpdated),
            "The initial EHC plan is dated after its update.", "Correct whichever of the two dates is wrong.", "106a"),
        Error("plan-issued-after-review", PlanIssued, row => IsAfter(row, PlanIssued, PlanReviewed),
            "The initial EHC plan is dated after its last review.", "Correct whichever of the two dates is wrong.", "106b"),
        Error("plan-before-birth", PlanIssued, row => IsAfter(row, DateOfBirth, PlanIssued) && !IsInFuture(row, DateOfBirth),
            "The initial EHC plan is dated before the date of birth.", "Correct whichever of the two dates is wrong."),
    ];

    private static bool IsInFuture(ListRecord row, ListColumn column) =>
        row.DateIn(column) is { IsKnown: true } read && read.Date > row.Today;

    private static bool IsAfter(ListRecord row, ListColumn first, ListColumn second) =>
        row.DateIn(first) is { IsKnown: true } earlier && row.DateIn(second) is { IsKnown: true } later && earlier.Date > later.Date;
}
