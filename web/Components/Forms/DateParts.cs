using System.Globalization;
using NodaTime;

namespace AreaSend.Web.Components.Forms;

/// <summary>
/// A date as somebody typed it, kept as typed so that a page with an error shows it again. Binds from <c>Name.Day</c>, <c>Name.Month</c> and <c>Name.Year</c>.
/// </summary>
public sealed class DateParts
{
    private const int ShortestName = 3;

    // Nothing that this console keeps lies beyond: a year that does was mistyped.
    private const int FirstYear = 1990;
    private const int LastYear = 2199;

    /// <summary>"6".</summary>
    public string? Day { get; set; }

    /// <summary>"1"; "January", "Jan" and "Jan." are understood too.</summary>
    public string? Month { get; set; }

    /// <summary>"2026", four digits.</summary>
    public string? Year { get; set; }

    /// <summary>Nothing was typed at all.</summary>
    public bool IsEmpty => Blank(Day) && Blank(Month) && Blank(Year);

    /// <summary>The parts of a known date, to fill a form with.</summary>
    public static DateParts Of(LocalDate date) => new()
    {
        Day = date.Day.ToString(CultureInfo.InvariantCulture),
        Month = date.Month.ToString(CultureInfo.InvariantCulture),
        Year = date.Year.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The date, or null after adding to <paramref name="errors"/> the sentence that says what to put right.</summary>
    /// <param name="name">The field's name, <c>Form.SharedOn</c>.</param>
    /// <param name="what">What the date is, beginning with a capital: "Date the draft was shared".</param>
    /// <param name="errors">Where a sentence goes.</param>
    public LocalDate? Read(string name, string what, FormErrors errors)
    {
        if (IsEmpty)
        {
            errors.Add($"{name}.Day", $"Enter the {char.ToLowerInvariant(what[0])}{what[1..]}");
            return null;
        }

        if (Missing() is [var first, ..] missing)
        {
            errors.Add($"{name}.{first}", $"{what} must include a {string.Join(" and ", missing.Select(part => part.ToLowerInvariant()))}");
            return null;
        }

        if (Year!.Trim().Length != 4)
        {
            errors.Add($"{name}.Year", $"Year of the {char.ToLowerInvariant(what[0])}{what[1..]} must include 4 numbers");
            return null;
        }

        if (Parse() is { } date)
        {
            if (date.Year is >= FirstYear and <= LastYear)
            {
                return date;
            }

            errors.Add($"{name}.Year", $"{what} must be between {FirstYear} and {LastYear}");
            return null;
        }

        errors.Add($"{name}.Day", $"{what} must be a real date");
        return null;
    }

    private static bool Blank(string? part) => string.IsNullOrWhiteSpace(part);

    private string[] Missing() =>
        [.. new[] { (nameof(Day), Day), (nameof(Month), Month), (nameof(Year), Year) }.Where(part => Blank(part.Item2)).Select(part => part.Item1)];

    private LocalDate? Parse() =>
        int.TryParse(Day!.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var day)
        && int.TryParse(Year!.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && MonthOf(Month!.Trim().TrimEnd('.')) is { } month
        && year > 0 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    // "9", "09", and any beginning of a name that is long enough to tell: "Sep", "Sept", "September".
    private static int? MonthOf(string month)
    {
        if (int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number is >= 1 and <= 12 ? number : null;
        }

        var names = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
        var found = Array.FindIndex(names, name => month.Length >= ShortestName && name.StartsWith(month, StringComparison.OrdinalIgnoreCase));
        return found < 0 ? null : found + 1;
    }
}
