using AreaSend.Core.AnnexA.Catalogue;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>Items of Annex A in words.</summary>
internal static class ItemWords
{
    /// <summary><c>List 1</c>, <c>2.4: Tribunals and single route of redress</c>, <c>7.3 for child A: …</c>.</summary>
    public static string Show(string item, AnnexACatalogue annex) => item.Split('/') switch
    {
        ["list-1"] => "List 1: children and young people with an EHC plan",
        ["list-2"] => "List 2: children and young people on SEN support",
        ["providers"] => "Providers and settings",
        [var number, var child] => $"{number} for child {child}{Title(number, annex)}",
        _ => $"{item}{Title(item, annex)}",
    };

    private static string Title(string number, AnnexACatalogue annex) =>
        annex.Items.FirstOrDefault(item => item.Key == number) is { } item ? $": {item.Title}" : "";
}
