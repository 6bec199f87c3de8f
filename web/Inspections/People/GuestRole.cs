using AreaSend.Core.Inspections;

namespace AreaSend.Web.Inspections.People;

/// <summary>Whose access a page is about, by its address.</summary>
internal static class GuestRole
{
    /// <summary>The leader, the forum or the deputy with this key; the officer for every other.</summary>
    public static RecipientRole Of(string? key) =>
        RecipientRoles.Leaders.Append(RecipientRole.DeputyLano).Where(role => role.Key() == key).DefaultIfEmpty(RecipientRole.Lano).First();
}
