using NodaTime;

namespace AreaSend.Core.Programme;

/// <summary>An inspection on its way to a week: the weeks that it may have, and the one that it has. Weeks are numbered as the span has them.</summary>
internal sealed class Candidate
{
    private readonly bool[] _closed;
    private int _first;
    private int _lastKept;

    public Candidate(InspectionDue due, IReadOnlyList<LocalDate> mondays, int region)
    {
        (Due, Region) = (due, region);
        _closed = [.. mondays.Select(monday => monday < due.NotBefore || monday.PlusDays(4) > due.NotAfter || due.NotInWeeksOf?.Contains(monday) == true)];
        _lastKept = mondays.Count(monday => monday.PlusDays(4) <= due.DueBy) - 1;
    }

    public InspectionDue Due { get; }

    /// <summary>Number of its region.</summary>
    public int Region { get; }

    /// <summary>The week that it has; null while it has none.</summary>
    public int? Week { get; set; }

    /// <summary>Its due-by date cannot be kept: any week is better than none.</summary>
    public bool MayBeLate { get; set; }

    /// <summary>Its week is the one that it is to have: it does not make room for others any more.</summary>
    public bool IsSettled { get; set; }

    /// <summary>It may be in the week, for all that is known of it alone.</summary>
    public bool MayBeIn(int week) => week >= _first && (MayBeLate || week <= _lastKept) && !_closed[week];

    /// <summary>It may be in a week from this one on.</summary>
    public void NotBefore(int week) => _first = Math.Max(_first, week);

    /// <summary>As long as it keeps its date, it may be in a week until this one.</summary>
    public void KeptUntil(int week) => _lastKept = Math.Min(_lastKept, week);
}
