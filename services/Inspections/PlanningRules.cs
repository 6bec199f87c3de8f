using AreaSend.Core;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Services.Inspections;

/// <summary>Which on-site weeks can be planned at all; what planning merely warns of is in <see cref="PlanningWarnings"/>.</summary>
public static class PlanningRules
{
    /// <summary>Why an inspection cannot begin on site on this day, in a sentence; null when it can.</summary>
    /// <param name="edition">The edition it is planned under.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="onSiteStarts">S.</param>
    /// <param name="onSiteEnds">E, where it is set; null for the edition's own number of days.</param>
    /// <param name="grounds">Why there is such an inspection, where its kind follows from something before it.</param>
    /// <param name="now">The present moment.</param>
    /// <exception cref="OutsideCalendarException">A day lies outside the known years.</exception>
    public static string? WhyNot(
        FrameworkEdition edition,
        string kind,
        WorkingDayCalendar calendar,
        LocalDate onSiteStarts,
        LocalDate? onSiteEnds,
        Grounds? grounds,
        Instant now)
    {
        var type = edition.Find(kind)!;
        if (NotWorking(type, calendar, onSiteStarts) is { } because)
        {
            return because;
        }

        if (onSiteEnds is not null && type.OnSiteDays is null)
        {
            return $"Nobody is on site for {type.Noun.WithArticle()}. Leave the last on-site day empty.";
        }

        var notice = edition.NoticeOf(type);
        var today = LondonTime.DateOf(now);
        return calendar.Minus(onSiteStarts, notice) < today
            ? type.TooSoon(notice, calendar.Plus(calendar.NextOrSame(today), notice))
            : (onSiteEnds is { } ends ? OnSiteLength.WhyNot(calendar, onSiteStarts, ends, type.LeastOnSiteDays) : null)
                ?? GroundsRules.WhyNot(type, grounds, onSiteStarts);
    }

    /// <summary>That nobody comes on site, or meets, on such a day, in a sentence; null when it is a working day.</summary>
    /// <exception cref="OutsideCalendarException">The day lies outside the known years.</exception>
    public static string? NotWorking(InspectionType type, WorkingDayCalendar calendar, LocalDate planned) => calendar.WhyNotWorking(planned) is { } because
        ? $"{LondonTime.Show(planned)} is not a working day ({because}). Choose a working day{(type.IsInspection ? ", usually a Monday" : "")}."
        : null;

    /// <summary>How many on-site days that makes; null for the kind's own number, so that it is no deviation.</summary>
    public static int? OnSiteDays(InspectionType type, WorkingDayCalendar calendar, LocalDate onSiteStarts, LocalDate? onSiteEnds) =>
        onSiteEnds is { } ends && calendar.Between(onSiteStarts, ends) + 1 is var days && days != type.OnSiteDays ? days : null;

    /// <summary>Says that an inspection planned for this day has dates that no calendar knows yet, in the words of who planned it.</summary>
    /// <param name="type">Its kind; null where no edition has it.</param>
    /// <param name="onSiteStarts">S, or the day of the meeting.</param>
    /// <param name="outside">What the calendar said.</param>
    public static string Beyond(InspectionType? type, LocalDate onSiteStarts, OutsideCalendarException outside) => outside.Beyond(
        $"{(type?.Noun ?? "inspection").WithArticle().Capital()} {(type is { IsInspection: false } ? "on" : "on site from")} {LondonTime.Show(onSiteStarts)}");
}
