using System.Security.Claims;
using AreaSend.Core.Inspections;

namespace AreaSend.Web.SignIn;

/// <summary>Who uses the console. In the sandbox one picks; with sign-in it will come from the directory.</summary>
public enum Role
{
    /// <summary>Plans inspections, records what happens, sends and re-sends notices.</summary>
    Coordinator,

    /// <summary>Sees inspections and their documents.</summary>
    LeadInspector,
}

/// <summary>Roles in words, and the role of whoever asks.</summary>
public static class Roles
{
    /// <summary>The role as a person would write it, "Lead inspector".</summary>
    public static string Words(this Role role) => role switch
    {
        Role.Coordinator => "Coordinator",
        Role.LeadInspector => "Lead inspector",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
    };

    /// <summary>Under what this person's doings are recorded.</summary>
    /// <exception cref="InvalidOperationException">They have no role: no page lets them in.</exception>
    public static Recorder RecorderOf(ClaimsPrincipal? person) => Of(person) switch
    {
        Role.Coordinator => Recorder.Coordinator,
        Role.LeadInspector => Recorder.LeadInspector,
        _ => throw new InvalidOperationException("Nobody without a role records anything."),
    };

    /// <summary>The role that this person has, or null if none has been picked.</summary>
    public static Role? Of(ClaimsPrincipal? person) =>
        Enum.TryParse<Role>(person?.FindFirstValue(ClaimTypes.Role), out var role) ? role : null;
}
