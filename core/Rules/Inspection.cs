using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Rules;

/// <summary>An inspection at one moment: what is known of it, and the dates that follow.</summary>
/// <param name="Case">What is known.</param>
/// <param name="Timetable">Its dates.</param>
public sealed record Inspection(InspectionCase Case, Timetable Timetable)
{
    /// <summary>With its dates counted by a calendar.</summary>
    /// <exception cref="OutsideCalendarException">A date lies outside the years that the calendar knows.</exception>
    public static Inspection Of(InspectionCase @case, WorkingDayCalendar calendar) => new(@case, Timetable.Plan(@case, calendar));

    /// <summary>With one more event. Only a fact moves dates; a change of bank holidays needs its own calendar (<see cref="Of"/>).</summary>
    /// <param name="next">What happened.</param>
    /// <param name="recordedAt">When it is recorded.</param>
    /// <param name="by">Who records it.</param>
    /// <exception cref="OutsideCalendarException">A date lies outside the years that the calendar knows.</exception>
    public Inspection With(InspectionEvent next, Instant recordedAt, Recorder by)
    {
        var after = Case.With(next, recordedAt, by);
        return next is Fact ? Of(after, Timetable.Calendar) : new Inspection(after, Timetable);
    }

    /// <summary>Why a fact cannot be recorded, in a sentence; null when it can.</summary>
    public string? WhyNot(Fact fact, Instant now) => FactRules.WhyNot(Case, Timetable, fact, now);

    /// <summary>The next fact that the clock brings about by now; null when there is none.</summary>
    public Fact? ClockFact(Instant now) => Duties.ClockFact(Case, Timetable, now);

    /// <summary>What people owe, most pressing first.</summary>
    public IReadOnlyList<Duty> Owed(Instant now) => Duties.Owed(Case, Timetable, now);

    /// <summary>The notices that are owed by now and have not been raised.</summary>
    public IReadOnlyList<OwedNotice> Notices(Instant now) => Duties.Notices(Case, Timetable, now);

    /// <summary>The next moment at which the clock brings anything about; null when only a person can move the inspection on.</summary>
    public Instant? NextWake(Instant now) => Duties.NextWake(Case, Timetable, now);
}
