using AreaSend.Core.Timetables;

namespace AreaSend.Services.Notices.Parts;

/// <summary>How a notice names an item of Annex A.</summary>
internal static class ItemName
{
    /// <summary>
    /// <c>2.4: Tribunals and single route of redress</c>, <c>7.3: Pen portrait, for Child A</c>; what has no number is described:
    /// <c>List 1: All children and young people with an EHC plan …</c>; what inspectors asked for besides is called by their title.
    /// </summary>
    public static string Of(string item, InspectionCase @case)
    {
        if (@case.Annex.Extra.TryGetValue(item, out var asked))
        {
            return asked.Title;
        }

        return @case.Edition.AnnexA.FindByKey(item) is not { } known ? item
            : !char.IsAsciiDigit(item[0]) ? $"{known.Number}: {known.Description.TrimEnd('.')}"
            : $"{known.Number}: {known.Title}{(item.Split('/') is [_, var child] ? $", for Child {child}" : "")}";
    }
}
