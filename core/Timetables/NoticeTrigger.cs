using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Core.Timetables;

/// <summary>What makes a notice owed.</summary>
public abstract record NoticeTrigger;

/// <summary>A fact was recorded, of one of some kinds: no other is asked for, so that what is shown of the line is what it does.</summary>
public sealed record WhenRecorded : NoticeTrigger
{
    private readonly Type[] _kinds;

    /// <param name="kinds">The types of the facts.</param>
    /// <param name="eachTime">Such facts can be recorded more than once, and the notice goes out each time.</param>
    public WhenRecorded(IEnumerable<Type> kinds, bool eachTime = false)
    {
        (_kinds, EachTime) = ([.. kinds], eachTime);
        var names = _kinds.Select(InspectionEvent.KindOf).ToList();
        Of = names is [.. { Count: > 0 } others, var last] ? $"{string.Join(", ", others)} or {last}" : string.Join(", ", names);
    }

    /// <summary>The types of the facts.</summary>
    public IReadOnlyList<Type> Kinds => _kinds;

    /// <summary>The notice goes out each time.</summary>
    public bool EachTime { get; }

    /// <summary>What else has to be so; null where any such fact will do.</summary>
    public Condition<Happening>? If { get; init; }

    /// <summary>
    /// How long nothing more of the kind has to have been recorded before the notice goes out, with all of them in it; nothing: each goes out at once.
    /// </summary>
    public Duration Quiet { get; init; }

    /// <summary>How the facts are called: their kinds, as events have them.</summary>
    public string Of { get; }

    /// <summary>A fact of one kind was recorded.</summary>
    public static WhenRecorded On<TFact>(bool eachTime = false)
        where TFact : Fact => new([typeof(TFact)], eachTime);

    /// <summary>Whether this is such a fact.</summary>
    public bool Fact(Fact fact, InspectionCase @case) => Array.IndexOf(_kinds, fact.GetType()) >= 0 && If?.Holds(new(fact, @case)) != false;
}

/// <summary>What is asked about a fact before it tells anybody.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Case">The case as it stands now.</param>
public readonly record struct Happening(Fact Fact, InspectionCase Case);

/// <summary>Something about deadlines: what falls due at one moment goes into one notice.</summary>
/// <param name="Steps">Keys of the steps whose deadlines count.</param>
public abstract record AboutDeadlines(IReadOnlyList<string> Steps) : NoticeTrigger;

/// <summary>A deadline comes near: at 9am so many working days before it, while it is open.</summary>
/// <param name="Steps">Keys of the steps whose deadlines count.</param>
/// <param name="WorkingDays">How many working days before.</param>
public sealed record WorkingDaysBefore(IReadOnlyList<string> Steps, int WorkingDays) : AboutDeadlines(Steps);

/// <summary>A deadline with a clock time comes near: so many hours before it, while it is open.</summary>
public sealed record HoursBefore(IReadOnlyList<string> Steps, int Hours) : AboutDeadlines(Steps);

/// <summary>A deadline has passed and the step is still open.</summary>
public sealed record AtDeadline(IReadOnlyList<string> Steps) : AboutDeadlines(Steps);

/// <summary>The step is still open at 9am on the working day after its deadline.</summary>
public sealed record DayAfterDeadline(IReadOnlyList<string> Steps) : AboutDeadlines(Steps);
