using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Web.Components.Forms;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>The letter of a re-visit under the earlier framework was shared: sufficient progress or not with each weakness.</summary>
internal sealed class ShareRevisitLetter()
    : InspectionAction<RevisitLetterShared>("revisit-letter-shared", "Record the re-visit letter shared", "The re-visit letter is recorded as shared")
{
    private const string Sufficient = "sufficient";
    private const string NotSufficient = "not-sufficient";

    private static readonly Choice[] Results =
    [
        new(Sufficient, "Sufficient progress has been made"),
        new(NotSufficient, "Sufficient progress has not been made"),
    ];

    private static readonly PassageQuestion Other = new("OtherWeaknesses", "Other significant weaknesses that the letter highlights (optional)", What: null)
    {
        Short = "Other significant weaknesses", Hint = "One on each line. They may be used to determine when the area is inspected next",
    };

    public override IReadOnlyList<Question> Asks(InspectionView view) =>
    [
        .. Weaknesses(view.Case).Select((weakness, place) => new ChoiceQuestion(
            $"Weakness{place}", $"{weakness}: has sufficient progress been made?", $"whether sufficient progress has been made: {weakness}", Results) { Short = weakness }),
        Other, Days.Happened, FileQuestion.Of(PaperKind.RevisitLetter, view),
    ];

    protected override RevisitLetterShared Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) => new(
        Days.Happened.MomentOf(answers),
        [.. Weaknesses(@case).Select((weakness, place) => new WeaknessProgress(weakness, answers[$"Weakness{place}"] == Sufficient))],
        Lines.Of(answers.Text(Other.Name)));

    protected override IEnumerable<(string Name, string Value)> AnswersOf(RevisitLetterShared fact, InspectionCase @case) =>
        [
            .. fact.Progress.Select((progress, place) => ($"Weakness{place}", progress.IsSufficient ? Sufficient : NotSufficient)),
            (Other.Name, string.Join('\n', fact.OtherWeaknesses)),
        ];

    protected override EventSentence Told(RevisitLetterShared fact, FrameworkEdition edition) => Sentence(
        "Re-visit letter shared",
        [
            .. fact.Progress.Select(progress => $"{progress.Weakness}: {(progress.IsSufficient ? "sufficient" : "insufficient")} progress."),
            .. fact.OtherWeaknesses.Select(weakness => $"Other significant weakness: {weakness.TrimEnd('.')}."),
            fact.Consequence,
        ]);

    private static IReadOnlyList<string> Weaknesses(InspectionCase @case) => @case.Grounds?.Matters ?? [];
}
