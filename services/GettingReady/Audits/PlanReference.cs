using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace AreaSend.Services.GettingReady.Audits;

/// <summary>
/// The reference number by which an area's own system knows an EHC plan. What looks like a child's data is refused: nobody needs it here, and nobody should
/// find it.
/// </summary>
public static partial class PlanReference
{
    /// <summary>The longest reference.</summary>
    public const int Longest = 20;

    // No child or young person with a plan was born before or after.
    private const int OldestAge = 30;
    private const int DigitsOfADate = 8;

    /// <summary>Why a text cannot be a plan's reference, in a sentence without a full stop; null when it can.</summary>
    /// <param name="text">What was typed, without spaces around it.</param>
    /// <param name="today">The day in London.</param>
    public static string? WhyNot(string text, LocalDate today) =>
        text.Length > Longest ? $"Enter a reference of {Longest} characters or fewer: this one has {text.Length}"
        : text.Contains('@', StringComparison.Ordinal) ? "This looks like an e-mail address. Enter the number that your own system gives the plan"
        : (ChildNumber.In(text) ?? InRuns(text)) is { } number
            ? $"This looks like {number}. Enter the number that your own system gives the plan, not one that others know the child or young person by"
        : IsDate(text, today)
            ? "This looks like a date of birth. Enter the number that your own system gives the plan; if that is its number, put a letter before it"
        : Word().IsMatch(text) || !text.Any(char.IsAsciiDigit) ? "This looks like a name. Enter a number, with at most 4 letters in a row: like EHCP-10234"
        : !Allowed().IsMatch(text) ? "Enter a reference of letters, digits, hyphens and slashes only: like EHCP-10234"
        : null;

    private static bool IsDate(string text, LocalDate today)
    {
        if (SpelledDate().IsMatch(text) || Runs().Matches(text).Any(run => run.Value.Length == DigitsOfADate && run.Value != text && IsDate(run.Value, today)))
        {
            return true;
        }

        string[] forms = ["ddMMyyyy", "yyyyMMdd", "MMddyyyy", "ddMMyy", "yyMMdd"];
        return forms.Any(form =>
            DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year >= today.Year - OldestAge
            && day.Year <= today.Year);
    }

    /// <summary>Letters in front do not make an NHS number or a unique learner number another number.</summary>
    private static string? InRuns(string text) => Runs().Matches(text).Select(run => ChildNumber.In(run.Value)).FirstOrDefault(number => number is not null);

    [GeneratedRegex(@"\d+")]
    private static partial Regex Runs();

    [GeneratedRegex(@"^[A-Za-z0-9/-]+$")]
    private static partial Regex Allowed();

    [GeneratedRegex(@"\p{L}{5,}|\s")]
    private static partial Regex Word();

    [GeneratedRegex(
        @"(?<![\p{L}\d])(\d{1,2}[ ./-]\d{1,2}[ ./-](\d{4}|\d{2})|\d{4}[ ./-]\d{1,2}[ ./-]\d{1,2}|\d{1,2}[ ./-]?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*[ ./-]?(\d{4}|\d{2}))(?!\d)",
        RegexOptions.IgnoreCase)]
    private static partial Regex SpelledDate();
}
