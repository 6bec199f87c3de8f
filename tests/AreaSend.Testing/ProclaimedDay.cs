using System.Text.Json.Nodes;

namespace AreaSend.Testing;

/// <summary>A bank holiday as it was really proclaimed while inspections could have run.</summary>
/// <param name="Held">What was held before: the years that GOV.UK had ever published.</param>
/// <param name="Feed">GOV.UK's feed of the day: without the years that it had dropped by then.</param>
public sealed record ProclaimedDay(string Held, string Feed)
{
    private const string Division = "england-and-wales";

    /// <summary>Monday 19 September 2022, proclaimed on Saturday 10 September 2022: nine days ahead.</summary>
    public static ProclaimedDay StateFuneral { get; } = new(List("2022-01-24"), From(2018, List("2022-01-24"), Day("2022-12-29", "2022-09-19")));

    /// <summary>Early May moved from Monday 4 to Friday 8 May 2020, announced on 7 June 2019: one day ends and another begins.</summary>
    public static ProclaimedDay EarlyMay { get; } = new(List("2019-05-08"), From(2015, List("2019-10-11")));

    private static string List(string day) => Repository.Read($"data/bank-holidays/{day}.json");

    private static JsonNode Day(string list, string date) => Days(JsonNode.Parse(List(list))!).Single(day => DateOf(day!) == date)!.DeepClone();

    private static string From(int first, string list, params JsonNode[] added)
    {
        var feed = JsonNode.Parse(list)!;
        Days(feed).RemoveAll(day => string.CompareOrdinal(DateOf(day!), $"{first}") < 0);
        foreach (var day in added)
        {
            Days(feed).Add(day);
        }

        return feed.ToJsonString();
    }

    private static JsonArray Days(JsonNode list) => list[Division]!["events"]!.AsArray();

    private static string DateOf(JsonNode day) => (string)day["date"]!;
}
