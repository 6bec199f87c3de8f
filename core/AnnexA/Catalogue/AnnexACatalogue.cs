namespace AreaSend.Core.AnnexA.Catalogue;

/// <summary>The items of an edition's Annex A.</summary>
/// <param name="Items">In the order in which the handbook asks for them.</param>
public sealed record AnnexACatalogue(IReadOnlyList<AnnexAItem> Items)
{
    /// <summary>The item with this number, or null when Annex A has none of it; case does not matter.</summary>
    public AnnexAItem? Find(string number) =>
        Items.FirstOrDefault(item => string.Equals(item.Number, number.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The item that events call by this key, or null; for an item of a tracked child (<c>7.3/A</c>) the item that is asked for once for each.
    /// </summary>
    public AnnexAItem? FindByKey(string key) =>
        Items.FirstOrDefault(item => key.Split('/') is [var number, ..] && item.Key == number);
}
