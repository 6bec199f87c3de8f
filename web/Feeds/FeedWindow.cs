using AreaSend.Services.Feeds;
using NodaTime;

namespace AreaSend.Web.Feeds;

/// <summary>A span of days between two steps, as a calendar program shows it.</summary>
/// <param name="Key">Stable, beside the keys of steps: <c>window-surveys</c>.</param>
/// <param name="Title">What goes on: <c>Surveys are open</c>.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Stands">Both steps stand in the calendar.</param>
/// <param name="Sequence">Of the event that last changed either.</param>
/// <param name="ChangedAt">When that event was recorded.</param>
internal sealed record FeedWindow(string Key, string Title, LocalDate From, LocalDate To, bool Stands, int Sequence, Instant ChangedAt)
{
    /// <summary>The windows of an inspection, of which both ends have a date.</summary>
    public static IEnumerable<FeedWindow> Of(IReadOnlyList<FeedEntry> entries)
    {
        var byStep = entries.ToDictionary(entry => entry.Step.Key);
        return from first in entries
               let window = first.Step.Definition.Window
               where window is not null && byStep.ContainsKey(window.Until)
               let last = byStep[window.Until]
               where last.Date >= first.Date
               select new FeedWindow(
                   window.Key, window.Title, first.Date, window.EndsTheDayBefore ? last.Date.PlusDays(-1) : last.Date,
                   first.Stands && last.Stands, Math.Max(first.Sequence, last.Sequence), Instant.Max(first.ChangedAt, last.ChangedAt));
    }
}
