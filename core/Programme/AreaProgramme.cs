using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Programme;

/// <summary>When an area is to be inspected next, and why then.</summary>
/// <param name="Area">The authority's three-figure code.</param>
/// <param name="LastFull">Its last full inspection that was public on the day asked about.</param>
/// <param name="DueBy">The last day for the next full inspection's on-site days.</param>
/// <param name="Because">The rule and what it was counted from, in a sentence.</param>
/// <param name="Cites">Paragraphs of the handbook.</param>
/// <param name="MonitoringBy">The last day for the monitoring inspection that outcome 3 or a decision brings; null when none is to come.</param>
public sealed record AreaProgramme(
    string Area, PastFullInspection? LastFull, LocalDate DueBy, string Because, IReadOnlyList<int> Cites, LocalDate? MonitoringBy)
{
    /// <summary>Every limit that was looked at for the next full inspection, the earliest first: it is the one that counts.</summary>
    public IReadOnlyList<DueLimit> Limits { get; init; } = [];

    /// <summary>Why the monitoring inspection is due by then; null when none is to come.</summary>
    public DueLimit? Monitoring { get; init; }

    /// <summary>
    /// The programme of one area on a day. What was published later is not yet known on it; among what is known, the later full inspection
    /// supersedes the earlier. Of several limits the earliest counts.
    /// </summary>
    public static AreaProgramme Of(AreaRecord record, LocalDate asOf, CycleRules rules)
    {
        var last = record.Full.Where(full => full.Published <= asOf).MaxBy(full => full.Published);
        List<DueLimit> limits = [.. LimitsOf(record, last, asOf, rules).OrderBy(candidate => candidate.By)];
        var monitoring = MonitoringOf(record, last, asOf, rules);
        return new(record.Area, last, limits[0].By, limits[0].Because, limits[0].Cites, monitoring?.By) { Limits = limits, Monitoring = monitoring };
    }

    private static IEnumerable<DueLimit> LimitsOf(AreaRecord record, PastFullInspection? last, LocalDate asOf, CycleRules rules)
    {
        yield return last is null ? FirstOfTheCycle(rules) : AfterLast(last, last.Edition?.Cycle ?? rules) with { Edition = last.Edition };
        if (last is null && record.WrittenStatementNotRevisited)
        {
            yield return Limit(
                rules,
                DueBasis.WrittenStatement,
                CycleRule.WrittenStatement,
                rules.EndOfYear(rules.YearsAfterWrittenStatement),
                $"A written statement of action that was not re-visited: within the first {rules.YearsAfterWrittenStatement} years of the cycle that began on {LondonTime.Show(rules.Began)}.");
        }

        if (last is null && record.CameIntoBeing is { } created)
        {
            yield return Limit(
                rules,
                DueBasis.NewArea,
                CycleRule.NewArea,
                created.PlusYears(rules.YearsAfterCreation),
                $"A new area: within {rules.YearsAfterCreation} years of coming into being on {LondonTime.Show(created)}.");
        }

        foreach (var decision in Standing(record, ProgrammedKind.Full, last, asOf))
        {
            yield return decision.ByLetter
                ? Limit(
                    rules,
                    DueBasis.BroughtForward,
                    CycleRule.BroughtForwardByLetter,
                    decision.By,
                    $"Brought forward by the letter of the monitoring inspection, shared on {LondonTime.Show(decision.Decided)}.")
                : Limit(
                    rules,
                    DueBasis.BroughtForward,
                    CycleRule.BroughtForward,
                    decision.By,
                    $"Brought forward by the regional director on {LondonTime.Show(decision.Decided)}: {decision.Reason}");
        }
    }

    /// <summary>The decisions that are known on the day and that no full inspection has answered since.</summary>
    private static IEnumerable<BroughtForward> Standing(AreaRecord record, ProgrammedKind kind, PastFullInspection? last, LocalDate asOf) =>
        record.BroughtForward.Where(decision => decision.Kind == kind && decision.Decided <= asOf && !(last?.CountedFrom >= decision.Decided));

    private static DueLimit FirstOfTheCycle(CycleRules rules) => Limit(
        rules,
        DueBasis.NeverInspected,
        CycleRule.OnceInACycle,
        rules.EndOfYear(rules.YearsAtMost),
        $"No full inspection yet: every area has one within the {rules.YearsAtMost} years of the cycle that began on {LondonTime.Show(rules.Began)}.");

    private static DueLimit AfterLast(PastFullInspection last, CycleRules rules)
    {
        var from = last.OnSiteEnds is { } ended
            ? $"the last on-site day, {LondonTime.Show(ended)}"
            : $"publication, {LondonTime.Show(last.Published)}, as the record has no on-site days";
        return last.Outcome is { } outcome && rules.MonthsToNextFull.TryGetValue(outcome, out var months)
            ? Limit(
                rules,
                DueBasis.LastInspection,
                CycleRule.AfterOutcome,
                last.CountedFrom.PlusMonths(months),
                $"Outcome {outcome}: within {months / 12} years of {from}.")
            : Limit(
                rules,
                DueBasis.LastInspection,
                CycleRule.OnceInACycle,
                last.CountedFrom.PlusYears(rules.YearsAtMost),
                $"The record does not say the outcome: at the latest within {rules.YearsAtMost} years of {from}.");
    }

    private static DueLimit? MonitoringOf(AreaRecord record, PastFullInspection? last, LocalDate asOf, CycleRules rules) =>
        AfterOutcomeThree(record, last, asOf, rules).Concat(
            from decision in Standing(record, ProgrammedKind.Monitoring, last, asOf)
            where !IsMonitored(record, after: decision.Decided.PlusDays(-1), asOf)
            select Limit(
                rules,
                DueBasis.BroughtForward,
                CycleRule.BroughtForward,
                decision.By,
                $"A monitoring inspection by decision of the regional director on {LondonTime.Show(decision.Decided)}: {decision.Reason}"))
        .MinBy(limit => limit.By);

    private static IEnumerable<DueLimit> AfterOutcomeThree(AreaRecord record, PastFullInspection? last, LocalDate asOf, CycleRules rules)
    {
        if (last is { Outcome: 3 } && !IsMonitored(record, last.Published, asOf))
        {
            var own = last.Edition?.Cycle ?? rules;
            var (from, what) = MonitoringCountedFrom(last, own);
            yield return Limit(
                own, DueBasis.LastInspection, CycleRule.Monitoring, from.PlusMonths(own.MonthsToMonitoring),
                $"Outcome 3: a monitoring inspection usually within {own.MonthsToMonitoring} months of {what}.") with
            {
                Edition = last.Edition,
            };
        }
    }

    private static bool IsMonitored(AreaRecord record, LocalDate after, LocalDate asOf) =>
        record.Monitored.Any(monitored => monitored > after && monitored <= asOf);

    // The public record has no day of receipt; publication follows it within a few weeks.
    private static (LocalDate From, string What) MonitoringCountedFrom(PastFullInspection last, CycleRules rules) =>
        rules.MonitoringCountedFrom != Anchor.FinalShared ? (last.Published, $"publication, {LondonTime.Show(last.Published)}")
        : last.Received is { } received ? (received, $"the area’s receiving the final report, {LondonTime.Show(received)}")
        : (last.Published, $"publication, {LondonTime.Show(last.Published)}, as the record does not say when the area received the final report");

    private static DueLimit Limit(CycleRules rules, DueBasis basis, string rule, LocalDate by, string because)
    {
        var source = rules.Sources[rule];
        return new(
            basis,
            by,
            source.Provenance.IsConfirmed ? because : $"{because} Carried over from {source.Provenance.Source}, as its paragraphs are.",
            source.Cites);
    }
}
