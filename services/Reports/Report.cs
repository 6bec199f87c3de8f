using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Store.Figures;
using NodaTime;

namespace AreaSend.Services.Reports;

/// <summary>What a report is narrowed to.</summary>
/// <param name="Region">The Ofsted region; null for all.</param>
/// <param name="Kind">Key of the kind of inspection; null for all.</param>
/// <param name="From">The first day of the period: of deadlines, of publication, of what moved dates, of e-mails; null for no first.</param>
/// <param name="To">The last day; null for no last.</param>
public sealed record ReportScope(string? Region, string? Kind, LocalDate? From, LocalDate? To)
{
    internal bool Shows(FiguresOf figures) => (Region is null || figures.Region == Region) && (Kind is null || figures.Kind == Kind);

    internal bool Shows(LocalDate day) => (From is null || day >= From) && (To is null || day <= To);
}

/// <summary>How inspections have gone, over many.</summary>
/// <param name="Inspections">How many it looks at.</param>
/// <param name="Steps">By step, in the order in which steps first come.</param>
/// <param name="Actors">By who had to act.</param>
/// <param name="Regions">By region.</param>
/// <param name="Publication">From the last on-site day to the report.</param>
/// <param name="Moves">What moved dates.</param>
/// <param name="Deliveries">What became of e-mails, by whom they went to.</param>
/// <param name="Results">What published reports found, by year.</param>
public sealed record Report(
    int Inspections,
    IReadOnlyList<PunctualityRow> Steps,
    IReadOnlyList<PunctualityRow> Actors,
    IReadOnlyList<PunctualityRow> Regions,
    IReadOnlyList<PublicationRow> Publication,
    IReadOnlyList<MoveRow> Moves,
    IReadOnlyList<DeliveryRow> Deliveries,
    IReadOnlyList<ResultRow> Results)
{
    /// <summary>All regions together, as the last row of publication.</summary>
    public const string Everywhere = "England";

    /// <summary>Adds up.</summary>
    /// <param name="all">The figures of every inspection.</param>
    /// <param name="scope">What is looked at.</param>
    /// <param name="today">What is open and was due before it is overdue.</param>
    public static Report Of(IReadOnlyList<FiguresOf> all, ReportScope scope, LocalDate today)
    {
        List<FiguresOf> meant = [.. all.Where(scope.Shows)];
        var (steps, actors, regions) = (new Counts<string>(), new Counts<string>(), new Counts<string>());
        foreach (var one in meant)
        {
            foreach (var step in one.Figures.Steps)
            {
                // What is not due yet is neither in time nor late.
                if (scope.Shows(step.Due) && (step.Standing != StepTimeliness.Open || step.Due < today))
                {
                    steps.Add(step.Key, step);
                    actors.Add(step.Actor.Show(), step);
                    regions.Add(one.Region, step);
                }
            }
        }

        return new(
            meant.Count,
            steps.Rows(),
            [.. actors.Rows().OrderByDescending(row => row.Due)],
            [.. regions.Rows().OrderBy(row => row.Key, StringComparer.Ordinal)],
            PublicationOf(meant, scope),
            MovesOf(meant, scope),
            DeliveriesOf(meant, scope),
            ResultsOf(meant, scope));
    }

    private static List<PublicationRow> PublicationOf(IReadOnlyList<FiguresOf> meant, ReportScope scope)
    {
        List<(string Region, int Days, int? Meant)> lags =
        [
            .. from one in meant
               let publication = one.Figures.Publication
               where publication is not null && scope.Shows(publication.Published)
               select (one.Region, publication.WorkingDays, one.DaysToPublication),
        ];
        return
        [
            .. lags.GroupBy(lag => lag.Region)
                .OrderBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => Row(same.Key, [.. same])),
            .. lags.Count == 0 ? [] : (PublicationRow[])[Row(Everywhere, lags)],
        ];

        static PublicationRow Row(string region, IReadOnlyList<(string Region, int Days, int? Meant)> lags)
        {
            List<int> sorted = [.. lags.Select(lag => lag.Days).Order()];
            return new(
                region,
                sorted.Count,
                lags.Count(lag => lag.Days <= lag.Meant),
                lags.Count(lag => lag.Days > lag.Meant),
                sorted[(sorted.Count - 1) / 2],
                sorted[^1],
                [.. lags.Select(lag => lag.Meant).OfType<int>().Distinct().Order()]);
        }
    }

    private static List<MoveRow> MovesOf(IReadOnlyList<FiguresOf> meant, ReportScope scope) =>
    [
        .. from one in meant
           from move in one.Figures.Moves
           where scope.Shows(move.On)
           group (one.Inspection, move.Dates) by move.Cause into same
           orderby same.Count() descending, same.Key
           select new MoveRow(same.Key, same.Count(), same.Sum(move => move.Dates), same.Select(move => move.Inspection).Distinct().Count()),
    ];

    private static List<DeliveryRow> DeliveriesOf(IReadOnlyList<FiguresOf> meant, ReportScope scope)
    {
        var counts = new SortedDictionary<RecipientRole, int[]>();
        foreach (var notice in meant.SelectMany(one => one.Figures.Notices).Where(notice => scope.Shows(notice.Raised)))
        {
            if (!counts.TryGetValue(notice.To, out var of))
            {
                counts[notice.To] = of = new int[Enum.GetValues<NoticeOutcome>().Length];
            }

            of[(int)notice.Delivery]++;
        }

        return [.. counts.Select(one => new DeliveryRow(one.Key, one.Value))];
    }

    private static List<ResultRow> ResultsOf(IReadOnlyList<FiguresOf> meant, ReportScope scope) =>
    [
        .. from one in meant
           let result = one.Figures.Result
           where result is not null && scope.Shows(result.Published)
           group result.Result by result.Published.Year into year
           orderby year.Key
           select new ResultRow(year.Key, year.GroupBy(result => result).ToDictionary(same => same.Key, same => same.Count())),
    ];

    // In the order in which a key is first met: that of the handbook, as the rows of an inspection are.
    private sealed class Counts<TKey>
        where TKey : notnull
    {
        private readonly Dictionary<TKey, (int Order, Actor Actor, int InTime, int Late, int Not, int Overdue)> _counts = [];

        public void Add(TKey key, StepFigure step)
        {
            (int Order, Actor Actor, int InTime, int Late, int Not, int Overdue) count =
                _counts.TryGetValue(key, out var known) ? known : (_counts.Count, step.Actor, 0, 0, 0, 0);
            _counts[key] = step.Standing switch
            {
                StepTimeliness.InTime => count with { InTime = count.InTime + 1 },
                StepTimeliness.Late => count with { Late = count.Late + 1 },
                StepTimeliness.NotReceived => count with { Not = count.Not + 1 },
                _ => count with { Overdue = count.Overdue + 1 },
            };
        }

        public List<PunctualityRow> Rows() =>
        [
            .. _counts.OrderBy(one => one.Value.Order)
                .Select(one => new PunctualityRow(one.Key.ToString()!, one.Value.Actor, one.Value.InTime, one.Value.Late, one.Value.Not, one.Value.Overdue)),
        ];
    }
}

/// <summary>How often something was done in time.</summary>
/// <param name="Key">The step's key, the actor's name or the region.</param>
/// <param name="Actor">Of a step: who has to do it.</param>
/// <param name="InTime">Done by the deadline.</param>
/// <param name="Late">Done after it.</param>
/// <param name="NotReceived">Never done, and not owed any more.</param>
/// <param name="Overdue">Still owed, and overdue.</param>
public sealed record PunctualityRow(string Key, Actor Actor, int InTime, int Late, int NotReceived, int Overdue)
{
    /// <summary>How often it was due.</summary>
    public int Due => InTime + Late + NotReceived + Overdue;

    /// <summary>The share that was in time, from 0 to 1.</summary>
    public double Share => Due == 0 ? 0 : InTime / (double)Due;
}

/// <summary>How long publication took in a region, in working days after the last on-site day.</summary>
/// <param name="Region">The region, or <see cref="Report.Everywhere"/>.</param>
/// <param name="Published">How many reports.</param>
/// <param name="InTime">How many of them within the days that their own edition gives.</param>
/// <param name="Later">How many later; one whose edition gives no days is in neither.</param>
/// <param name="Median">The middle one; of an even number the lower.</param>
/// <param name="Longest">The longest.</param>
/// <param name="Given">The days that their editions give, each once.</param>
public sealed record PublicationRow(string Region, int Published, int InTime, int Later, int Median, int Longest, IReadOnlyList<int> Given);

/// <summary>How often something moved dates.</summary>
/// <param name="Cause">What.</param>
/// <param name="Times">How often.</param>
/// <param name="Dates">How many dates it moved.</param>
/// <param name="Inspections">Of how many inspections.</param>
public sealed record MoveRow(MoveCause Cause, int Times, int Dates, int Inspections);

/// <summary>What became of the e-mails to a role.</summary>
/// <param name="To">The role.</param>
/// <param name="Counts">How many of each, in the order of <see cref="NoticeOutcome"/>.</param>
public sealed record DeliveryRow(RecipientRole To, IReadOnlyList<int> Counts)
{
    /// <summary>How many in all.</summary>
    public int All => Counts.Sum();

    /// <summary>How many of one.</summary>
    public int Of(NoticeOutcome outcome) => Counts[(int)outcome];
}

/// <summary>What the reports of a year found.</summary>
/// <param name="Year">The calendar year of publication.</param>
/// <param name="Counts">How many of each result of <see cref="ResultFigure"/>.</param>
public sealed record ResultRow(int Year, IReadOnlyDictionary<string, int> Counts)
{
    /// <summary>How many of one.</summary>
    public int Of(string result) => Counts.GetValueOrDefault(result);
}
