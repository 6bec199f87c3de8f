using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using NodaTime;

namespace AreaSend.Web.Planning;

/// <summary>
/// Plans many inspections from a file: shown first with dates and e-mails, as planning one shows them, then planned all together or not at all.
/// </summary>
internal sealed class PlanImport(PlanPreviews previews, GroundsOf grounds, InspectionStore inspections, Editions editions)
{
    /// <summary>What planning this text would do. Nothing is kept and nobody is told.</summary>
    public async Task<PlanImportPreview> PreviewAsync(string text, CancellationToken cancellation)
    {
        var file = PlanFile.Read(text, [.. editions.Types]);
        var (lines, findings) = (new List<PlanLinePreview>(), new List<PlanFinding>(file.Findings));
        foreach (var line in file.Lines)
        {
            var (why, refusal) = await grounds.ReadAsync(line.Request, cancellation);
            var preview = refusal is null ? await previews.InShortAsync(line.Request, why, cancellation) : (Preview: null, Refusal: refusal);
            if (preview.Preview is { } shown)
            {
                lines.Add(new(line, why, shown, ExpectedNotices.Of(shown.Case, shown.Plan)));
            }
            else
            {
                findings.Add(new(line.Number, refusal is null ? PlanFile.Starts : PlanFile.Kind, preview.Refusal!.TrimEnd('.')));
            }
        }

        return new(
            [.. findings.OrderBy(finding => finding.Number)],
            lines,
            [.. Together(lines)],
            await inspections.VersionOfOpenAsync(AreasOf(lines), cancellation));
    }

    /// <summary>Plans what the text says: all of it in one transaction, or nothing.</summary>
    /// <param name="preview">What the text would do now; the same as what was shown.</param>
    /// <param name="by">Who plans.</param>
    /// <param name="shown">The <see cref="PlanImportPreview.Version"/> that somebody decided on.</param>
    /// <param name="cancellation">Gives up; nothing is planned then.</param>
    /// <returns>Why nothing was planned, in a sentence; null when all was.</returns>
    public Task<string?> PlanAsync(PlanImportPreview preview, Recorder by, string shown, CancellationToken cancellation) => inspections.PlanAllAsync(
        [
            .. from line in preview.Lines
               let request = line.Line.Request
               select new PlanOrder(
                   Guid.CreateVersion7(), request.Area.Code, request.Kind, request.OnSiteStarts, request.OnSiteEnds,
                   request.Lead, request.LeadTelephone, line.Grounds),
        ],
        by,
        shown,
        cancellation);

    private static List<string> AreasOf(IEnumerable<PlanLinePreview> lines) => [.. lines.Select(line => line.Line.Request.Area.Code).Distinct()];

    // What no line alone shows.
    private static IEnumerable<string> Together(IReadOnlyList<PlanLinePreview> lines)
    {
        foreach (var same in lines.GroupBy(line => line.Line.Request.Area.Code).Where(same => same.Count() > 1))
        {
            yield return $"{same.First().Line.Request.Area.DisplayName} is planned more than once, on lines {Numbers(same)}.";
        }

        foreach (var led in lines.Where(line => line.Line.Request.Lead is not null).GroupBy(line => line.Line.Request.Lead!.Address.ToLowerInvariant()))
        {
            foreach (var (one, other) in led.SelectMany((one, index) => led.Skip(index + 1).Where(other => Meet(one, other)).Select(other => (one, other))))
            {
                yield return $"{one.Line.Request.Lead!.Name} would lead two at once, on lines {Numbers([one, other])}.";
            }
        }
    }

    private static bool Meet(PlanLinePreview one, PlanLinePreview other) => one.Starts <= other.Ends && other.Starts <= one.Ends;

    private static string Numbers(IEnumerable<PlanLinePreview> lines) =>
        string.Join(" and ", lines.Select(line => line.Line.Number.ToString(CultureInfo.InvariantCulture)));
}

/// <summary>What planning a file would do.</summary>
/// <param name="Findings">What has to be put right first.</param>
/// <param name="Lines">Each line that can be planned.</param>
/// <param name="Warnings">What to look at twice, that no line alone shows.</param>
/// <param name="Version">The version of the open inspections of these areas, for the form to carry.</param>
public sealed record PlanImportPreview(
    IReadOnlyList<PlanFinding> Findings, IReadOnlyList<PlanLinePreview> Lines, IReadOnlyList<string> Warnings, string Version)
{
    /// <summary>Tells this preview from another: every date of every line, who is written to, and what is warned of.</summary>
    public string Mark =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Lines.SelectMany(line => line.Shown).Concat(Warnings)))))[..24];
}

/// <summary>A line, and what planning it would do.</summary>
/// <param name="Line">The line.</param>
/// <param name="Grounds">Why there is such an inspection, where its kind asks for it.</param>
/// <param name="Preview">Its timetable, warnings and recipients.</param>
/// <param name="Notices">The e-mails.</param>
public sealed record PlanLinePreview(PlanLine Line, Grounds? Grounds, PlanPreview Preview, IReadOnlyList<ExpectedNotice> Notices)
{
    /// <summary>S, or the day of the meeting.</summary>
    public LocalDate Starts => Preview.Case.PlannedOnSite;

    /// <summary>E; of a meeting, its day.</summary>
    public LocalDate Ends => Preview.Plan.Marking(Anchor.OnSiteEnds)?.DueDate ?? Starts;

    /// <summary>What to look at twice: as planning it alone says.</summary>
    public IEnumerable<string> Warnings =>
    [
        .. Preview.AlreadyOpen.Select(open => $"{(open.IsInSameWeek ? "In the same week there is another" : "There is one already that has not ended")}: {open.What}."),
        .. Preview.SameWeek.Select(visit => $"In the same week there is another: {visit}."),
        .. Preview.Warnings,
        .. Preview.Recipients.Where(recipient => recipient.IsFault).Select(recipient => $"{Core.SentenceCase.Capital(recipient.Role.Show())}: {recipient.Note ?? "the address is not well formed."}"),
    ];

    /// <summary>All that the page shows of it, for <see cref="PlanImportPreview.Mark"/>.</summary>
    public IEnumerable<string> Shown =>
    [
        Line.Request.Mark,
        .. Preview.Plan.Rows.Select(step => $"{step.Key} {step.DueDate:uuuu-MM-dd}"),
        .. Preview.Recipients.Select(recipient => $"{recipient.Role} {recipient.Mailbox?.Address}"),
        .. Warnings,
    ];
}
