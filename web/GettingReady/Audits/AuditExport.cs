using AreaSend.Core.Calendars;
using AreaSend.Lists.Workbooks;
using AreaSend.Services.GettingReady.Audits;
using NodaTime;

namespace AreaSend.Web.GettingReady.Audits;

/// <summary>An area's audits as a workbook. What either auditor has not finished is not in it.</summary>
internal static class AuditExport
{
    public static void MapAuditExport(this IEndpointRouteBuilder app) => app.MapGet(AuditPages.Excel, SendAsync).RequireAuthorization(ReadySignIn.Name);

    private static async Task<IResult> SendAsync(HttpContext context, ReadyAudits audits)
    {
        var results = AuditResults.Of(await audits.OfAsync(ReadySignIn.PersonOf(context).Area, context.RequestAborted));
        using var workbook = new MemoryStream();
        TableWorkbook.Write(
            workbook,
            [
                new(
                    "Audits",
                    ["Plan", "Standing", "Audited by", "Finished", "Moderated by", "Moderated", "Met (%)", "Agreement (%)"],
                    [.. results.Finished.Select(Row)]),
                new(
                    "Grades",
                    ["Plan", "Section", "Criterion", "First grade", "First comment", "Second grade", "Second comment"],
                    [.. results.Finished.SelectMany(Grades)]),
                new("Criteria", ["Section", "Criterion", "Not met", "Partly met", "Met", "Share (%)"],
                    [
                        .. results.Criteria.Select(one =>
                            (object?[])[one.Section.Title, one.Criterion.Text, one.NotMet, one.PartlyMet, one.Met, AuditWords.Hundredths(one.Score)]),
                    ]),
                new(
                    "Trend",
                    ["Finished in", "Plans", "Met (%)"],
                    [.. results.Trend.Select(quarter => (object?[])[AuditWords.Quarter(quarter.First), quarter.Audits, Hundredths(quarter.Score)])]),
            ]);
        return Results.File(workbook.ToArray(), TableWorkbook.MediaType, "audits.xlsx");
    }

    private static object?[] Row(AuditState audit) =>
    [
        audit.Row.Reference, audit.Standing.Show(), audit.Auditor.Name, Day(audit.Row.FinishedAt), audit.Moderator?.Name, Day(audit.Row.ModeratedAt),
        Hundredths(audit.Score), Hundredths(audit.Agreement),
    ];

    private static IEnumerable<object?[]> Grades(AuditState audit) =>
        from section in AuditCriteria.Standard.Sections
        from criterion in section.Criteria
        let first = audit.Find(AuditRound.First, criterion.Key)
        where first is not null
        let second = audit.Row.ModeratedAt is null ? null : audit.Find(AuditRound.Moderation, criterion.Key)
        select (object?[])[audit.Row.Reference, section.Title, criterion.Text, first.Grade.Show(), first.Comment, second?.Grade.Show(), second?.Comment];

    private static LocalDate? Day(Instant? at) => at is { } known ? LondonTime.DateOf(known) : null;

    private static int? Hundredths(double? part) => part is { } known ? AuditWords.Hundredths(known) : null;
}
