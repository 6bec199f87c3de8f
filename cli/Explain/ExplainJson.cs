using AreaSend.Core.Calendars;

namespace AreaSend.Cli.Explain;

/// <summary>What <c>explain --json</c> prints; scripts rely on the names and their order.</summary>
internal sealed record ExplainJson(string Start, int Count, string Answer, IReadOnlyList<SkippedJson> Skipped)
{
    public static ExplainJson Of(Derivation derivation) => new(
        $"{derivation.Start:uuuu-MM-dd}", derivation.Count, $"{derivation.Answer:uuuu-MM-dd}", SkippedJson.Of(derivation.Skipped));
}

/// <summary>A day that did not count: <c>weekend</c> or the name of the bank holiday.</summary>
internal sealed record SkippedJson(string Date, string Because)
{
    public static IReadOnlyList<SkippedJson> Of(IEnumerable<SkippedDay> skipped) =>
        [.. skipped.Select(day => new SkippedJson($"{day.Date:uuuu-MM-dd}", day.Because))];
}
