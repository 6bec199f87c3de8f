namespace AreaSend.Core.AnnexA.Catalogue;

/// <summary>One thing that Annex A asks the local area partnership for (¶ 192 to 206).</summary>
/// <param name="Number">The handbook's number, "1.1" to "7.7", or the handbook's name where it has no number: "List 1", "List 2", "Providers".</param>
/// <param name="Title">The handbook's title.</param>
/// <param name="Description">The handbook's description.</param>
/// <param name="Step">The key of the timetable's step whose deadline is the item's deadline.</param>
/// <param name="Cites">The handbook's paragraph.</param>
public sealed record AnnexAItem(string Number, string Title, string Description, string Step, int Cites)
{
    /// <summary>What events, addresses and the timetable call it: <c>list-1</c>, <c>providers</c>, <c>2.4</c>.</summary>
    public string Key { get; } = Number.ToLowerInvariant().Replace(' ', '-');

    /// <summary>Whether the item is asked for once for each tracked child (7.1 to 7.7) rather than once for the area.</summary>
    public bool IsPerTrackedChild { get; init; }

    /// <summary>Whether the item is a person-level list, which is checked row by row.</summary>
    public bool IsPersonLevelList { get; init; }
}
