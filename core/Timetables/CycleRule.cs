namespace AreaSend.Core.Timetables;

/// <summary>The names of the rules of the national cycle. They stand in files of administrators, so a name is never changed.</summary>
public static class CycleRule
{
    /// <summary>Every area has a full inspection in each cycle.</summary>
    public const string OnceInACycle = "once-in-a-cycle";

    /// <summary>When the next full inspection follows an outcome.</summary>
    public const string AfterOutcome = "after-outcome";

    /// <summary>When a monitoring inspection follows outcome 3.</summary>
    public const string Monitoring = "monitoring-after-outcome";

    /// <summary>The regional director may bring an inspection forward.</summary>
    public const string BroughtForward = "brought-forward";

    /// <summary>The letter of a monitoring inspection may bring the next full inspection forward.</summary>
    public const string BroughtForwardByLetter = "brought-forward-by-letter";

    /// <summary>How many monitoring visits there may be in 12 months, over both frameworks.</summary>
    public const string MonitoringVisits = "monitoring-visits";

    /// <summary>Areas with a written statement of action that were not re-visited.</summary>
    public const string WrittenStatement = "written-statement";

    /// <summary>New areas.</summary>
    public const string NewArea = "new-area";
}

/// <summary>Where a rule of the cycle stands.</summary>
/// <param name="Cites">Paragraphs of the handbook.</param>
/// <param name="Provenance">How sure it is that the edition says so.</param>
public sealed record CycleSource(IReadOnlyList<int> Cites, Provenance Provenance);
