using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using AreaSend.Services.Store;
using NodaTime;

namespace AreaSend.Web.Worklist;

/// <summary>A duty of one inspection, as the worklist shows it.</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Duty">What is owed.</param>
/// <param name="Age">Working days since its deadline, or since it began to wait; null where neither is past.</param>
public sealed record WorklistItem(LoadedInspection Inspection, Duty Duty, int? Age)
{
    // How far ahead the worklist looks.
    private const int WorkingDaysAhead = 5;

    /// <summary>The inspectorates owe it, not the area.</summary>
    public bool IsOurs => Duty.Owes.IsOfInspectorates();

    /// <summary>When it is due, with the clock time where its rule has one.</summary>
    public string Due => Duty switch
    {
        { Due: { } moment, Step: { } step } when Inspection.Plan.Find(step)?.Definition.Due.By is not null => LondonTime.Show(moment),
        { DueDate: { } date } => LondonTime.Show(date),
        { Since: { } since } => $"Since {LondonTime.Show(LondonTime.DateOf(since))}",
        _ => "As soon as possible",
    };

    /// <summary>The London clock time at which the deadline ends, <c>11:00</c>; null where the day counts.</summary>
    public string? ClockTime =>
        Duty.Step is { } key && Inspection.Plan.Find(key)?.Definition.Due.By is { } time
            ? NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(time)
            : null;

    /// <summary>"2 working days late", "for 3 working days"; null where there is nothing to say.</summary>
    public string? AgeInWords => Age is not { } days ? null
        : days == 0 ? null // "Since" and today's date say it already
        : $"{(Duty.Since is null ? "" : "for ")}{WorkingDayCalendar.InWords(days)}{(Duty.Since is null ? " late" : "")}";

    /// <summary>What an inspection has for the worklist at a moment, most pressing first.</summary>
    public static IEnumerable<WorklistItem> Of(LoadedInspection loaded, Instant now)
    {
        var (calendar, today) = (loaded.Plan.Calendar, LondonTime.DateOf(now));
        return from duty in loaded.Inspection.Owed(now)
               where duty.Standing != Standing.Upcoming || duty.DueDate <= Horizon(calendar, today)
               let since = loaded.Inspection.LateSince(duty) ?? (duty.Since is { } at ? LondonTime.DateOf(at) : null)
               select new WorklistItem(
                   loaded,
                   duty,
                   since is { } day && day <= today && today.Year <= calendar.LastYear ? calendar.Between(day, today) : null);
    }

    // At the very end of the known years a week does as well.
    private static LocalDate Horizon(WorkingDayCalendar calendar, LocalDate today) =>
        today.PlusWeeks(4).Year <= calendar.LastYear ? calendar.Plus(today, WorkingDaysAhead) : today.PlusWeeks(1);
}
