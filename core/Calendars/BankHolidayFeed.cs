using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using AreaSend.Core.Inspections;
using NodaTime.Text;

namespace AreaSend.Core.Calendars;

/// <summary>
/// Reads the JSON that GOV.UK publishes at <c>/bank-holidays.json</c>; only <c>england-and-wales</c> counts here. GOV.UK keeps the same list
/// with keys for its titles (<c>good_friday</c>); it is read too, and the days get the names that GOV.UK shows.
/// </summary>
public static class BankHolidayFeed
{
    private const string Division = "england-and-wales";

    // England and Wales have eight bank holidays in an ordinary year. One can be taken away by proclamation; a year with fewer is a feed cut short.
    private const int FewestInAYear = 7;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly FrozenDictionary<string, string> NamesByKey = new Dictionary<string, string>
    {
        ["new_year"] = "New Year’s Day",
        ["good_friday"] = "Good Friday",
        ["easter_monday"] = "Easter Monday",
        ["early_may"] = "Early May bank holiday",
        ["early_may_ve"] = "Early May bank holiday (VE day)",
        ["spring"] = "Spring bank holiday",
        ["late_august"] = "Summer bank holiday",
        ["christmas"] = "Christmas Day",
        ["boxing_day"] = "Boxing Day",
        ["queen_diamond"] = "Queen’s Diamond Jubilee",
        ["queen_platinum"] = "Platinum Jubilee bank holiday",
        ["queens_bank_holiday"] = "Bank Holiday for the State Funeral of Queen Elizabeth II",
        ["kings_coronation"] = "Bank holiday for the coronation of King Charles III",
        ["substitute_day"] = "Substitute day",
    }.ToFrozenDictionary();

    /// <summary>The holidays of a feed that has been fetched.</summary>
    /// <exception cref="BankHolidayFeedException">The text is not such a feed, or holds a year that cannot be whole. Its message says what is
    /// wrong.</exception>
    public static BankHolidaySet Parse(string json)
    {
        var set = Read(json);
        RefuseGaps(set);
        return set;
    }

    /// <summary>The holidays of a list in the feed's form, whatever a year may hold: days may have been taken away by hand.</summary>
    /// <exception cref="BankHolidayFeedException">The text is not such a list. Its message says what is wrong.</exception>
    public static BankHolidaySet Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var events = document.RootElement.GetProperty(Division).GetProperty("events");
            return new BankHolidaySet(RefuseTwice([.. events.EnumerateArray().Select(Holiday)]));
        }
        catch (JsonException problem)
        {
            // The parser's own words speak of bytes and tokens; a coordinator can do nothing with them.
            throw new BankHolidayFeedException($"The bank-holiday feed could not be read: {WhatItIs(json)}.", problem);
        }
        catch (Exception problem) when (problem is KeyNotFoundException or InvalidOperationException)
        {
            throw new BankHolidayFeedException(
                $"The bank-holiday feed could not be read: it does not list the bank holidays of {Division} with a date and a title each.",
                problem);
        }
    }

    /// <summary>The same holidays as a list in the feed's form, to be kept: the same days always give the same text.</summary>
    public static string Write(BankHolidaySet set)
    {
        var events = set.Holidays.Select(holiday => new { title = holiday.Name, date = LocalDatePattern.Iso.Format(holiday.Date), notes = holiday.Note });
        return JsonSerializer.Serialize(new Dictionary<string, object> { [Division] = new { division = Division, events } }, Readable);
    }

    private static string WhatItIs(string text) => text.AsSpan().TrimStart() switch
    {
        [] => "the answer is empty",
        ['<', ..] => "the answer is a web page, not a list of bank holidays",
        _ => "the answer is not the JSON of a feed, or is cut off",
    };

    private static BankHoliday Holiday(JsonElement item)
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
        return new BankHoliday(date.Value, InWords(title), InWords(note));
    }

    // A key that is newer than this list is still made readable: day_of_thanksgiving as "Day of thanksgiving".
    private static string InWords(string text) =>
        NamesByKey.TryGetValue(text, out var name) ? name
        : text.Contains('_') && !text.Contains(' ') ? char.ToUpperInvariant(text[0]) + text[1..].Replace('_', ' ')
        : text;

    private static List<BankHoliday> RefuseTwice(List<BankHoliday> holidays) =>
        holidays.Count == 0 ? throw new BankHolidayFeedException("The bank-holiday feed could not be read: it names no bank holiday at all.")
        : holidays.CountBy(holiday => holiday.Date).FirstOrDefault(day => day.Value > 1) is { Value: > 1, Key: var twice }
            ? throw new BankHolidayFeedException($"The bank-holiday feed could not be read: {LondonTime.Show(twice)} is named as a bank holiday twice.")
        : holidays;

    private static void RefuseGaps(BankHolidaySet set)
    {
        var perYear = set.Holidays.CountBy(h => h.Date.Year).ToDictionary();
        for (var year = set.FirstYear; year <= set.LastYear; year++)
        {
            var count = perYear.GetValueOrDefault(year);
            if (count < FewestInAYear)
            {
                throw new BankHolidayFeedException(
                    $"The bank-holiday feed could not be read: it names {count} bank holidays for {year}, where a year has 8.");
            }
        }
    }
}

/// <summary>The text is not a bank-holiday feed that can be relied on; the message says why.</summary>
public sealed class BankHolidayFeedException(string message, Exception? inner = null) : Exception(message, inner);
