namespace AreaSend.Services.BankHolidays;

/// <summary>Settings under <c>AreaSend:BankHolidays</c>.</summary>
public sealed class BankHolidayOptions
{
    /// <summary>The section that these settings stand in.</summary>
    public const string Section = "AreaSend:BankHolidays";

    /// <summary>Where the feed is fetched from.</summary>
    public Uri Url { get; set; } = new("https://www.gov.uk/bank-holidays.json");

    /// <summary>
    /// Whether it is fetched by itself, once at the start and then every <see cref="Hours"/>. In the sandbox, where bank holidays can be made up, it is not
    /// unless this says so.
    /// </summary>
    public bool? Automatic { get; set; }

    /// <summary>How long from one fetch to the next, in hours.</summary>
    public double Hours { get; set; } = 24;
}
