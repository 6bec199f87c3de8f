namespace AreaSend.Core.Calendars;

/// <summary>A date lies, or would lie, outside the years whose bank holidays are known. Its message is a sentence for a coordinator.</summary>
public sealed class OutsideCalendarException(string what, int firstYear, int lastYear)
    : Exception($"{what}, but bank holidays are known only for {firstYear} to {lastYear}. Refresh the bank holidays, or choose a date within those years.")
{
    /// <summary>Whether a sentence asks for the bank holidays to be refreshed: a page then leads to where that is done.</summary>
    public static bool AsksToRefresh(string sentence) => sentence.Contains("refresh the bank holidays", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The same of what somebody means to do, which has dates that nobody has asked for:
    /// its message names the first of them that was counted, and that tells nobody what to change.
    /// </summary>
    /// <param name="what">What would have such dates, beginning with a capital: <c>An inspection on site from Monday 6 November 2028</c>.</param>
    public string Beyond(string what) =>
        $"{what} would have dates outside {FirstYear} to {LastYear}, the years whose bank holidays are known. "
        + "Choose another day, or refresh the bank holidays on the page Calendar.";

    /// <summary>The first year whose bank holidays are known.</summary>
    public int FirstYear { get; } = firstYear;

    /// <summary>The last year whose bank holidays are known.</summary>
    public int LastYear { get; } = lastYear;
}
