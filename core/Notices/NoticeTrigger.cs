using AreaSend.Core.Inspections;

namespace AreaSend.Core.Notices;

/// <summary>What makes a notice owed.</summary>
public abstract record NoticeTrigger;

/// <summary>A fact was recorded.</summary>
/// <param name="Fact">Whether this is such a fact.</param>
/// <param name="EachTime">The fact can happen more than once, and the notice goes out each time.</param>
public sealed record WhenRecorded(Func<Fact, InspectionCase, bool> Fact, bool EachTime = false) : NoticeTrigger;

/// <summary>A deadline comes near: at 9am so many working days before it, while it is open. What falls due at one moment goes into one notice.</summary>
/// <param name="Steps">Keys of the steps whose deadlines count.</param>
/// <param name="WorkingDays">How many working days before.</param>
public sealed record WorkingDaysBefore(IReadOnlyList<string> Steps, int WorkingDays) : NoticeTrigger;

/// <summary>A deadline with a clock time comes near: so many hours before it, while it is open.</summary>
public sealed record HoursBefore(IReadOnlyList<string> Steps, int Hours) : NoticeTrigger;

/// <summary>A deadline has passed and the step is still open.</summary>
public sealed record AtDeadline(IReadOnlyList<string> Steps) : NoticeTrigger;

/// <summary>The step is still open at 9am on the working day after its deadline.</summary>
public sealed record DayAfterDeadline(IReadOnlyList<string> Steps) : NoticeTrigger;
