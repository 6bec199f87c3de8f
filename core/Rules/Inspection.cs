using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Rules;

/// <summary>An inspection at one moment: what is known of it, and the dates that follow.</summary>
/// <param name="case">What is known.</param>
/// <param name="timetable">Its dates.</param>
public sealed class Inspection(InspectionCase @case, Timetable timetable)
{
    /// <summary>What is known.</summary>
    public InspectionCase Case { get; } = @case;

    /// <summary>Its dates.</summary>
    public Timetable Timetable { get; } = timetable;

    // Which notices are owed and when to look again are asked one after the other.
    private IReadOnlyList<OwedNotice> Foreseen => field ??= [.. new NoticeMoments(Case, Timetable).All()];

    /// <summary>With its dates counted by a calendar.</summary>
    /// <exception cref="OutsideCalendarException">A date lies outside the years that the calendar knows.</exception>
    public static Inspection Of(InspectionCase @case, WorkingDayCalendar calendar) => new(@case, Timetable.Plan(@case, calendar));

    /// <summary>With one more event. Only a fact moves dates; a change of bank holidays needs its own calendar (<see cref="Of"/>).</summary>
    /// <param name="next">What happened.</param>
    /// <param name="recordedAt">When it is recorded.</param>
    /// <param name="by">Who records it.</param>
    /// <exception cref="OutsideCalendarException">A date lies outside the years that the calendar knows.</exception>
    public Inspection With(InspectionEvent next, Instant recordedAt, Recorder by) => With([next], recordedAt, by);

    /// <summary>With more events, in order.</summary>
    /// <inheritdoc cref="With(InspectionEvent, Instant, Recorder)"/>
    public Inspection With(IReadOnlyList<InspectionEvent> next, Instant recordedAt, Recorder by)
    {
        var after = Case.With(next.Select((one, place) => new RecordedEvent(Case.Events.Count + 1 + place, recordedAt, by, one)));
        return next.Any(one => one is Fact) ? Of(after, Timetable.Calendar) : new Inspection(after, Timetable);
    }

    /// <summary>Why a fact cannot be recorded, in a sentence; null when it can.</summary>
    public string? WhyNot(Fact fact, Instant now) => FactRules.WhyNot(Case, Timetable, fact, now);

    /// <summary>Why no fact of a kind can be recorded now, whatever it says; null when one can. What may be recorded is offered by this.</summary>
    public string? WhyNotNow(Type kind, Instant now) => FactRules.WhyNotNow(Case, Timetable, kind, now);

    /// <summary>The next fact that the clock brings about by now; null when there is none.</summary>
    public Fact? ClockFact(Instant now) => Duties.ClockFact(Case, Timetable, now);

    /// <summary>What people owe, most pressing first.</summary>
    public IReadOnlyList<Duty> Owed(Instant now) => Duties.Owed(Case, Timetable, now);

    /// <summary>The day from which something is late; null when it is not.</summary>
    public LocalDate? LateSince(Duty duty) => Duties.LateSince(Case, duty);

    /// <summary>The step that comes next, whoever takes it; null when nothing comes any more.</summary>
    public PlannedStep? Next() => Duties.Next(Case, Timetable);

    /// <summary>The notices that are owed by now and have not been raised.</summary>
    public IReadOnlyList<OwedNotice> Notices(Instant now) => Duties.Notices(Case, Timetable, Foreseen, now);

    /// <summary>The next moment at which the clock brings anything about; null when only a person can move the inspection on.</summary>
    public Instant? NextWake(Instant now) => Duties.NextWake(Case, Timetable, Foreseen, now);

    /// <summary>
    /// What a notice is about and tells of. What was recorded before notices said so is found again: by what was owed under its key when it was raised.
    /// </summary>
    /// <param name="notice">A notice that had just been raised when the case stood as it does here.</param>
    public (IReadOnlyList<string> About, IReadOnlyList<int> Because) Matter(NoticeRaised notice) =>
        notice is { About: null, Because: null } && Foreseen.FirstOrDefault(owed => owed.Key == notice.Key) is { } owed
            ? (owed.About, owed.Because)
            : (notice.About ?? [], notice.Because ?? []);
}
