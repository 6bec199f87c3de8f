using AreaSend.Core.AnnexA.Catalogue;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Rules;

/// <summary>Items of Annex A in words, from the keys that events call them by.</summary>
public static class ItemWords
{
    /// <summary>
    /// <c>List 1: …</c>, <c>2.4: Tribunals and single route of redress</c>, <c>7.3 for child A: …</c>, <c>Extra 1, asked for besides Annex A</c>.
    /// </summary>
    /// <param name="item">Its key.</param>
    /// <param name="annex">Annex A of its edition.</param>
    public static string Show(string item, AnnexACatalogue annex) => item.Split('/') switch
    {
        ["list-1"] => "List 1: children and young people with an EHC plan",
        ["list-2"] => "List 2: children and young people on SEN support",
        ["providers"] => "Providers and settings",
        _ when AnnexARequest.IsExtra(item) => $"Extra {NumberOf(item)}, asked for besides Annex A",
        [var number, var child] => $"{number} for child {child}{Title(number, annex)}",
        _ => $"{item}{Title(item, annex)}",
    };

    /// <summary>The same with the inspectors' own title of what they asked for besides Annex A.</summary>
    public static string Show(string item, InspectionCase @case) =>
        @case.Annex.Extra.TryGetValue(item, out var extra) ? $"Extra {NumberOf(item)}: {extra.Title}" : Show(item, @case.Edition.AnnexA);

    /// <summary>
    /// For the beginning of a sentence: <c>Item 2.4</c>, <c>Item 7.3 for child A</c>, <c>List 1</c>, <c>The list of providers and settings</c>, <c>Extra 1</c>.
    /// </summary>
    public static string Short(string item) => item.Split('/') switch
    {
        ["list-1" or "list-2"] => $"List {NumberOf(item)}",
        ["providers"] => "The list of providers and settings",
        _ when AnnexARequest.IsExtra(item) => $"Extra {NumberOf(item)}",
        [var number, var child] => $"Item {number} for child {child}",
        _ => $"Item {item}",
    };

    private static string NumberOf(string item) => item.Split('-')[^1];

    private static string Title(string number, AnnexACatalogue annex) =>
        annex.Items.FirstOrDefault(item => item.Key == number) is { } item ? $": {item.Title}" : "";
}
