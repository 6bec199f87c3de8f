using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Web.Components.Forms;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>The lead inspector asks for items of Annex A, where a kind of inspection asks only for what is needed (¶ 164, 165, 192).</summary>
internal sealed class AskForItems() : InspectionAction<ItemsAsked>("items-asked", "Ask for information of Annex A", "The information is asked for")
{
    public override string? WhyNot(InspectionView view) => base.WhyNot(view) ?? (NotAsked(view).Any() ? null : "Every item of Annex A has been asked for.");

    public override IReadOnlyList<Question> Asks(InspectionView view) =>
    [
        new ChoicesQuestion(
            "Items",
            "Which items does the lead inspector ask for?",
            "at least one item",
            [.. NotAsked(view).Select(item => new Choice(item, ItemWords.Show(item, view.Case)))])
        {
            Hint = "Only what the local area partnership produces as part of its routine practice (paragraph 165). What has been asked for is not listed",
        },
    ];

    protected override ItemsAsked Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) => new(now, answers.Many("Items"));

    protected override EventSentence Told(ItemsAsked fact, FrameworkEdition edition) =>
        Sentence("Information of Annex A asked for", [.. fact.Items.Select(item => ItemWords.Show(item, edition.AnnexA))]);

    private static IEnumerable<string> NotAsked(InspectionView view) =>
        view.Case.Type.Asks.Items.Select(item => item.Key).Except(view.Case.Asks.Items.Select(item => item.Key));
}
