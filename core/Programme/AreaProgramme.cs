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
/// <param name="MonitoringBy">The last day for the monitoring inspection that outcome 3 brings; null when none is to come.</param>
public sealed record AreaProgramme(
    string Area, PastFullInspection? LastFull, LocalDate DueBy, string Because, IReadOnlyList<int> Cites, LocalDate? MonitoringBy)
{
    /// <summary>
    /// The programme of one area on a day. What was published later is not yet known on it; among what is known, the later full inspection
    /// supersedes the earlier. Of several limits the earliest counts.
    /// </summary>
    public static AreaProgramme Of(AreaRecord record, LocalDate asOf, CycleRules rules)
    {
        var last = record.Full.Where(full => full.Published <= asOf).MaxBy(full => full.Published);
        var limit = Limits(record, last, asOf, rules).MinBy(candidate => candidate.By)!;
        var source = rules.Sources[limit.Rule];
        return new(record.Area, last, limit.By, $"{limit.Because}{Standing(source.Provenance)}", source.Cites, Monitoring(record, last, asOf, rules));
    }

    private static IEnumerable<Limit> Limits(AreaRecord record, PastFullInspection? last, LocalDate asOf, CycleRules rules)
    {
        yield return last is null ? FirstOfTheCycle(rules) : AfterLast(last, rules);
        if (last is null && record.WrittenStatementNotRevisited)
        {
            yield return new(
                rules.EndOfYear(rules.YearsAfterWrittenStatement),
                $"A written statement of action that was not re-visited: within the first {rules.YearsAfterWrittenStatement} years of the cycle that began on {LondonTime.Show(rules.Began)}.",
                CycleRule.WrittenStatement);
        }

        if (last is null && record.CameIntoBeing is { } created)
        {
            yield return new(
                created.PlusYears(rules.YearsAfterCreation),
                $"A new area: within {rules.YearsAfterCreation} years of coming into being on {LondonTime.Show(created)}.",
                CycleRule.NewArea);
        }

        if (record.BroughtForward is { } decision && decision.Decided <= asOf && !(last?.CountedFrom >= decision.Decided))
        {
            yield return decision.ByLetter
                ? new(decision.By, $"Brought forward by the letter of the monitoring inspection, shared on {LondonTime.Show(decision.Decided)}.", CycleRule.BroughtForwardByLetter)
                : new(decision.By, $"Brought forward by the regional director on {LondonTime.Show(decision.Decided)}: {decision.Reason}", CycleRule.BroughtForward);
        }
    }

    private static Limit FirstOfTheCycle(CycleRules rules) => new(
        rules.EndOfYear(rules.YearsAtMost),
        $"No full inspection yet: every area has one within the {rules.YearsAtMost} years of the cycle that began on {LondonTime.Show(rules.Began)}.",
        CycleRule.OnceInACycle);

    private static Limit AfterLast(PastFullInspection last, CycleRules rules)
    {
        var from = last.OnSiteEnds is { } ended
            ? $"the last on-site day, {LondonTime.Show(ended)}"
            : $"publication, {LondonTime.Show(last.Published)}, as the record has no on-site days";
        return last.Outcome is { } outcome && rules.MonthsToNextFull.TryGetValue(outcome, out var months)
            ? new(last.CountedFrom.PlusMonths(months), $"Outcome {outcome}: within {months / 12} years of {from}.", CycleRule.AfterOutcome)
            : new(
                last.CountedFrom.PlusYears(rules.YearsAtMost),
                $"The record does not say the outcome: at the latest within {rules.YearsAtMost} years of {from}.",
                CycleRule.OnceInACycle);
    }

    private static LocalDate? Monitoring(AreaRecord record, PastFullInspection? last, LocalDate asOf, CycleRules rules) =>
        last is { Outcome: 3 } && !record.Monitored.Any(monitored => monitored > last.Published && monitored <= asOf)
            ? MonitoringCountedFrom(last, rules).PlusMonths(rules.MonthsToMonitoring)
            : null;

    // The public record has no day of receipt; publication follows it within a few weeks.
    private static LocalDate MonitoringCountedFrom(PastFullInspection last, CycleRules rules) =>
        rules.MonitoringCountedFrom == Anchor.FinalShared ? last.Received ?? last.Published : last.Published;

    private static string Standing(Provenance provenance) => provenance.IsConfirmed ? "" : $" Carried over from {provenance.Source}, as its paragraphs are.";

    private sealed record Limit(LocalDate By, string Because, string Rule);
}
