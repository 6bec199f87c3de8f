using System.Security.Claims;
using AreaSend.Core.Inspections;

namespace AreaSend.Web.Security;

/// <summary>
/// Who uses the console. In the sandbox one picks; with sign-in, the identity provider says. Somebody with several has the rights of each and acts as the
/// first.
/// </summary>
public enum Role
{
    /// <summary>Plans inspections, records what happens, sends and re-sends notices.</summary>
    Coordinator,

    /// <summary>
    /// Leads inspections: sees them and their documents, draws the children and young people whose experiences are tracked, and asks for more.
    /// </summary>
    LeadInspector,

    /// <summary>Sees inspections and their documents.</summary>
    Inspector,

    /// <summary>Sees where inspections stand, and no document.</summary>
    Reader,

    /// <summary>Sees who has signed in and who has opened what.</summary>
    Administrator,
}

/// <summary>Roles in words, and the role of whoever asks.</summary>
public static class Roles
{
    /// <summary>The role as a person would write it, "Lead inspector".</summary>
    public static string Words(this Role role) => role switch
    {
        Role.Coordinator => "Coordinator",
        Role.LeadInspector => "Lead inspector",
        Role.Inspector => "Inspector",
        Role.Reader => "Reader",
        Role.Administrator => "Administrator",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
    };

    /// <summary>Under what this person's doings are recorded: the role and, where somebody has signed in, who it is.</summary>
    /// <exception cref="InvalidOperationException">They have no role that records anything: no page lets them in.</exception>
    public static Recorder RecorderOf(ClaimsPrincipal? person)
    {
        var role = Of(person) switch
        {
            Role.Coordinator => RecorderRole.Coordinator,
            Role.LeadInspector => RecorderRole.LeadInspector,
            Role.Inspector => RecorderRole.Inspector,
            Role.Administrator => RecorderRole.Administrator,
            _ => throw new InvalidOperationException("Nobody without a role records anything."),
        };
        return new(role, Guid.TryParse(person!.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null);
    }

    /// <summary>Whether this person has a role.</summary>
    public static bool IsIn(this ClaimsPrincipal person, Role role) => person.IsInRole(role.ToString());

    /// <summary>The role that this person acts in, or null for somebody without one.</summary>
    public static Role? Of(ClaimsPrincipal? person) =>
        person is null ? null : Enum.GetValues<Role>().Where(person.IsIn).Cast<Role?>().FirstOrDefault();
}
