using AreaSend.Core.AnnexA.Catalogue;
using AreaSend.Core.Calendars;
using AreaSend.Services.GettingReady;

namespace AreaSend.Web.GettingReady;

/// <summary>Words and colours for the items of Annex A in the room.</summary>
internal static class ItemNames
{
    /// <summary>Number and title; of a list what it lists.</summary>
    public static string Of(AnnexAItem item) => item.IsPersonLevelList ? $"{item.Number}: {item.Description.TrimEnd('.')}"
        : char.IsDigit(item.Number[0]) ? $"{item.Number} {item.Title}"
        : item.Title;

    public static string Standing(ReadyItem item) => item switch
    {
        { IsReady: false } => "Missing",
        { IsOld: true } => "Ready, but old",
        _ => "Ready",
    };

    public static string Colour(ReadyItem item) => item switch
    {
        { IsReady: false } => "red",
        { IsOld: true } => "yellow",
        _ => "green",
    };

    /// <summary>How old it is, for a cell.</summary>
    public static string Age(ReadyItem item) => item.Row?.UpToDateOn is { } day
        ? $"{LondonTime.ShowShort(day)}, {item.AgeInDays switch { 0 => "today", 1 => "yesterday", var days => $"{days} days ago" }}"
        : "Not said";
}
