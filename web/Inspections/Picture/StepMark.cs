using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Web.Inspections.Picture;

/// <summary>How a step stands, told by shape and word; colour only repeats it.</summary>
internal enum StepMark
{
    Met,
    MetLate,
    Overdue,
    DueToday,
    Fixed,
    Forecast,
    Passed,
    Paused,
    Held,
    Waiting,
    NotReceived,
    Ended,
}

/// <summary>Reads a step's mark off the case, and names marks.</summary>
internal static class StepMarks
{
    public static StepMark Of(PlannedStep step, InspectionCase @case, Instant now) => step switch
    {
        { Met: not null } => step.MetLate ? StepMark.MetLate : StepMark.Met,
        _ when !@case.IsOpen => StepMark.Ended,
        _ when @case.NotReceived.ContainsKey(step.Key) => StepMark.NotReceived,
        { Held: true } => StepMark.Held,
        { Definition.Due: NoDate } => StepMark.Waiting,
        { DueDate: null } => StepMark.Forecast,
        _ when @case.Paused is { } paused && !(step.Definition.DoneBy == DoneBy.Passing && step.Due <= paused.HappenedAt) => StepMark.Paused,
        { Certainty: Certainty.Forecast } => StepMark.Forecast,
        { Definition.DoneBy: DoneBy.Passing } when step.Due <= now => StepMark.Passed,
        _ when step.Due <= now => StepMark.Overdue,
        _ when step.DueDate == LondonTime.DateOf(now) => StepMark.DueToday,
        _ => StepMark.Fixed,
    };

    /// <summary>The word that stands beside the shape.</summary>
    public static string Show(this StepMark mark) => mark switch
    {
        StepMark.Met => "Done",
        StepMark.MetLate => "Done late",
        StepMark.Overdue => "Overdue",
        StepMark.DueToday => "Due today",
        StepMark.Fixed => "Fixed date",
        StepMark.Forecast => "Forecast",
        StepMark.Passed => "Passed",
        StepMark.Paused => "Paused",
        StepMark.Held => "Held by a complaint",
        StepMark.Waiting => "No date set",
        StepMark.NotReceived => "Not received",
        StepMark.Ended => "No longer due",
        _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, null),
    };

    /// <summary>The colour of the tag that holds the word.</summary>
    public static string Colour(this StepMark mark) => mark switch
    {
        StepMark.Met => "green",
        StepMark.MetLate => "teal",
        StepMark.Overdue => "red",
        StepMark.DueToday => "orange",
        StepMark.Held or StepMark.Paused or StepMark.Waiting => "yellow",
        StepMark.Fixed => "blue",
        _ => "grey",
    };

    /// <summary>For class names: <c>met-late</c>.</summary>
    public static string Css(this StepMark mark) => mark switch
    {
        StepMark.MetLate => "met-late",
        StepMark.DueToday => "due-today",
        StepMark.NotReceived => "not-received",
        _ => mark.ToString().ToLowerInvariant(),
    };
}
