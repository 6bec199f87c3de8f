using System.Globalization;
using AreaSend.Core;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.Mail;
using AreaSend.Services.ReferenceData;
using AreaSend.Web.Components.Forms;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Web.Planning;

/// <summary>A line of a plan for many areas, as it was read.</summary>
/// <param name="Number">Its number in the file; the headings are line 1.</param>
/// <param name="Request">What it asks for.</param>
public sealed record PlanLine(int Number, PlanRequest Request);

/// <summary>Something in such a file that has to be put right.</summary>
/// <param name="Number">The number of the line.</param>
/// <param name="Column">The heading of the column; null where it is about the line.</param>
/// <param name="Sentence">What to do, in a sentence without a full stop.</param>
public sealed record PlanFinding(int Number, string? Column, string Sentence);

/// <summary>What a file with a plan for many areas says: nothing of it can be planned while there is a finding.</summary>
internal sealed record PlanFile(IReadOnlyList<PlanLine> Lines, IReadOnlyList<PlanFinding> Findings)
{
    public const string Area = "area";
    public const string Kind = "kind";
    public const string Starts = "on_site_starts";
    public const string Ends = "on_site_ends";
    public const string LeadName = "lead_name";
    public const string LeadEmail = "lead_email";
    public const string LeadTelephone = "lead_telephone";

    /// <summary>More inspections than there are areas are not planned at once.</summary>
    public const int MostLines = 200;

    /// <summary>The headings; a name of the area may stand beside its code, for whoever reads the file.</summary>
    public static IReadOnlyList<string> Headings { get; } = [Area, "local_area", Kind, Starts, Ends, LeadName, LeadEmail, LeadTelephone];

    private static readonly LocalDatePattern DayFirst = LocalDatePattern.CreateWithInvariantCulture("d/M/uuuu");

    /// <summary>The kinds that a file can plan: what a re-visit looks at does not fit into a cell.</summary>
    public static IReadOnlyList<InspectionType> KindsOf(IEnumerable<InspectionType> kinds) => [.. kinds.Where(kind => kind.Result != ResultForm.Weaknesses)];

    /// <summary>Their keys, for a sentence.</summary>
    public static string KeysOf(IEnumerable<InspectionType> kinds) => string.Join(", ", KindsOf(kinds).Select(kind => kind.Key));

    /// <summary>Reads the text of a file.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="kinds">The kinds of inspection that there are.</param>
    public static PlanFile Read(string text, IReadOnlyList<InspectionType> kinds)
    {
        var (lines, findings) = (new List<PlanLine>(), new List<PlanFinding>());
        var table = new TypedTable(Headings, [Area, Starts], new Dictionary<string, string> { ["on_site"] = Starts }, MostLines);
        var rows = table.Read(text, (number, column, sentence) => findings.Add(new(number, column, sentence)));
        var seen = new Dictionary<(string, string, LocalDate), int>();
        foreach (var row in rows)
        {
            var reading = new Reading(row, kinds);
            if (reading.Take() is not { } request)
            {
                findings.AddRange(reading.Findings);
            }
            else if (!seen.TryAdd((request.Area.Code, request.Kind, request.OnSiteStarts), row.Number))
            {
                findings.Add(new(row.Number, null, $"Line {seen[(request.Area.Code, request.Kind, request.OnSiteStarts)]} plans the same. Leave one of them out"));
            }
            else
            {
                lines.Add(new(row.Number, request));
            }
        }

        if (rows.Count == 0 && findings.Count == 0)
        {
            findings.Add(new(1, null, "The file has headings and no line under them. Add a line for each inspection"));
        }

        return new(lines, [.. findings.OrderBy(finding => finding.Number)]);
    }

    /// <summary>One line, cell by cell.</summary>
    private sealed class Reading(TypedRow row, IReadOnlyList<InspectionType> kinds)
    {
        public List<PlanFinding> Findings { get; } = [];

        public PlanRequest? Take()
        {
            var (area, kind) = (AreaOf(row[Area]), KindOf(row[Kind]));
            var (starts, ends) = (DayOf(Starts), DayOf(Ends));
            if (starts is null && row[Starts].Length == 0)
            {
                Find(Starts, "Enter the first on-site day");
            }

            var lead = Lead();
            return Findings.Count > 0 ? null : new PlanRequest(area!, kind!.Key, starts!.Value, ends, lead.Mailbox, lead.Telephone)
            {
                Monitoring = kind!.Result == ResultForm.PriorityAreas ? new MonitoringAnswer(Reason: null, []) : null,
            };
        }

        private LocalAuthority? AreaOf(string cell)
        {
            var area = LocalAuthorities.Find(cell)
                ?? LocalAuthorities.All.FirstOrDefault(area =>
                    string.Equals(area.DisplayName, cell, StringComparison.OrdinalIgnoreCase)
                        || string.Equals(area.Name, cell, StringComparison.OrdinalIgnoreCase));
            if (area is null)
            {
                Find(Area, $"{(cell.Length == 0 ? "" : $"There is no area “{cell}”. ")}Enter the three-figure code of the local authority, or its name");
            }
            else if (Sight.Current.WhyNot(area.Code) is { } outside)
            {
                Find(Area, outside.TrimEnd('.'));
            }

            return area;
        }

        private InspectionType? KindOf(string cell)
        {
            var typed = cell.Length == 0 ? InspectionKind.Full : cell.ToLowerInvariant().Replace(' ', '-');
            var kind = KindsOf(kinds).FirstOrDefault(kind => kind.Key == typed);
            if (kind is null)
            {
                Find(Kind, kinds.FirstOrDefault(kind => kind.Result == ResultForm.Weaknesses && IsMeant(kind, typed)) is { } other
                    ? $"{other.Noun.WithArticle().Capital()} is planned on its own page, which asks what it looks at. Take this line out"
                    : $"There is no kind “{cell}”. The kinds are: {KeysOf(kinds)}; empty for a full inspection");
            }

            return kind;

            // Revisit, re-visit, re visit, and its title.
            static bool IsMeant(InspectionType kind, string typed) =>
                typed.Replace("-", "", StringComparison.Ordinal).StartsWith(kind.Key.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        private LocalDate? DayOf(string column)
        {
            var cell = row[column];
            if (cell.Length == 0)
            {
                return null;
            }

            var day = LocalDatePattern.Iso.Parse(cell) is { Success: true } iso ? iso : DayFirst.Parse(cell);
            if (!day.Success)
            {
                Find(column, $"“{cell}” is not a date. Write it like 2027-09-27 or 27/9/2027");
                return null;
            }

            return day.Value;
        }

        private (Mailbox? Mailbox, string? Telephone) Lead()
        {
            var errors = new FormErrors();
            var (name, email) = (row[LeadName], row[LeadEmail]);
            var telephone = errors.Telephone(LeadTelephone, row[LeadTelephone]);
            var mailbox = name.Length == 0 && email.Length == 0 && row[LeadTelephone].Length == 0
                ? null
                : new Mailbox(errors.Text(LeadName, name, "the lead inspector's name"), errors.Address(LeadEmail, email, "the lead inspector's e-mail address"));
            Findings.AddRange(errors.All.Select(error => new PlanFinding(row.Number, error.Name, error.Sentence)));
            return (mailbox, telephone);
        }

        private void Find(string column, string sentence) => Findings.Add(new(row.Number, column, sentence));
    }
}
