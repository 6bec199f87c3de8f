using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Core.Timetables;

/// <summary>What makes a notice owed.</summary>
public abstract record NoticeTrigger;

/// <summary>A fact was recorded.</summary>
/// <param name="Fact">Whether this is such a fact.</param>
/// <param name="EachTime">The fact can happen more than once, and the notice goes out each time.</param>
public sealed record WhenRecorded(Func<Fact, InspectionCase, bool> Fact, bool EachTime = false) : NoticeTrigger
{
    /// <summary>
    /// How long nothing more of the kind has to have been recorded before the notice goes out, with all of them in it; nothing: each goes out at once.
    /// </summary>
    public Duration Quiet { get; init; }

    /// <summary>How the facts are called in the table of notices: their kinds, as events have them.</summary>
    public string Of { get; init; } = "";

    /// <summary>A fact of one kind was recorded.</summary>
    public static WhenRecorded On<TFact>(bool eachTime = false)
        where TFact : Fact => new((fact, _) => fact is TFact, eachTime) { Of = InspectionEvent.KindOf(typeof(TFact)) };
}

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
