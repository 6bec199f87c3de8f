using AreaSend.Web.Components;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;

namespace AreaSend.Web.Shell;

/// <summary>The sections of the console, as the menu shows them.</summary>
internal static class Sections
{
    private static readonly Section[] All =
    [
        new("Worklist", "/"),
        new("Inspections", "/inspections", Also: "/publication"),
        new("Schedule", "/schedule"),
        new("Plan an inspection", "/inspections/plan", Only: Role.Coordinator),
        new("Areas", "/areas"),
        new("Programme", "/programme"),
        new("Reports", "/reports"),
        new("Calendar", "/calendar"),
        new("Access log", "/access-log", Only: Role.Administrator, EveryRegion: true),
        new("Keeping", "/keeping", Only: Role.Administrator, EveryRegion: true),
        new("Clock", "/sandbox/clock", Only: Role.Coordinator, SandboxOnly: true, EveryRegion: true),
        new("Outbox", "/sandbox/outbox", Only: Role.Coordinator, SandboxOnly: true),
    ];

    /// <summary>The sections for a role, the one that holds the page at <paramref name="path"/> marked.</summary>
    /// <param name="role">Who looks.</param>
    /// <param name="sandbox">Whether the clock can be moved.</param>
    /// <param name="path">Relative to the console's root, without a leading slash; a query is ignored.</param>
    /// <param name="isLimited">Whether they are limited to regions.</param>
    public static IReadOnlyList<PageLink> For(Role role, bool sandbox, string path, bool isLimited = false)
    {
        var address = "/" + path.Split('?', '#')[0].TrimEnd('/');
        var shown = All
            .Where(section => (section.Only is null || section.Only == role)
                && (sandbox || !section.SandboxOnly) && !(isLimited && section.EveryRegion)).ToList();
        var current = shown.Where(section => section.Holds(address)).MaxBy(section => section.Address.Length);
        return [.. shown.Select(section => new PageLink(section.Text, section.Address, section == current))];
    }

    /// <param name="Also">Where pages of this section lie that are not below its own address.</param>
    /// <param name="EveryRegion">It is of the whole country, and for nobody who is limited to regions.</param>
    private sealed record Section(string Text, string Address, Role? Only = null, bool SandboxOnly = false, string? Also = null, bool EveryRegion = false)
    {
        public bool Holds(string address) => IsBelow(address, Address) || (Also is not null && IsBelow(address, Also));

        private static bool IsBelow(string address, string place) =>
            address == place || (place != "/" && address.StartsWith(place + "/", StringComparison.Ordinal));
    }
}
