using AreaSend.Core.Calendars;
using NodaTime;

namespace AreaSend.Core.Programme;

/// <summary>How a proposal comes about: first the dates that can be kept, then weeks for all others, then the earliest of those weeks.</summary>
internal sealed class ProposalMaking
{
    private readonly IReadOnlyList<LocalDate> _mondays;
    private readonly List<Candidate> _all;
    private readonly WeekAllocation _weeks;

    // The full inspection of the same area, by its monitoring inspection.
    private readonly Dictionary<Candidate, Candidate> _fullOf;

    /// <param name="due">What is due, the most urgent first.</param>
    /// <param name="request">The span and its capacity.</param>
    /// <param name="calendar">The bank holidays.</param>
    public ProposalMaking(IReadOnlyList<InspectionDue> due, ProposalRequest request, WorkingDayCalendar calendar)
    {
        _mondays = request.Weeks(calendar);
        List<string> regions = [.. due.Select(one => one.Region).Distinct()];
        _all = [.. due.Select(one => new Candidate(one, _mondays, regions.IndexOf(one.Region)))];
        _weeks = new(_mondays, regions, request);
        var full = _all.Where(one => one.Due.Kind == ProgrammedKind.Full).ToDictionary(one => one.Due.Area);
        _fullOf = _all.Where(one => one.Due.Kind == ProgrammedKind.Monitoring && full.ContainsKey(one.Due.Area))
            .ToDictionary(one => one, one => full[one.Due.Area]);
    }

    public IEnumerable<ProposedInspection> Placed =>
        from one in _all
        where one.Week is not null
        let monday = _mondays[one.Week!.Value]
        select new ProposedInspection(one.Due, monday, monday.PlusDays(4) <= one.Due.DueBy ? null : WhyLate(one));

    public IEnumerable<UnplacedInspection> Unplaced => from one in _all where one.Week is null select new UnplacedInspection(one.Due, $"{WhyLate(one)} {WhyNone(one)}");

    public void Make()
    {
        foreach (var (monitoring, full) in _fullOf)
        {
            Part(monitoring, full);
        }

        List<Candidate> late = [.. _all.Where(one => !_weeks.TryPlace(one))];
        late.ForEach(one => one.MayBeLate = true);
        var before = late.Where(_fullOf.ContainsKey).ToHashSet();
        foreach (var one in late.Where(one => !before.Contains(one)))
        {
            _ = _weeks.TryPlace(one);
        }

        // Where both are late, the full inspection comes first: the monitoring inspection has a week before it or none.
        foreach (var one in late
            .OrderBy(one => before.Contains(one) && late.Contains(_fullOf[one]) ? _fullOf[one].Due.DueBy : one.Due.DueBy)
            .ThenByDescending(one => one.Due.Kind))
        {
            Settle(one, before);
        }
    }

    private void Settle(Candidate one, HashSet<Candidate> before)
    {
        if (!before.Contains(one))
        {
            if (one.Week is not null)
            {
                _weeks.SettleEarliest(one);
            }
        }
        else if (_fullOf[one] is { Week: not null } full)
        {
            _ = _weeks.TryPlaceBefore(one, full, week => FirstFrom(_mondays[week].PlusWeeks(ProposalRequest.WeeksToFullInspection)));
        }
        else if (_weeks.TryPlace(one))
        {
            _weeks.SettleEarliest(one);
        }
    }

    /// <summary>
    /// Two inspections of one area that keep their dates are apart whatever moves: the one has its weeks until a day, the other from long enough after it.
    /// </summary>
    private void Part(Candidate monitoring, Candidate full)
    {
        var last = LocalDate.Min(monitoring.Due.DueBy, full.Due.DueBy.PlusWeeks(-ProposalRequest.WeeksToFullInspection)).PlusDays(-4);
        monitoring.KeptUntil(FirstFrom(last.PlusDays(1)) - 1);
        full.NotBefore(FirstFrom(last.PlusWeeks(ProposalRequest.WeeksToFullInspection)));
    }

    // The number of the first week that begins on a day or after it; beyond the last where none does.
    private int FirstFrom(LocalDate day) => _mondays.Count(monday => monday < day);

    private string WhyLate(Candidate one) =>
        _mondays.Count == 0 ? "No week of this span can be used."
        : one.Due.DueBy < _mondays[0].PlusDays(4)
            ? $"It was due by {LondonTime.Show(one.Due.DueBy)}, and the first week that can be used begins on {LondonTime.Show(_mondays[0])}."
        : $"Every week that can be used until {LondonTime.Show(one.Due.DueBy)} is full{(one.Due.NotInWeeksOf is { Count: > 0 } ? ", or one in which the area cannot be inspected" : "")}.";

    private string WhyNone(Candidate one) =>
        _fullOf.TryGetValue(one, out var full) && full.Week is { } week
            ? $"No week is free {ProposalRequest.WeeksToFullInspection} weeks or more before its full inspection, which would be on site from {LondonTime.Show(_mondays[week])}."
        : one.Due.NotAfter is { } last ? $"No week until {LondonTime.Show(last)} is free, and its full inspection is planned after that."
        : "No later week of the span is free for it, whatever else is moved.";
}
