using AreaSend.Core.Inspections;
using AreaSend.Services.Areas;
using AreaSend.Web.Reading;

namespace AreaSend.Web.Areas;

/// <summary>Where a contact belongs: to a local area, or above all of them.</summary>
/// <param name="Area">Three-figure code of the area; null for the national contacts.</param>
/// <param name="Name">As a heading.</param>
/// <param name="Address">The page that shows its contacts.</param>
/// <param name="Roles">The roles there are.</param>
public sealed record ContactPlace(string? Area, string Name, string Address, IReadOnlyList<RecipientRole> Roles)
{
    public const string NationalKey = "national";

    public static ContactPlace National { get; } = new(null, "National contacts", $"/areas/{NationalKey}", RoleHolder.National);

    /// <summary>The place that an address names: a code, or <c>national</c>; null when there is none.</summary>
    public static ContactPlace? Find(string key) =>
        key == NationalKey ? National
        : LocalAuthorities.Find(key) is { } area ? new ContactPlace(area.Code, area.DisplayName, $"/areas/{area.Code}", RoleHolder.InAreas)
        : null;
}
