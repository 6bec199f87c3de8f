using AreaSend.Core.AnnexA.Catalogue;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;

namespace AreaSend.Web.Documents;

/// <summary>Something that the inspection asks for, with its words and where it stands.</summary>
/// <param name="Number"><c>List 1</c>, <c>2.4</c>, <c>7.3, Child A</c>, <c>Extra 1</c>.</param>
/// <param name="Title">The handbook's title, or the inspectors' own.</param>
/// <param name="Description">The handbook's description, or why inspectors ask for it.</param>
/// <param name="Standing">Where it stands.</param>
public sealed record AskedItem(string Number, string Title, string Description, ItemStanding Standing)
{
    public string Key => Standing.Item;

    public string Name => Number == Title ? Title : $"{Number}: {Title}";

    public static AskedItem Of(InspectionCase @case, ItemStanding standing)
    {
        if (@case.Annex.Extra.TryGetValue(standing.Item, out var extra))
        {
            return new AskedItem($"Extra {standing.Item.Split('-')[^1]}", extra.Title, extra.Reason, standing);
        }

        var item = @case.Edition.AnnexA.FindByKey(standing.Item) ?? throw new InvalidOperationException($"Annex A has no item {standing.Item}.");
        // "List 1: Person-level data: list 1" says the same twice.
        if (item.IsPersonLevelList)
        {
            return new AskedItem(item.Number, item.Description.TrimEnd('.'), item.Description, standing);
        }

        var number = standing.Item.Split('/') is [_, var child] ? $"{item.Number}, Child {child}" : item.Number;
        return new AskedItem(number, item.Title, item.Description, standing);
    }
}
