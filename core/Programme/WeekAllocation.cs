using NodaTime;

namespace AreaSend.Core.Programme;

/// <summary>
/// Which inspection is on site in which week, within the capacity of weeks and regions: a flow (inspection → week of its region → week), grown by one
/// augmenting path at a time. Whatever moves on such a path moves to a week that suits it too, and whatever has a week keeps one.
/// </summary>
internal sealed class WeekAllocation
{
    private readonly List<Candidate>[] _weeks;
    private readonly int[] _load;
    private readonly int[,] _regionLoad;
    private readonly int _perWeek;
    private readonly int _perRegion;

    public WeekAllocation(IReadOnlyList<LocalDate> mondays, IReadOnlyList<string> regions, ProposalRequest request)
    {
        _weeks = [.. mondays.Select(_ => new List<Candidate>())];
        (_load, _regionLoad) = (new int[mondays.Count], new int[mondays.Count, regions.Count]);
        (_perWeek, _perRegion) = (request.PerWeek, request.PerRegion ?? int.MaxValue);
        foreach (var (index, monday) in mondays.Index())
        {
            _load[index] = request.Taken.Count(taken => taken.Monday == monday);
            foreach (var (number, region) in regions.Index())
            {
                _regionLoad[index, number] = request.Taken.Count(taken => taken == (monday, region));
            }
        }
    }

    private IEnumerable<int> Weeks => Enumerable.Range(0, _weeks.Length);

    /// <summary>Gives the inspection a week, if need be by moving others.</summary>
    public bool TryPlace(Candidate inspection) => TryPlace(inspection, new());

    /// <summary>Gives the inspection the earliest week that it can have while all others keep one, and settles it there.</summary>
    public void SettleEarliest(Candidate inspection)
    {
        var now = inspection.Week!.Value;
        Take(inspection);
        Put(inspection, Weeks.Where(inspection.MayBeIn).First(week => week == now || CanHave(inspection, week, new())));
        inspection.IsSettled = true;
    }

    /// <summary>
    /// Gives a monitoring inspection the earliest week that is so many weeks before the full inspection of its area, if need be by moving that one, which
    /// then comes no sooner, and others; and settles it there.
    /// </summary>
    public bool TryPlaceBefore(Candidate monitoring, Candidate full, Func<int, int> firstAfter)
    {
        foreach (var week in Weeks.Where(monitoring.MayBeIn))
        {
            if (TryPair(monitoring, week, full, firstAfter(week)))
            {
                full.NotBefore(firstAfter(week));
                return monitoring.IsSettled = true;
            }
        }

        return false;
    }

    // Both or neither: what was moved for the one is put back where the other finds no week.
    private bool TryPair(Candidate monitoring, int week, Candidate full, int first)
    {
        var before = _weeks.SelectMany(there => there).Select(placed => (placed, placed.Week!.Value)).ToList();
        if (full.Week < first)
        {
            if (full.IsSettled)
            {
                return false;
            }

            Take(full);
        }

        if (CanHave(monitoring, week, new() { Only = (full, first) }))
        {
            Put(monitoring, week);
            monitoring.IsSettled = true;
            if (full.Week >= first || TryPlace(full, new() { Only = (full, first) }))
            {
                return true;
            }
        }

        monitoring.IsSettled = false;
        Restore(before);
        monitoring.Week = null;
        return false;
    }

    private void Restore(List<(Candidate Placed, int Week)> before)
    {
        foreach (var placed in _weeks.SelectMany(there => there).ToList())
        {
            Take(placed);
        }

        foreach (var (placed, week) in before)
        {
            Put(placed, week);
        }
    }

    private bool TryPlace(Candidate inspection, Search search)
    {
        // The emptiest first, so that the load is spread over the span.
        foreach (var week in Weeks.Where(week => inspection.MayBeIn(week) && search.Allows(inspection, week)).OrderBy(week => _load[week]))
        {
            if (CanHave(inspection, week, search))
            {
                Put(inspection, week);
                return true;
            }
        }

        return false;
    }

    private bool CanHave(Candidate inspection, int week, Search search) =>
        search.Regions.Add((week, inspection.Region)) && (IsFree(week, inspection.Region) || CanMakeRoom(week, inspection.Region, search));

    /// <summary>Another region's inspection may move away where only the week is full; one of the region's own wherever there is one.</summary>
    private bool CanMakeRoom(int week, int region, Search search)
    {
        if (_regionLoad[week, region] < _perRegion && search.Weeks.Add(week))
        {
            foreach (var other in _weeks[week].Select(placed => placed.Region).Distinct().ToList())
            {
                if (search.Regions.Add((week, other)) && MoveOne(week, other, search))
                {
                    return true;
                }
            }
        }

        return MoveOne(week, region, search);
    }

    private bool MoveOne(int week, int region, Search search)
    {
        // Over a copy: what makes room elsewhere may change this very week on its way.
        foreach (var placed in _weeks[week].FindAll(placed => placed.Region == region && !placed.IsSettled))
        {
            if (MovesOn(placed, week, search))
            {
                return true;
            }
        }

        return false;
    }

    // It has its new week before it leaves the old one, so that what moves on its account does not come here.
    private bool MovesOn(Candidate placed, int from, Search search)
    {
        if (!TryPlace(placed, search))
        {
            return false;
        }

        Leave(placed, from);
        return true;
    }

    private bool IsFree(int week, int region) => _load[week] < _perWeek && _regionLoad[week, region] < _perRegion;

    private void Put(Candidate inspection, int week)
    {
        _weeks[week].Add(inspection);
        _load[week]++;
        _regionLoad[week, inspection.Region]++;
        inspection.Week = week;
    }

    private void Take(Candidate inspection)
    {
        Leave(inspection, inspection.Week!.Value);
        inspection.Week = null;
    }

    private void Leave(Candidate inspection, int week)
    {
        _weeks[week].Remove(inspection);
        _load[week]--;
        _regionLoad[week, inspection.Region]--;
    }

    /// <summary>What one search for a path has looked at: nothing twice.</summary>
    private sealed class Search
    {
        public HashSet<int> Weeks { get; } = [];

        public HashSet<(int Week, int Region)> Regions { get; } = [];

        /// <summary>One inspection that may not come before a week.</summary>
        public (Candidate Inspection, int First)? Only { get; init; }

        public bool Allows(Candidate inspection, int week) => Only is not var (bound, first) || bound != inspection || week >= first;
    }
}
