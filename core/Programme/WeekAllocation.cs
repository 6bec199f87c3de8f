using NodaTime;

namespace AreaSend.Core.Programme;

/// <summary>
/// Which inspection is on site in which week, within the capacity of weeks and regions. Keeping due-by dates is a maximum flow
/// (inspection → week of its region → week), grown by one augmenting path an inspection.
/// </summary>
internal sealed class WeekAllocation(IReadOnlyList<LocalDate> mondays, ProposalRequest request)
{
    private readonly List<InspectionDue>[] _weeks = [.. mondays.Select(_ => new List<InspectionDue>())];
    private readonly ILookup<LocalDate, string> _taken = request.Taken.ToLookup(planned => planned.Monday, planned => planned.Region);

    public IEnumerable<(InspectionDue Due, LocalDate Monday)> Placed =>
        _weeks.SelectMany((week, index) => week.Select(due => (due, mondays[index])));

    /// <summary>Gives the inspection a week in which its due-by date is kept, if need be by moving others that stay kept.</summary>
    public bool TryKeep(InspectionDue due) => Augment(due, [], []);

    /// <summary>Gives the inspection the first free week, and moves nothing.</summary>
    public bool TryPlaceLate(InspectionDue due)
    {
        var other = Array.FindIndex(_weeks, week => week.Exists(placed => placed.Area == due.Area));
        var free = Enumerable.Range(0, _weeks.Length).Where(week =>
            CanBeIn(due, week) && IsFree(week, due.Region) && (other < 0 || InOrder(due.Kind, week, other)));
        if (!free.Any())
        {
            return false;
        }

        _weeks[free.First()].Add(due);
        return true;
    }

    private bool Augment(InspectionDue due, HashSet<int> seenWeeks, HashSet<(int Week, string Region)> seenRegions)
    {
        // The emptiest first, so that the load is spread over the span.
        foreach (var week in Enumerable.Range(0, _weeks.Length).Where(week => Keeps(due, week)).OrderBy(week => _weeks[week].Count))
        {
            if (seenRegions.Add((week, due.Region)) && (IsFree(week, due.Region) || CanMakeRoom(week, due.Region, seenWeeks, seenRegions)))
            {
                _weeks[week].Add(due);
                return true;
            }
        }

        return false;
    }

    /// <summary>Another region's inspection may move away where only the week is full; one of the region's own wherever there is one.</summary>
    private bool CanMakeRoom(int week, string region, HashSet<int> seenWeeks, HashSet<(int Week, string Region)> seenRegions)
    {
        if (HasRoomFor(week, region) && seenWeeks.Add(week))
        {
            foreach (var other in _weeks[week].Select(placed => placed.Region).Distinct().ToList())
            {
                if (seenRegions.Add((week, other)) && MoveOne(week, other, seenWeeks, seenRegions))
                {
                    return true;
                }
            }
        }

        return MoveOne(week, region, seenWeeks, seenRegions);
    }

    private bool MoveOne(int week, string region, HashSet<int> seenWeeks, HashSet<(int Week, string Region)> seenRegions)
    {
        // Over a copy: what makes room elsewhere may change this very week on its way.
        foreach (var placed in _weeks[week].FindAll(placed => placed.Region == region))
        {
            if (Augment(placed, seenWeeks, seenRegions))
            {
                return _weeks[week].Remove(placed);
            }
        }

        return false;
    }

    private bool IsFree(int week, string region) => _weeks[week].Count + _taken[mondays[week]].Count() < request.PerWeek && HasRoomFor(week, region);

    private bool Keeps(InspectionDue due, int week) => mondays[week].PlusDays(4) <= due.DueBy && CanBeIn(due, week);

    private bool CanBeIn(InspectionDue due, int week) => !(mondays[week] < due.NotBefore) && due.NotInWeeksOf?.Contains(mondays[week]) != true;

    private bool HasRoomFor(int week, string region) =>
        request.PerRegion is not { } limit
        || _weeks[week].Count(placed => placed.Region == region) + _taken[mondays[week]].Count(other => other == region) < limit;

    /// <summary>Of one area the monitoring inspection comes before the full one.</summary>
    private static bool InOrder(ProgrammedKind kind, int week, int other) => kind == ProgrammedKind.Monitoring ? week < other : week > other;
}
