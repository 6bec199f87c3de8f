using AreaSend.Core.AnnexA.Catalogue;

namespace AreaSend.Services.Notices.Parts;

/// <summary>How a notice names an item of Annex A.</summary>
internal static class ItemName
{
    /// <summary><c>2.4: Tribunals and single route of redress</c>, <c>7.3: Pen portrait, for Child A</c>; what has no number is described: <c>List 1: All children and young people with an EHC plan …</c></summary>
    public static string Of(string item)
    {
        var (number, child) = item.Split('/') is [var first, var second] ? (first, $", for Child {second}") : (item, "");
        return AnnexACatalogue.Find(number.Replace("list-", "List ", StringComparison.Ordinal)) is not { } known ? item
            : !char.IsAsciiDigit(number[0]) ? $"{known.Number}: {known.Description.TrimEnd('.')}"
            : $"{known.Number}: {known.Title}{child}";
    }
}
