using System.Text.Json;
using AreaSend.Core.Calendars;

namespace AreaSend.Core.Tests.Calendars;

/// <summary>The bank-holiday feed as it stood on five days, and the calendars that follow from it.</summary>
internal static class Published
{
    public const string VeDayNotYetMoved = "2019-05-08";
    public const string VeDayMoved = "2019-10-11";
    public const string BeforeTheStateFuneral = "2022-01-24";
    public const string CoronationProclaimed = "2022-12-29";
    public const string Newest = "2026-02-25";

    /// <summary>What GOV.UK itself published on the newest day: keys for titles, and 2019 to 2028 only.</summary>
    public const string WithKeys = "bank-holidays-2026-02-25-as-published";

    public static WorkingDayCalendar Calendar { get; } = CalendarOf(Newest);

    public static WorkingDayCalendar CalendarOf(string day) => new(BankHolidayFeed.Parse(Text(day)));

    public static string Text(string day)
    {
        using var stream = typeof(Published).Assembly.GetManifestResourceStream($"{day}.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>A feed that says no more than it must, from lines such as <c>2011-04-29 Royal Wedding</c>.</summary>
    public static string Feed(params string[] lines) =>
        JsonSerializer.Serialize(new Dictionary<string, object> { ["england-and-wales"] = new { events = lines.Select(Event) } });

    private static object Event(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return new { title = line[(space + 1)..], date = line[..space], notes = "", bunting = true };
    }
}
