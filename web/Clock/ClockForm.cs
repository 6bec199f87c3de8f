using AreaSend.Core.Calendars;
using AreaSend.Web.Components.Forms;
using NodaTime;

namespace AreaSend.Web.Clock;

/// <summary>How far somebody wants to move the sandbox's clock.</summary>
internal sealed class ClockForm
{
    public const string ToNext = "next";
    public const string OneWorkingDay = "day";
    public const string ToDate = "date";

    /// <summary>Which button was pressed.</summary>
    public string? Step { get; set; }

    public DateParts To { get => field ??= new(); set; }

    /// <summary>The moment to move to: the start of business on the day meant. Null for the next date, or after saying what to put right.</summary>
    public Instant? Read(WorkingDayCalendar calendar, LocalTime hour, Instant now, FormErrors errors)
    {
        var today = LondonTime.DateOf(now);
        try
        {
            return Step switch
            {
                OneWorkingDay => LondonTime.At(calendar.Plus(today, 1), hour),
                ToDate => ReadDate(calendar, hour, now, errors),
                ToNext => null,
                _ => Unasked(errors),
            };
        }
        catch (OutsideCalendarException outside)
        {
            errors.Add(outside.Message.TrimEnd('.'));
            return null;
        }
    }

    private static Instant? Unasked(FormErrors errors)
    {
        errors.Add("Choose how far to move the clock: press one of the buttons on this page");
        return null;
    }

    private Instant? ReadDate(WorkingDayCalendar calendar, LocalTime hour, Instant now, FormErrors errors)
    {
        if (To.Read("Form.To", "Date to move to", errors) is not { } date)
        {
            return null;
        }

        if (date.Year > calendar.LastYear)
        {
            errors.Add("Form.To.Year", $"Bank holidays are known only up to {calendar.LastYear}");
            return null;
        }

        if (LondonTime.At(date, hour) <= now)
        {
            errors.Add("Form.To.Day", "Date to move to must be in the future: the clock moves forward only");
            return null;
        }

        return LondonTime.At(date, hour);
    }
}
