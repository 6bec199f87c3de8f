using AreaSend.Core.Programme;
using NodaTime;

namespace AreaSend.Services.Programme;

/// <summary>What has taken place in an area by every source, each thing once, and the record that its programme is made from.</summary>
/// <param name="Record">For <see cref="AreaProgramme.Of"/>.</param>
/// <param name="Past">What has taken place, the newest first.</param>
/// <param name="Held">The area's inspections in this console that stand, in order of their first day.</param>
public sealed record AreaHistory(AreaRecord Record, IReadOnlyList<PastActivity> Past, IReadOnlyList<HeldActivity> Held)
{
    /// <summary>What is planned and has not taken place.</summary>
    public IEnumerable<HeldActivity> Ahead => Held.Where(activity => !activity.HasTakenPlace);

    /// <summary>When somebody of the inspectorates was in the area or is to be, in no order; what the record gives no day of is left out.</summary>
    public IEnumerable<AreaVisit> Visits =>
        Past.Where(past => past.Kind != ActivityKind.WrittenStatement && (past.Starts ?? past.Ends) is not null)
            .Select(past => new AreaVisit(
                past.Kind.Name(),
                past.Starts ?? past.Ends!.Value,
                past.Ends ?? past.Starts!.Value,
                past.Kind.IsMonitoring(),
                IsPlanned: false))
            .Concat(Ahead.Select(held => new AreaVisit(held.Kind.Name(), held.Starts, held.Ends, held.Kind.IsMonitoring(), IsPlanned: true)));

    /// <summary>
    /// Puts the sources together. An inspection that this console holds supersedes what files say of it, and what somebody has recorded or brought in
    /// supersedes the published record that comes with AreaSend; where the better source is silent, the other fills in.
    /// </summary>
    /// <param name="shipped">The published record of the area.</param>
    /// <param name="recorded">What was brought in from files or recorded by hand.</param>
    /// <param name="held">The area's inspections in this console that stand.</param>
    /// <param name="asOf">The day asked about: what was published later is not yet known on it.</param>
    /// <param name="decisions">The regional director's decisions that stand.</param>
    public static AreaHistory Of(
        AreaRecord shipped,
        IEnumerable<PastActivity> recorded,
        IReadOnlyList<HeldActivity> held,
        LocalDate asOf,
        IEnumerable<BroughtForward> decisions)
    {
        var own = held.Where(activity => activity.HasTakenPlace).Select(AsPast);
        List<PastActivity> past =
        [
            .. from activity in own.Concat(recorded).Concat(shipped.Full.Select(AsPast)).Where(activity => !(activity.Published > asOf))
               group activity by (activity.Kind, Key: activity.Kind == ActivityKind.Full ? activity.Published : activity.On) into same
               let one = same.Aggregate(FilledFrom)
               orderby one.On descending, one.Kind
               select one,
        ];
        var heldFull = held.SelectMany(activity => activity.Adds.Full).ToList();
        var record = shipped with
        {
            Full =
            [
                .. heldFull,
                .. from activity in past
                where activity is { Kind: ActivityKind.Full, Source: not ActivitySource.Console, Published: not null }
                select new PastFullInspection(activity.Starts, activity.Ends, activity.Result is [var digit] ? digit - '0' : null, activity.Published!.Value),
            ],
            Monitored = [.. past.Where(activity => activity.Kind == ActivityKind.Monitoring).Select(activity => activity.On)],
            WrittenStatementNotRevisited = shipped.WrittenStatementNotRevisited || past.Exists(statement => statement.Kind == ActivityKind.WrittenStatement
                && !past.Exists(visit => visit.Kind == ActivityKind.Revisit && visit.On >= statement.On)),
            BroughtForward = [.. shipped.BroughtForward, .. decisions, .. held.SelectMany(activity => activity.Adds.BroughtForward)],
        };
        return new(record, past, held);
    }

    private static PastActivity AsPast(HeldActivity held) =>
        new(held.Kind, held.Starts, held.Ends, held.Result, held.Published, ActivitySource.Console) { Inspection = held.Id };

    private static PastActivity AsPast(PastFullInspection full) =>
        new(
            ActivityKind.Full,
            full.OnSiteStarts,
            full.OnSiteEnds,
            full.Outcome?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            full.Published,
            ActivitySource.PublishedRecord);

    private static PastActivity FilledFrom(PastActivity better, PastActivity other) => better with
    {
        Starts = better.Starts ?? other.Starts,
        Ends = better.Ends ?? other.Ends,
        Result = better.Result ?? other.Result,
        Published = better.Published ?? other.Published,
    };
}
