using AreaSend.Web.Components;
using AreaSend.Web.GettingReady.Audits;

namespace AreaSend.Web.GettingReady;

/// <summary>The parts of the room, as its menu shows them.</summary>
internal static class ReadySections
{
    private static readonly (string Text, string Address, string[] Holds)[] All =
    [
        ("Seven steps", ReadyPages.Room, ["/getting-ready/steps"]),
        ("Practice notification", ReadyPages.Practice, ["/getting-ready/items", ReadyPages.CheckList]),
        ("EHC plan audits", AuditPages.All, []),
        ("People", ReadyPages.People, []),
    ];

    /// <summary>All of them, the one that holds the page at <paramref name="path"/> marked.</summary>
    /// <param name="path">Relative to the console's root, without a leading slash; a query is ignored.</param>
    public static IReadOnlyList<PageLink> At(string path)
    {
        var address = "/" + path.Split('?', '#')[0].TrimEnd('/');
        return [.. All.Select(part => new PageLink(part.Text, part.Address, address == part.Address
            || (part.Address != ReadyPages.Room && address.StartsWith(part.Address + "/", StringComparison.Ordinal))
            || part.Holds.Any(place => address == place || address.StartsWith(place + "/", StringComparison.Ordinal))))];
    }
}
