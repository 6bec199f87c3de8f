using AreaSend.Core.Programme;
using AreaSend.Lists.Workbooks;
using AreaSend.Services.Programme;
using AreaSend.Web.Exports;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Web.Programme;

/// <summary>The national programme as files: what is listed, under the same filters, and the history.</summary>
internal static class ProgrammeExport
{
    public const string Csv = "/programme.csv";
    public const string Excel = "/programme.xlsx";
    public const string History = "/programme/history.csv";

    private static readonly string[] Headings =
    [
        "Area code", "Area", "Region", "Last full inspection starts", "Last full inspection ends", "Outcome", "Published", "Monitoring inspections", "Re-visits",
        "Written statement", "ILACS visits", "Full inspection due by", "Because", "Paragraphs", "Standing", "Planned on site from", "Monitoring inspection due by", "Monitoring because",
        "Monitoring standing", "Monitoring planned on site from",
    ];

    public static void MapProgrammeExport(this IEndpointRouteBuilder app)
    {
        app.MapGet(
            Csv,
            async (HttpRequest request, NationalProgramme programme) =>
                CsvText.File("programme.csv", [Headings, .. (await MeantAsync(request, programme)).Select(Row).Select(AsText)]));
        app.MapGet(
            Excel,
            async (HttpRequest request, NationalProgramme programme) =>
                Workbook(await programme.ReadAsync(request.HttpContext.RequestAborted), ProgrammeQuery.Read(request.Query)));
        app.MapGet(History, async (HttpRequest request, NationalProgramme programme) =>
            CsvText.File("history.csv", [HistoryFile.Headings, .. HistoryRows(await programme.ReadAsync(request.HttpContext.RequestAborted)).Select(AsText)]));
    }

    private static async Task<IReadOnlyList<AreaStanding>> MeantAsync(HttpRequest request, NationalProgramme programme) =>
        ProgrammeQuery.Read(request.Query).Of((await programme.ReadAsync(request.HttpContext.RequestAborted)).Areas);

    private static IResult Workbook(ProgrammeView view, ProgrammeQuery query)
    {
        var quarters = QuarterTable.Of(view);
        using var workbook = new MemoryStream();
        TableWorkbook.Write(
            workbook,
            [
                new("What is due", Headings, [.. query.Of(view.Areas).Select(Row)]),
                new(
                    "By region and quarter",
                    ["Region", .. quarters.Columns.Select(column => column.Title)],
                    [.. quarters.Rows.Select(row => (object?[])[row.Region, .. row.Cells.Select(cell => (object?)cell.Due)])]),
                new("History", HistoryFile.Headings, [.. HistoryRows(view)]),
            ]);
        return Results.File(workbook.ToArray(), TableWorkbook.MediaType, "programme.xlsx");
    }

    private static object?[] Row(AreaStanding standing)
    {
        var (past, last) = (standing.History.Past, standing.Programme.LastFull);
        var full = standing.Due.Single(due => due.Kind == ProgrammedKind.Full);
        var monitoring = standing.Due.FirstOrDefault(due => due.Kind == ProgrammedKind.Monitoring);
        return
        [
            standing.Area.Code, standing.Area.DisplayName, standing.Area.Region,
            last?.OnSiteStarts, last?.OnSiteEnds, last?.Outcome, last?.Published,
            Days(past, ActivityKind.Monitoring), Days(past, ActivityKind.Revisit), Days(past, ActivityKind.WrittenStatement), Days(past, ActivityKind.Ilacs),
            full.Limit.By, full.Limit.Because, string.Join(", ", full.Limit.Cites), full.Standing.Show(), full.Planned?.Starts,
            monitoring?.Limit.By, monitoring?.Limit.Because, monitoring?.Standing.Show(), monitoring?.Planned?.Starts,
        ];
    }

    /// <summary>
    /// As <see cref="HistoryFile"/> reads it, so that what went out can come in elsewhere. A visit or meeting that no file brings in is left out.
    /// </summary>
    private static IEnumerable<object?[]> HistoryRows(ProgrammeView view)
    {
        var kinds = HistoryFile.Kinds.ToDictionary(kind => kind.Value, kind => kind.Key);
        return from standing in view.Areas
               from past in standing.History.Past
               where kinds.ContainsKey(past.Kind) && !(past.Kind == ActivityKind.Full && past.Published is null)
               select (object?[])
                   [standing.Area.Code, standing.Area.DisplayName, kinds[past.Kind], past.Starts, past.Ends, past.Result, past.Published, past.Source.Show()];
    }

    private static string Days(IEnumerable<PastActivity> past, ActivityKind kind) =>
        string.Join(", ", past.Where(one => one.Kind == kind).Select(one => LocalDatePattern.Iso.Format(one.On)));

    private static string[] AsText(object?[] row) =>
        [
            .. row.Select(cell =>
                cell is LocalDate date ? LocalDatePattern.Iso.Format(date) : Convert.ToString(cell, System.Globalization.CultureInfo.InvariantCulture) ?? ""),
        ];
}
