using System.Text.Json;
using AreaSend.Cli.Tests.Prompt;

namespace AreaSend.Cli.Tests.Explain;

public sealed class ExplainTests
{
    [Fact]
    public void Explain_FiveAfterChristmasEve_PrintsExactlyThisJson()
    {
        const string expected = """
            {"start":"2024-12-24","count":5,"answer":"2025-01-03","skipped":[
            {"date":"2024-12-25","because":"Christmas Day"},{"date":"2024-12-26","because":"Boxing Day"},
            {"date":"2024-12-28","because":"weekend"},{"date":"2024-12-29","because":"weekend"},{"date":"2025-01-01","because":"New Year’s Day"}]}
            """;

        var printed = Typed.Line("explain 2024-12-24 +5 --json").Json();

        Assert.Equal(expected.ReplaceLineEndings(""), JsonSerializer.Serialize(printed, Compact));
    }

    [Theory]
    [InlineData("explain 2025-01-03 -5 --json", -5, "2024-12-24")]
    [InlineData("explain --json 2025-01-03 -5", -5, "2024-12-24")]
    [InlineData("explain 2024-12-24 5 --json", 5, "2025-01-03")]
    [InlineData("explain 2025-06-14 0 --json", 0, "2025-06-14")]
    public void Explain_AnyCount_Answers(string line, int count, string answer)
    {
        var printed = Typed.Line(line).Json();

        Assert.Equal((count, answer), (printed.GetProperty("count").GetInt32(), printed.GetProperty("answer").GetString()));
    }

    [Fact]
    public void Explain_ForPeople_SaysItInASentenceAndListsTheDays()
    {
        var typed = Typed.Line("explain 2025-04-17 1");

        Assert.StartsWith("Tuesday 22 April 2025 is 1 working day after Thursday 17 April 2025.", typed.Output, StringComparison.Ordinal);
        Assert.Matches(@"Fri 18 Apr 2025\s+Good Friday", typed.Output);
    }

    [Fact]
    public void Explain_ChristmasOnASunday_SaysThatTheTuesdayStandsForIt() =>
        Assert.Matches(@"Tue 27 Dec 2022\s+Christmas Day \(substitute day\)", Typed.Line("explain 2022-12-23 2").Output);

    private static JsonSerializerOptions Compact { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
