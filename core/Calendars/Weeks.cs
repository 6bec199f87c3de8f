using NodaTime;

namespace AreaSend.Core.Calendars;

/// <summary>Weeks from Monday to Sunday, each known by its Monday.</summary>
public static class Weeks
{
    /// <summary>The Monday of the week that a day lies in.</summary>
    public static LocalDate MondayOf(LocalDate day) => day.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));

    /// <summary>The Mondays of the weeks that a span touches, in order; nothing if it ends before it begins.</summary>
    public static IEnumerable<LocalDate> MondaysOf(LocalDate first, LocalDate last)
    {
        for (var monday = MondayOf(first); monday <= last; monday = monday.PlusWeeks(1))
        {
            yield return monday;
        }
    }
}
