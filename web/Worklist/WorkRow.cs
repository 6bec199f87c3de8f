using AreaSend.Core.Calendars;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.Staff;
using AreaSend.Services.Store;
using AreaSend.Services.Work;
using NodaTime;

namespace AreaSend.Web.Worklist;

/// <summary>An inspection on the worklist.</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Owed">What is owed, most pressing first.</param>
/// <param name="Coming">What comes by itself in the next two weeks, by day: its notification, meetings, days on site.</param>
/// <param name="Leads">Who leads it today.</param>
/// <param name="Coordinator">Who coordinates it; null for nobody.</param>
/// <param name="Notes">What was noted about it.</param>
public sealed record WorkRow(
    OpenInspection Inspection, IReadOnlyList<WorklistItem> Owed, IReadOnlyList<PlannedStep> Coming, Leads Leads, StaffMember? Coordinator, WorkRecord Notes)
{
    private const int WeeksAhead = 2;

    /// <summary>The area; null where its code is not on the list any more.</summary>
    public LocalAuthority? Area { get; } = LocalAuthorities.Find(Inspection.Row.Area);

    /// <summary>The area's name, or its code.</summary>
    public string AreaName => Area?.DisplayName ?? Inspection.Row.Area;

    /// <summary>How far it has come, in words.</summary>
    public string Phase => PhaseWords.Show(Inspection.Row.Phase, Inspection.Loaded?.Case.Type);

    /// <summary>What Ofsted, CQC and their people owe.</summary>
    public IReadOnlyList<WorklistItem> Ours { get; } = [.. Owed.Where(item => item.IsOurs)];

    /// <summary>What the area and those who support it owe.</summary>
    public IReadOnlyList<WorklistItem> Others { get; } = [.. Owed.Where(item => !item.IsOurs)];

    /// <summary>Why it is on the list, most pressing first; never empty on the list.</summary>
    public IReadOnlyList<WorkPart> Parts { get; } =
        [.. Owed.Select(WorkParts.Of).OfType<WorkPart>().Concat(Coming.Count > 0 ? [WorkPart.Coming] : []).Distinct().Order()];

    /// <summary>Whether anything puts it on the list; what the area will owe does so too.</summary>
    public bool IsListed => Owed.Count + Coming.Count > 0;

    /// <summary>What comes first in the order of the list.</summary>
    public WorkPart? Part => Parts.Count == 0 ? null : Parts[0];

    /// <summary>When its most pressing duty is due, or what comes is.</summary>
    public Instant? When => Owed.Select(item => item.Duty.Due ?? item.Duty.Since).FirstOrDefault() ?? Coming.Select(step => step.Due).FirstOrDefault();

    /// <summary>
    /// Until when somebody has put it off; null when it is on the list. What has not been served, and what of ours falls due after that, puts it back.
    /// </summary>
    public LocalDate? SnoozedOn(LocalDate today) =>
        Notes.Snooze is { SnoozedUntil: { } until, At: var at }
        && until > today
        && !Ours.Any(item =>
            item.Duty.Standing == Standing.NotServed
            || (item.Duty.Standing is Standing.Overdue or Standing.DueToday && item.Duty.DueDate > LondonTime.DateOf(at)))
            ? until
            : null;

    /// <summary>Whether it is this person's: to coordinate, or to lead.</summary>
    public bool IsOf(StaffMember person) => InspectionsOfStaff.IsOf(person, Coordinator?.Id, Leads);

    /// <summary>What comes of an inspection by itself in the next two weeks: what inspectors do on their day, and none of the area's last days.</summary>
    public static IReadOnlyList<PlannedStep> ComingOf(LoadedInspection inspection, LocalDate today) => !inspection.Case.IsRunning ? [] :
    [
        .. from step in inspection.Plan.Steps
           where step is { Met: null, Held: false } && step.DueDate >= today && step.DueDate <= today.PlusWeeks(WeeksAhead)
               && step.Definition.DoneBy != DoneBy.Record && step.Definition.Actor.IsOfInspectorates()
           orderby step.Due
           select step,
    ];
}
