using System.Text.Json;
using NodaTime.Text;

namespace AreaSend.Core.Calendars;

/// <summary>Reads the JSON that GOV.UK publishes at <c>/bank-holidays.json</c>; only <c>england-and-wales</c> counts here.</summary>
public static class BankHolidayFeed
{
    private const string Division = "england-and-wales";

    // England and Wales have eight bank holidays in an ordinary year; a year with fewer is a feed cut short, not a year with less rest.
    private const int FewestInAYear = 8;

    /// <summary>The holidays of the feed.</summary>
    /// <exception cref="BankHolidayFeedException">The text is not such a feed, or holds a year that cannot be whole. Its message says what is wrong.</exception>
    public static BankHolidaySet Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var events = document.RootElement.GetProperty(Division).GetProperty("events");
            var set = new BankHolidaySet(events.EnumerateArray().Select(Read));
            RefuseGaps(set);
            return set;
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new BankHolidayFeedException($"The bank-holiday feed could not be read: {problem.Message}", problem);
        }
    }

    /// <summary>Why <paramref name="next"/> may not replace <paramref name="held"/>: it knows less. Null when it may.</summary>
    public static string? WhyItShrank(BankHolidaySet held, BankHolidaySet next) =>
        next.LastYear < held.LastYear || next.FirstYear > held.FirstYear
            ? $"The feed now covers {next.FirstYear} to {next.LastYear}; the bank holidays held cover {held.FirstYear} to {held.LastYear}. They are kept."
            : null;

    private static BankHoliday Read(JsonElement item)
    {
        var text = item.GetProperty("date").GetString() ?? "";
        var date = LocalDatePattern.Iso.Parse(text);
        if (!date.Success)
        {
            throw new BankHolidayFeedException($"The bank-holiday feed could not be read: '{text}' is not a date.");
        }

        var title = item.GetProperty("title").GetString();
        if (string.IsNullOrWhiteSpace(title))
        {
            throw new BankHolidayFeedException($"The bank-holiday feed could not be read: {LondonTime.Show(date.Value)} has no title.");
        }

        var note = item.TryGetProperty("notes", out var notes) ? notes.GetString() ?? "" : "";
        return new BankHoliday(date.Value, title, note);
    }

    private static void RefuseGaps(BankHolidaySet set)
    {
        var perYear = set.Holidays.CountBy(h => h.Date.Year).ToDictionary();
        for (var year = set.FirstYear; year <= set.LastYear; year++)
        {
            var count = perYear.GetValueOrDefault(year);
            if (count < FewestInAYear)
            {
                throw new BankHolidayFeedException(
                    $"The bank-holiday feed could not be read: it names {count} bank holidays for {year}, where a year has at least {FewestInAYear}.");
            }
        }
    }
}

/// <summary>The text is not a bank-holiday feed that can be relied on; the message says why.</summary>
public sealed class BankHolidayFeedException(string message, Exception? inner = null) : Exception(message, inner);
