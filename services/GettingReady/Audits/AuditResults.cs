using AreaSend.Core.Calendars;
using NodaTime;

namespace AreaSend.Services.GettingReady.Audits;

/// <summary>What the audits of an area say together. Those that the first auditor has not finished do not count.</summary>
/// <param name="Finished">The audits that count, the newest first.</param>
/// <param name="Trend">The quarters of years from the first with an audit to the last, the oldest first.</param>
/// <param name="Criteria">Every criterion that has been graded, the weakest first.</param>
public sealed record AuditResults(IReadOnlyList<AuditState> Finished, IReadOnlyList<AuditQuarter> Trend, IReadOnlyList<CriterionResult> Criteria)
{
    // Two years show a course; more would not fit a telephone.
    private const int MostQuarters = 8;

    /// <summary>How much of what applies all plans together meet, 0 to 1; null while nothing counts.</summary>
    public double? Score => AuditScore.Of(Finished.SelectMany(audit => audit.Counting).Select(grade => grade.Grade));

    /// <summary>The part of criteria on which both auditors agreed, over all moderated audits, 0 to 1; null while there is none.</summary>
    public double? Agreement =>
        Finished.Where(audit => audit.Agreement is not null)
            .SelectMany(audit => audit.Pairs)
            .Select(pair => pair.First.Grade == pair.Second.Grade ? 1.0 : 0.0)
            .ToList()
            is { Count: > 0 } same
            ? same.Average()
            : null;

    /// <summary>What these audits say together.</summary>
    public static AuditResults Of(IEnumerable<AuditState> audits)
    {
        List<AuditState> finished = [.. audits.Where(audit => audit.Row.FinishedAt is not null).OrderByDescending(audit => audit.Row.FinishedAt)];
        return new(finished, [.. Quarters(finished)], [.. Weakest(finished)]);
    }

    private static IEnumerable<AuditQuarter> Quarters(List<AuditState> finished)
    {
        var byQuarter = finished.ToLookup(audit => AuditQuarter.FirstDayOf(LondonTime.DateOf(audit.Row.FinishedAt!.Value)));
        if (byQuarter.Count == 0)
        {
            return [];
        }

        var (first, last) = (byQuarter.Min(quarter => quarter.Key), byQuarter.Max(quarter => quarter.Key));
        return Enumerable.Range(0, MostQuarters)
            .Select(back => last.PlusMonths(-3 * back))
            .TakeWhile(day => day >= first)
            .Reverse()
            .Select(day => new AuditQuarter(
                day,
                byQuarter[day].Count(),
                AuditScore.Of(byQuarter[day].SelectMany(audit => audit.Counting).Select(grade => grade.Grade))));
    }

    private static IEnumerable<CriterionResult> Weakest(List<AuditState> finished)
    {
        var grades = finished.SelectMany(audit => audit.Counting).ToLookup(grade => grade.Criterion, grade => grade.Grade);
        return from section in AuditCriteria.Standard.Sections
               from criterion in section.Criteria
               let graded = grades[criterion.Key].ToList()
               let score = AuditScore.Of(graded)
               where score is not null
               orderby score
               select new CriterionResult(
                   section,
                   criterion,
                   Count(graded, AuditGrade.Met),
                   Count(graded, AuditGrade.PartlyMet),
                   Count(graded, AuditGrade.NotMet),
                   score.Value);
    }

    private static int Count(List<AuditGrade> graded, AuditGrade grade) => graded.Count(one => one == grade);
}

/// <summary>The audits that were finished in a quarter of a year.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Audits">How many there were.</param>
/// <param name="Score">How much of what applies their plans met, 0 to 1; null where there were none.</param>
public sealed record AuditQuarter(LocalDate First, int Audits, double? Score)
{
    internal static LocalDate FirstDayOf(LocalDate day) => new(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1);
}

/// <summary>How plans do by one criterion.</summary>
/// <param name="Section">Its section.</param>
/// <param name="Criterion">The criterion.</param>
/// <param name="Met">How many plans met it.</param>
/// <param name="PartlyMet">How many met it in part.</param>
/// <param name="NotMet">How many did not.</param>
/// <param name="Score">0 to 1.</param>
public sealed record CriterionResult(AuditSection Section, AuditCriterion Criterion, int Met, int PartlyMet, int NotMet, double Score);
