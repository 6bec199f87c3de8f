using AreaSend.Core.Timetables;
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
    private static readonly (string Key, string Title, string From, string To)[] Windows =
    [
        ("window-surveys", "Surveys are open", Steps.SurveysOpen, Steps.SurveysClose),
        ("window-fieldwork", "Off-site fieldwork", Steps.Fieldwork, Steps.OnSite),
        ("window-on-site", "Inspectors are on site", Steps.OnSite, Steps.FeedbackMeeting),
        ("window-comments", "The area may comment on the draft", Steps.DraftReport, Steps.DraftComments),
        ("window-complaint", "The area may complain", Steps.FinalReport, Steps.Complaint),
    ];

    /// <summary>The windows of an inspection, of which both ends have a date.</summary>
    public static IEnumerable<FeedWindow> Of(IReadOnlyList<FeedEntry> entries)
    {
        var byStep = entries.ToDictionary(entry => entry.Step.Key);
        return from window in Windows
               where byStep.ContainsKey(window.From) && byStep.ContainsKey(window.To)
               let first = byStep[window.From]
               let last = byStep[window.To]
               where last.Date >= first.Date
               select new FeedWindow(
                   window.Key, window.Title, first.Date, LastDay(window.Key, last.Date),
                   first.Stands && last.Stands, Math.Max(first.Sequence, last.Sequence), Instant.Max(first.ChangedAt, last.ChangedAt));
    }

    // Fieldwork ends on the day before inspectors come on site.
    private static LocalDate LastDay(string key, LocalDate end) => key == "window-fieldwork" ? end.PlusDays(-1) : end;
}
