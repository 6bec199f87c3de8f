using AreaSend.Core.AnnexA.Catalogue;

namespace AreaSend.Services.Notices.Parts;

/// <summary>How a notice names an item of Annex A.</summary>
internal static class ItemName
{
    /// <summary><c>List 1: Person-level data</c>, <c>2.4: Tribunals and single route of redress</c>, <c>7.3: Pen portrait, for Child A</c>.</summary>
    public static string Of(string item)
    {
        var (number, child) = item.Split('/') is [var first, var second] ? (first, $", for Child {second}") : (item, "");
        return AnnexACatalogue.Find(number.Replace("list-", "List ", StringComparison.Ordinal)) is not { } known ? item
            : known.IsPersonLevelList ? $"{known.Number}: {known.Description.TrimEnd('.')}"
            : $"{known.Number}: {known.Title}{child}";
    }
}
