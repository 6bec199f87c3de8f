using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Web.Components.Forms;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>Items of Annex A came in by another way than the site (¶ 192): all of them are recorded, or none.</summary>
internal sealed class ReceiveItems() : FactsAction<ItemReceived>("items-received", "Record Annex A items received", "The items are recorded as received")
{
    public override string? WhyNot(InspectionView view) => base.WhyNot(view) ?? (Outstanding(view).Any() ? null : "Every item of Annex A has come in.");

    public override IReadOnlyList<Question> Asks(InspectionView view) =>
    [
        new ChoicesQuestion(
            "Items",
            "Which items are in?",
            "at least one item",
            [.. Outstanding(view).Select(item => new Choice(item, ItemWords.Show(item, view.Case)))])
        {
            Hint = "Only what is outstanding is listed",
        },
        Days.Happened,
        Days.Clock,
    ];

    protected override IReadOnlyList<BuildFact> Facts(Answers answers) =>
        [.. answers.Many("Items").Select(item => (BuildFact)((_, _, _) => new ItemReceived(Days.Clock.MomentOf(answers), item)))];

    protected override IEnumerable<(string Name, string Value)> AnswersOf(ItemReceived fact, InspectionCase @case) =>
        [("Items", fact.Item)];

    protected override EventSentence Told(ItemReceived fact, FrameworkEdition edition) =>
        Sentence("Annex A item received", ItemWords.Show(fact.Item, edition.AnnexA));

    private static IEnumerable<string> Outstanding(InspectionView view) => view.Case.Asks.Steps.SelectMany(view.Case.Outstanding);
}
