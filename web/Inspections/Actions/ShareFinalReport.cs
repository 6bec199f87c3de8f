using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Web.Components.Forms;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>The final report and the responses to comments were shared, and with them the outcome is known (¶ 137, 147).</summary>
internal sealed class ShareFinalReport()
    : InspectionAction<FinalReportShared>("final-shared", "Record the final report shared", "The final report is recorded as shared")
{
    private static readonly ChoiceQuestion Number = new("Outcome", "What is the outcome?", "the outcome",
    [
        new("1", $"1: {new Outcome.TypicallyPositive().Show()}"),
        new("2", $"2: {new Outcome.Inconsistent().Show()}"),
        new("3", $"3: {new Outcome.WidespreadFailings("").Show()}") { Hint = "A priority action plan is required: name the principal authority below" },
    ])
    { Short = "Outcome" };

    // The one answer to whether the principal authority is told in its own right.
    private const string Yes = "yes";

    private static readonly ChoicesQuestion Separate = new("Separate", "Is the principal authority told in its own right?", What: null,
        [new(Yes, "It is not the local authority, and has a contact of its own among the area's contacts")])
    { Short = "Told in its own right" };

    private static readonly PassageQuestion PriorityAreas = new(
        "PriorityAreas",
        "Areas for priority action, as the report names them (outcome 3 only, optional)",
        What: null)
    {
        Short = "Areas for priority action",
        Hint = "One on each line. A monitoring inspection gives its result for each of them",
    };

    public override IReadOnlyList<Question> Asks(InspectionView view) =>
        [.. AboutTheResult(view), Days.Happened, FileQuestion.Of(PaperKind.Final, view), FileQuestion.Of(PaperKind.Responses, view)];

    private static IEnumerable<Question> AboutTheResult(InspectionView view) => view.Case.Type.Result switch
    {
        ResultForm.Outcome => [Number, new AuthorityQuestion { Short = "Principal authority" }, Separate, PriorityAreas],
        ResultForm.PriorityAreas => MonitoringQuestions.Of(view.Case),
        _ => [],
    };

    protected override FinalReportShared Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) => @case.Type.Result switch
    {
        ResultForm.Outcome => new(Days.Happened.MomentOf(answers), OutcomeOf(answers, out _)),
        ResultForm.PriorityAreas => new(Days.Happened.MomentOf(answers), Outcome: null, MonitoringQuestions.Result(answers, @case)),
        _ => new(Days.Happened.MomentOf(answers), Outcome: null),
    };

    protected override IEnumerable<(string Name, string Value)> AnswersOf(FinalReportShared fact, InspectionCase @case) =>
        fact.Outcome is { } outcome
            ?
            [
                (Number.Name, outcome.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                .. outcome is Outcome.WidespreadFailings failings ? AboutThePlan(failings) : [],
            ]
            : MonitoringQuestions.AnswersOf(fact.Monitoring);

    protected override EventSentence Told(FinalReportShared fact, FrameworkEdition edition) => Sentence(
        "Final report shared",
        [fact.Outcome is { } outcome ? $"Outcome {outcome.Number}: {outcome.Show()}." : null,
        fact.Outcome is Outcome.WidespreadFailings failings ? $"Principal authority: {failings.PrincipalAuthority}." : null,
        .. Outcome.PriorityAreasOf(fact.Outcome).Select(area => $"Area for priority action: {area.TrimEnd('.')}."),
        .. MonitoringQuestions.Tell(fact.Monitoring)]);

    private static IEnumerable<(string Name, string Value)> AboutThePlan(Outcome.WidespreadFailings failings) =>
    [
        ("PrincipalAuthority", failings.PrincipalAuthority),
        .. failings.IsSeparate ? [(Separate.Name, Yes)] : Array.Empty<(string, string)>(),
        (PriorityAreas.Name, string.Join('\n', Outcome.PriorityAreasOf(failings))),
    ];

    private static Outcome? OutcomeOf(Answers answers, out string? refusal)
    {
        refusal = null;
        var outcome = int.TryParse(answers["Outcome"], out var number)
            ? Outcome.Of(number, number == 3 ? answers.Line("PrincipalAuthority") : null, answers[Separate.Name] == Yes, out refusal)
            : null;
        return outcome is Outcome.WidespreadFailings failings && Lines.Of(answers.Text(PriorityAreas.Name)) is { Count: > 0 } areas
            ? failings with
            {
                PriorityAreas = areas,
            }
            : outcome;
    }

    /// <summary>Asked with every outcome and read with the third, so that no part of the form has to hide.</summary>
    internal sealed record AuthorityQuestion() : Question("PrincipalAuthority", "Principal authority (outcome 3 only)")
    {
        public override void Check(Answers answers, FormErrors errors)
        {
            if (answers["Outcome"] == "3" && answers.Text(Name).Length > RequiredText.Line)
            {
                errors.Text(Field, answers[Name], "the name of the principal authority");
            }
            else if (OutcomeOf(answers, out var refusal) is null && refusal is not null)
            {
                errors.Add(Field, refusal.TrimEnd('.'));
            }
        }

        public override string? InWords(Answers answers) => answers["Outcome"] == "3" ? answers.Text(Name) : null;
    }
}
