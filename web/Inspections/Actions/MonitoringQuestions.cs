using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Web.Components.Forms;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>What is asked about the result of a monitoring inspection, and how it is told (¶ 160, 172, 173).</summary>
internal static class MonitoringQuestions
{
    private const string Effective = "effective";
    private const string NotEffective = "not-effective";

    // The one answer to whether the principal authority is told in its own right.
    private const string Yes = "yes";

    private static readonly Choice[] Results = [new(Effective, "Effective action has been taken"), new(NotEffective, "Effective action has not been taken")];

    private static readonly PassageQuestion NewWeaknesses = new("NewWeaknesses", "New significant weaknesses that the letter refers to (optional)", What: null)
    {
        Short = "New significant weaknesses", Hint = "One on each line, in the words of the letter (paragraph 160)",
    };

    private static readonly LineQuestion Authority = new(
        "Authority",
        "Principal authority (only if the letter requires a priority action plan)",
        "the principal authority")
    {
        IsOptional = true,
        Short = "A priority action plan is required of",
        Hint = "Who makes the plan: one partner, or the local area partnership (paragraphs 147 and 173)",
    };

    private static readonly ChoicesQuestion Separate = new("Separate", "Is the principal authority told in its own right?", What: null,
        [new(Yes, "It is not the local authority, and has a contact of its own among the area's contacts")])
    { Short = "Told in its own right" };

    private static readonly DateQuestion NextFull = new(
        "NextFull",
        "Next full inspection by (only if it is brought forward)",
        "Day by which the next full inspection takes place")
    {
        IsOptional = true,
        Short = "Next full inspection by",
    };

    public static IEnumerable<Question> Of(InspectionCase @case) =>
    [
        .. Areas(@case)
            .Select(
                (area, place) =>
                    new ChoiceQuestion(
                        $"Area{place}",
                        $"{area}: has effective action been taken?",
                        $"whether effective action has been taken: {area}",
                        Results)
                    {
                        Short = area,
                    }),
        NewWeaknesses, Authority, Separate, NextFull,
    ];

    public static MonitoringResult Result(Answers answers, InspectionCase @case) =>
        new([.. Areas(@case).Select((area, place) => new PriorityAreaResult(area, answers[$"Area{place}"] == Effective))])
        {
            NewWeaknesses = Lines.Of(answers.Text(NewWeaknesses.Name)),
            Plan = answers.Line(Authority.Name) is { Length: > 0 } name ? new ResponsibleAuthority(name, answers[Separate.Name] == Yes) : null,
            NextFullBy = NextFull.IfGiven(answers),
        };

    /// <summary>The answers that a result was recorded from.</summary>
    public static IEnumerable<(string Name, string Value)> AnswersOf(MonitoringResult? result) => result is null ? [] :
    [
        .. result.Areas.Select((area, place) => ($"Area{place}", area.IsEffective ? Effective : NotEffective)),
        (NewWeaknesses.Name, string.Join('\n', result.NewWeaknesses)),
        .. result.Plan is { } plan
            ? [(Authority.Name, plan.Name), .. plan.IsSeparate ? [(Separate.Name, Yes)] : Array.Empty<(string, string)>()]
            : Array.Empty<(string, string)>(),
        .. result.NextFullBy is { } by ? DateQuestion.AnswersOf(NextFull.Name, by) : [],
    ];

    public static IEnumerable<string> Tell(MonitoringResult? result) => result is null ? [] :
    [
        .. result.Areas.Select(area => $"{area.Area}: effective action {(area.IsEffective ? "taken" : "not taken")}."),
        .. result.NewWeaknesses.Select(weakness => $"New significant weakness: {weakness.TrimEnd('.')}."),
        .. result.Plan is { } plan ? [$"A priority action plan is required of: {plan.Name}."] : Array.Empty<string>(),
        .. result.NextFullBy is { } by ? [$"The next full inspection is brought forward: by {LondonTime.Show(by)}."] : Array.Empty<string>(),
    ];

    private static IReadOnlyList<string> Areas(InspectionCase @case) => @case.Grounds?.Matters ?? [];
}
