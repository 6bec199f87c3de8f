using System.Globalization;
using AreaSend.Core.Calendars;
using AreaSend.Services.Areas;
using AreaSend.Services.ReferenceData;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Services.Programme;

/// <summary>A line of a history file as it was read.</summary>
/// <param name="Number">Its number in the file; the headings are line 1.</param>
/// <param name="Area">The area.</param>
/// <param name="Past">What took place.</param>
public sealed record HistoryLine(int Number, LocalAuthority Area, PastActivity Past);

/// <summary>Something in a history file that has to be put right.</summary>
/// <param name="Number">The number of the line.</param>
/// <param name="Column">The heading of the column; null where it is about the line.</param>
/// <param name="Sentence">What to do, in a sentence.</param>
public sealed record HistoryFinding(int Number, string? Column, string Sentence);

/// <summary>What a history file says: nothing of it can be brought in while there is a finding.</summary>
public sealed record HistoryFile(IReadOnlyList<HistoryLine> Lines, IReadOnlyList<HistoryFinding> Findings)
{
    /// <summary>The headings of a history file, as the console writes one.</summary>
    public static IReadOnlyList<string> Headings { get; } =
    [AreaHeading, NameHeading, KindHeading, StartsHeading, EndsHeading, ResultHeading, PublishedHeading, SourceHeading];

    /// <summary>The words for kinds of activity.</summary>
    public static IReadOnlyDictionary<string, ActivityKind> Kinds { get; } = new Dictionary<string, ActivityKind>
    {
        ["full"] = ActivityKind.Full,
        ["monitoring"] = ActivityKind.Monitoring,
        ["re-visit"] = ActivityKind.Revisit,
        ["written-statement"] = ActivityKind.WrittenStatement,
        ["ilacs"] = ActivityKind.Ilacs,
    };

    private const string AreaHeading = "area";
    private const string NameHeading = "local_area";
    private const string KindHeading = "kind";
    private const string StartsHeading = "on_site_starts";
    private const string EndsHeading = "on_site_ends";
    private const string ResultHeading = "result";
    private const string PublishedHeading = "published";
    private const string SourceHeading = "source";
    private const string OutcomeHeading = "outcome";
    private const int MostLines = 2_000;

    private static readonly LocalDatePattern DayFirst = LocalDatePattern.CreateWithInvariantCulture("d/M/uuuu");

    /// <summary>Reads the text of a file: comma, semicolon or tab between the columns, dates as 2026-03-27 or 27/03/2026.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="today">Nothing has taken place after it, but visits under the other framework may be known in advance.</param>
    /// <param name="began">The first day of the cycle: a full inspection before it is not one under this framework.</param>
    public static HistoryFile Read(string text, LocalDate today, LocalDate began)
    {
        var reading = new Reading(today, began);
        reading.Take(text);
        return new(reading.Lines, [.. reading.Findings.OrderBy(finding => finding.Number)]);
    }

    private sealed class Reading(LocalDate today, LocalDate began)
    {
        private TypedRow _row = new(1, new Dictionary<string, string>());

        public List<HistoryLine> Lines { get; } = [];

        public List<HistoryFinding> Findings { get; } = [];

        public void Take(string text)
        {
            var table = new TypedTable(Headings, [AreaHeading], new Dictionary<string, string> { [OutcomeHeading] = ResultHeading }, MostLines);
            var rows = table.Read(text, (number, column, sentence) => Findings.Add(new(number, column, sentence)));
            foreach (var row in rows)
            {
                _row = row;
                TakeLine();
            }

            if (rows.Count == 0 && Findings.Count == 0)
            {
                Find(null, "The file has headings and no line under them. Add a line for each inspection or visit");
            }
        }

        private void Find(string? column, string sentence) => Findings.Add(new(_row.Number, column, sentence));

        private void TakeLine()
        {
            var before = Findings.Count;
            var area = AreaOf(Cell(AreaHeading));
            var kind = KindOf(Cell(KindHeading));
            var (starts, ends, published) = (DayOf(StartsHeading, kind), DayOf(EndsHeading, kind), DayOf(PublishedHeading, kind));
            var result = kind is { } known ? ResultOf(known, Cell(ResultHeading)) : null;
            if (kind is { } sure && Findings.Count == before)
            {
                CheckDays(sure, starts, ends, published);
            }

            if (Findings.Count == before)
            {
                var past = new PastActivity(
                    kind!.Value,
                    starts,
                    ends ?? (kind == ActivityKind.Full ? null : starts),
                    result,
                    published,
                    ActivitySource.Imported);
                Add(new(_row.Number, area!, past));
            }
        }

        private void Add(HistoryLine line)
        {
            if (Lines.Find(other => IsOfTheSame(other, line)) is not { } other)
            {
                Lines.Add(line);
            }
            else if (other.Past.Result != line.Past.Result || other.Past.Published != line.Past.Published)
            {
                Find(
                    other.Past.Result == line.Past.Result ? PublishedHeading : ResultHeading,
                    $"Line {other.Number} says something else of the same {line.Past.Kind.Name()} of {line.Area.DisplayName}: {Says(other.Past)}; this one says {Says(line.Past)}. Leave the wrong one out");
            }
            else
            {
                Find(null, $"Line {other.Number} says the same of {line.Area.DisplayName}. Leave one of them out");
            }
        }

        // One report, or days of one area that are not apart: inspectors are not there for two of one kind at once.
        private static bool IsOfTheSame(HistoryLine one, HistoryLine other) =>
            one.Area == other.Area && one.Past.Kind == other.Past.Kind
            && (one.Past.Kind == ActivityKind.Full ? one.Past.Published == other.Past.Published || Overlap(one.Past, other.Past)
                : one.Past.On == other.Past.On || Overlap(one.Past, other.Past));

        private static bool Overlap(PastActivity one, PastActivity other) =>
            (one.Starts ?? one.Ends) <= (other.Ends ?? other.Starts) && (other.Starts ?? other.Ends) <= (one.Ends ?? one.Starts);

        private static string Says(PastActivity past) =>
            $"{(past.Result is { } result ? $"result {result}" : "no result")}{(past.Published is { } published ? $", published on {LondonTime.Show(published)}" : "")}";

        private void CheckDays(ActivityKind kind, LocalDate? starts, LocalDate? ends, LocalDate? published)
        {
            if (kind is ActivityKind.Full or ActivityKind.WrittenStatement && published is null)
            {
                Find(
                    PublishedHeading,
                    kind == ActivityKind.Full ? "Enter the day on which the report was published" : "Enter the day on which the statement was required");
            }

            if (kind is ActivityKind.Monitoring or ActivityKind.Revisit or ActivityKind.Ilacs && starts is null && ends is null)
            {
                Find(EndsHeading, "Enter the last on-site day");
            }

            if (ends < starts)
            {
                Find(EndsHeading, "The last on-site day is before the first. Check both");
            }

            if (published < (ends ?? starts))
            {
                Find(PublishedHeading, "It was published before inspectors had left. Check both days");
            }

            if (kind == ActivityKind.Full && published < began)
            {
                Find(
                    PublishedHeading,
                    $"A full inspection under this framework was published on {LondonTime.Show(began)} or later. Leave out what belongs to an earlier framework");
            }
        }

        private LocalAuthority? AreaOf(string cell)
        {
            var area =
                LocalAuthorities.Find(cell)
                ?? LocalAuthorities.All.FirstOrDefault(area => string.Equals(area.DisplayName, cell, StringComparison.OrdinalIgnoreCase));
            if (area is null)
            {
                Find(
                    AreaHeading,
                    cell.Length == 0
                        ? "Enter the three-figure code of the local authority"
                        : $"There is no area “{cell}”. Enter the three-figure code of the local authority");
            }

            return area;
        }

        private ActivityKind? KindOf(string cell)
        {
            if (cell.Length == 0)
            {
                return ActivityKind.Full;
            }

            if (Kinds.TryGetValue(cell.ToLowerInvariant().Replace(' ', '-'), out var kind))
            {
                return kind;
            }

            Find(KindHeading, $"There is no kind “{cell}”. The kinds are: {string.Join(", ", Kinds.Keys)}");
            return null;
        }

        private string? ResultOf(ActivityKind kind, string cell)
        {
            var result = cell.ToLowerInvariant().Replace('-', ' ');
            if (cell.Length == 0 || ActivityResults.Of(kind).Contains(result))
            {
                return cell.Length == 0 ? null : result;
            }

            Find(ResultHeading, ActivityResults.Of(kind) is { Count: > 0 } results
                ? $"“{cell}” is no result of a {kind.Name()}. Enter one of: {string.Join(", ", results)}; or leave it empty"
                : $"{(kind == ActivityKind.Ilacs ? "An" : "A")} {kind.Name()} has no result here. Leave it empty");
            return null;
        }

        private LocalDate? DayOf(string column, ActivityKind? kind)
        {
            var cell = Cell(column);
            if (cell.Length == 0)
            {
                return null;
            }

            if (LocalDatePattern.Iso.Parse(cell) is not { Success: true } iso)
            {
                iso = DayFirst.Parse(cell);
            }

            if (!iso.Success)
            {
                Find(column, $"“{cell}” is not a date. Write it like {today.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)} or {DayFirst.Format(today)}");
                return null;
            }

            if (iso.Value > today && kind != ActivityKind.Ilacs)
            {
                Find(column, $"{LondonTime.Show(iso.Value)} is in the future. Enter what has taken place; plan what is to come");
            }

            return iso.Value;
        }

        private string Cell(string column) => _row[column];
    }
}
