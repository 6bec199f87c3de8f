using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Web.Components.Forms;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>The complaint ended; publication goes on (¶ 138).</summary>
internal sealed class ResolveComplaint()
    : InspectionAction<ComplaintWasResolved>(
        "complaint-resolved",
        "Record the complaint resolved",
        "The complaint is recorded as resolved; publication goes on")
{
    private static readonly ChoiceQuestion Result = new("Result", "How did it end?", "how the complaint ended",
    [
        new(nameof(ComplaintResult.Upheld), "Upheld"),
        new(nameof(ComplaintResult.UpheldInPart), "Upheld in part"),
        new(nameof(ComplaintResult.NotUpheld), "Not upheld"),
        new(nameof(ComplaintResult.Withdrawn), "Withdrawn by the area"),
    ])
    { Hint = "Read by: everybody with a role here, in the history" };

    public override IReadOnlyList<Question> Asks(InspectionView view) => [Result, Days.Happened];

    protected override ComplaintWasResolved Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) =>
        new(Days.Happened.MomentOf(answers), Enum.Parse<ComplaintResult>(answers["Result"]!));

    protected override IEnumerable<(string Name, string Value)> AnswersOf(ComplaintWasResolved fact, InspectionCase @case) =>
        fact.Result is { } result ? [(Result.Name, result.ToString())] : [];

    protected override EventSentence Told(ComplaintWasResolved fact, FrameworkEdition edition) => Sentence(
        "Complaint resolved", fact.Result is { } result ? $"{Result.Choices.First(choice => choice.Value == result.ToString()).Text}." : null);
}
