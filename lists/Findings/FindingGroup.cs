namespace AreaSend.Lists.Findings;

/// <summary>All findings of one rule in one column: what, how many, where first and how to mend them.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="List">The list in which it is broken.</param>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Column">The template's name of the column, or its letter where the template has no such column.</param>
/// <param name="Letter">The column's letter as Excel shows it; null where the sheet lacks the column.</param>
/// <param name="Count">How many findings there are.</param>
/// <param name="Places">Where, top to bottom; at most the first <see cref="FindingLog.KeptPlaces"/>.</param>
public sealed record FindingGroup(Rule Rule, PersonList List, string Sheet, string Column, string? Letter, int Count, IReadOnlyList<Place> Places)
{
    /// <summary>What the rule is called: the field tool's number where it has one, else our name.</summary>
    public string Code => Rule.Code(List);

    /// <summary>What is wrong at the place and what would satisfy the rule, in sentences.</summary>
    public string MessageAt(Place place) =>
        place.OtherRow == 0
            ? $"{Rule.What} {Rule.Mend}"
            : $"{Rule.What} Row {place.OtherRow}{(Rule.IsAcrossLists ? " of the other list" : "")} has the same. {Rule.Mend}";

    /// <summary>The place as Excel shows it, such as D14; the row alone where the sheet lacks the column.</summary>
    public string CellAt(Place place) => Letter is null ? $"row {place.Row}" : $"{Letter}{place.Row}";
}
