using AreaSend.Lists.Findings;
using static AreaSend.Lists.ListColumn;

namespace AreaSend.Lists.Rules;

/// <summary>A child stands in a list once, and in one list only.</summary>
internal static class RepetitionRules
{
    public static readonly Rule InBothLists = new("in-both-lists", Severity.Query,
        "The child or young person stands in both lists.", "Keep the row in list 1 while an EHC plan is in force, and in list 2 otherwise.")
    {
        IsAcrossLists = true,
    };

    public static readonly IReadOnlyList<(ListColumn Column, Rule Rule)> All =
    [
        (UniqueId, new Rule("unique-id-repeated", Severity.Error,
            "This unique ID stands in the list more than once.", "Keep one row a child, with the most recent information.")),
        (Upn, new Rule("upn-repeated", Severity.Error,
            "This UPN stands in the list more than once.", "Keep the row with the most recent information, or correct the UPN.", "109", "209")),
        (Uln, new Rule("uln-repeated", Severity.Error,
            "This ULN stands in the list more than once.", "Keep the row with the most recent information, or correct the ULN.")),
    ];
}
