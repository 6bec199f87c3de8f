using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Core.Timetables;

/// <summary>Every step of one inspection with its date: a pure function of the case and the calendar.</summary>
public sealed class Timetable
{
    private readonly Dictionary<string, PlannedStep> _byKey;
    private readonly IReadOnlyList<PlannedStep> _otherwise;
    private readonly IReadOnlyList<PlannedStep> _possible;

    private Timetable(InspectionCase @case, WorkingDayCalendar calendar)
    {
        var planner = new TimetablePlanner(@case, calendar);
        (Type, Steps, Calendar) = (@case.Type, planner.Plan(), calendar);
        (_byKey, _otherwise, _possible) = (planner.ByKey, planner.Otherwise, planner.Possible);
    }

    /// <summary>The kind of inspection whose rows they are.</summary>
    public InspectionType Type { get; }

    /// <summary>In the order of the handbook; rows that the outcome rules out are left out.</summary>
    public IReadOnlyList<PlannedStep> Steps { get; }

    /// <summary>The steps, and each again as it is with another outcome while the outcome is unknown: for tables that show what may come.</summary>
    public IReadOnlyList<PlannedStep> Rows => field ??= [.. Steps.SelectMany(step => _otherwise.Where(other => other.Key == step.Key).Prepend(step))];

    /// <summary>
    /// The rows, and those that stand only if something comes to pass that has not (<see cref="StepDefinition.OnlyIf"/>), in the order of the handbook.
    /// </summary>
    public IReadOnlyList<PlannedStep> WithPossible =>
        field ??= _possible.Count == 0 ? Rows : [.. Rows.Concat(_possible).OrderBy(step => PlaceOf(step.Definition))];

    /// <summary>The calendar it was counted with.</summary>
    public WorkingDayCalendar Calendar { get; }

    /// <summary>N: the notification day, happened or planned; a working day by construction.</summary>
    public LocalDate NotificationDay => Notification.Met is { } met ? LondonTime.DateOf(met.At) : Notification.DueDate!.Value;

    /// <summary>The step that tells the area: its notification day is N.</summary>
    public PlannedStep Notification =>
        Marking(Anchor.NotificationDay) ?? throw new InvalidOperationException("No row of this kind of inspection marks its notification day.");

    /// <summary>The step that brings an anchor about; null where this kind of inspection has none.</summary>
    public PlannedStep? Marking(Anchor anchor) => Steps.FirstOrDefault(step => step.Definition.Marks == anchor);

    /// <summary>The step with this key.</summary>
    /// <exception cref="KeyNotFoundException">The edition has no such row, or the outcome rules it out.</exception>
    public PlannedStep this[string key] => _byKey[key];

    /// <summary>The step with this key, or null.</summary>
    public PlannedStep? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>Plans the inspection.</summary>
    /// <exception cref="OutsideCalendarException">A date lies outside the years that the calendar knows.</exception>
    public static Timetable Plan(InspectionCase @case, WorkingDayCalendar calendar) => new(@case, calendar);

    /// <summary>The timetable of an inspection that nothing has happened to yet: forecasts assume that each step happens on its due day.</summary>
    /// <exception cref="OutsideCalendarException">A date lies outside the years that the calendar knows.</exception>
    public static Timetable Preview(
        FrameworkEdition edition, string kind, LocalDate onSiteStarts, WorkingDayCalendar calendar, int? onSiteDays = null)
    {
        var planned = new Planned(Area: "", kind, edition.Id, onSiteStarts, Calendar: "", onSiteDays);
        return Plan(InspectionCase.From([new RecordedEvent(1, Instant.MinValue, Recorder.Unknown, planned)], edition), calendar);
    }

    // What was asked for besides stands after the rows.
    private int PlaceOf(StepDefinition definition) => Type.Steps.TakeWhile(row => !ReferenceEquals(row, definition)).Count();

    /// <summary>The dates of open steps that differ between two timetables of the same inspection.</summary>
    public static IReadOnlyList<MovedDate> Moved(Timetable before, Timetable after) =>
    [
        .. from step in after.Steps
           where step.Met is null
           let old = before.Find(step.Key)
           where old is not null && old.DueDate != step.DueDate
           select new MovedDate(step.Key, old.DueDate, step.DueDate),
    ];
}
