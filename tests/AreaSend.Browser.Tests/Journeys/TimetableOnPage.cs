using System.Text.RegularExpressions;

namespace AreaSend.Browser.Tests.Journeys;

/// <summary>A line of the timetable as the page shows it.</summary>
/// <param name="Due">As a person reads it, with its clock time: "Mon 24 April 2028, 11am".</param>
/// <param name="Date">The same for machines, ISO; empty where there is none.</param>
/// <param name="If">For which outcome it stands, while that is unknown; empty for all.</param>
/// <param name="Certainty">"fixed", "forecast", or empty.</param>
/// <param name="State">The word on its tag.</param>
internal sealed record LineOnPage(string Step, string Due, string Date, string Certainty, string State, string If);

/// <summary>The timetable of an inspection, read from its page.</summary>
internal sealed class TimetableOnPage(IReadOnlyList<LineOnPage> lines)
{
    private const string ReadLines = """
        rows => rows.map(row => [
          row.cells[0].firstElementChild.textContent, row.cells[2].querySelector('time')?.textContent ?? row.cells[2].querySelector('span')?.textContent ?? '',
          row.cells[2].querySelector('time')?.dateTime ?? '', row.querySelector('.timetable__certainty')?.textContent ?? '', row.querySelector('.govuk-tag').textContent,
          row.querySelector('.timetable__if')?.textContent ?? ''])
        """;

    /// <summary>The line of a date that was foretold.</summary>
    public LineOnPage this[ForetoldDate date] => lines.Single(line => (line.Step, line.If) == (date.Step, date.If));

    public LineOnPage this[string step] => lines.Single(line => line.Step == step);

    public static async Task<TimetableOnPage> ReadAsync(IPage page)
    {
        var rows = await page.GetByRole(AriaRole.Table, new() { Name = "Timetable", Exact = true }).Locator("tbody tr").EvaluateAllAsync<string[][]>(ReadLines);
        return new TimetableOnPage([.. rows.Select(row => row.Select(Tidy).ToList()).Select(row => new LineOnPage(row[0], row[1], row[2], row[3], row[4], row[5]))]);
    }

    private static string Tidy(string text) => Regex.Replace(text, @"\s+", " ").Trim();
}
