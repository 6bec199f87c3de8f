using AreaSend.Core.Timetables;
using AreaSend.Web.Inspections;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;

namespace AreaSend.Web.Feeds;

/// <summary>Open deadlines as a calendar that programs fetch again and again: a date that moves, moves there too, and what is done goes. It names no person.</summary>
internal static class DeadlineFeed
{
    public const string MediaType = "text/calendar; charset=utf-8";

    private const string FetchAgainAfter = "PT1H";

    /// <summary>The deadlines of an inspection that have a date and are not met.</summary>
    /// <param name="view">The inspection.</param>
    /// <param name="whose">Which of its steps.</param>
    /// <param name="page">Where one reads more.</param>
    public static string Of(InspectionView view, Func<PlannedStep, bool> whose, Uri page)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//AreaSend//Deadlines//EN" };
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", FetchAgainAfter);
        calendar.AddProperty("X-PUBLISHED-TTL", FetchAgainAfter);
        calendar.AddProperty("X-WR-CALNAME", $"Inspection of {view.AreaName}");
        if (view.Case.IsRunning)
        {
            calendar.Events.AddRange(view.Plan.Steps.Where(step => step is { Met: null, Held: false, DueDate: not null } && whose(step)).Select(step => Event(view, step, page)));
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent Event(InspectionView view, PlannedStep step, Uri page) => new()
    {
        Uid = $"{view.Id}-{step.Key}@areasend",
        DtStamp = Utc(view.Now),
        Summary = $"Due: {step.Definition.Title} ({view.AreaName})",
        Description = step.Certainty == Certainty.Fixed ? "The date is fixed." : "The date is a forecast, and moves with what happens before it.",
        Url = page,

        // A deadline without a clock time ends with its day.
        Start = step.Definition.Due.By is null ? new CalDateTime(step.DueDate!.Value.ToDateOnly()) : Utc(step.Due!.Value),
    };

    private static CalDateTime Utc(Instant at) => new(at.ToDateTimeUtc());
}
