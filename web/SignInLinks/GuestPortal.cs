using AreaSend.Core.Inspections;

namespace AreaSend.Web.SignInLinks;

/// <summary>
/// A portal of an inspection for those who come by a link and not with a role: its pages lie below one address, and its cookie is sent to them alone.
/// </summary>
/// <param name="Name">The scheme, the policy and the cookie.</param>
/// <param name="Address">The address of its first page, which the others lie below.</param>
/// <param name="For">Whom it lets in.</param>
internal sealed record GuestPortal(string Name, string Address, IReadOnlyList<RecipientRole> For)
{
    /// <summary>Name of the portal in which a nominated officer sends what the inspection asks for.</summary>
    public const string Officers = "lano";

    /// <summary>Name of the portal in which leaders and the forum see where the inspection stands.</summary>
    public const string Leaders = "leaders";

    /// <summary>Both.</summary>
    public static IReadOnlyList<GuestPortal> All { get; } = [new(Officers, "/lano", [RecipientRole.Lano]), new(Leaders, "/leaders", RecipientRoles.Leaders)];

    /// <summary>Where one asks for a link.</summary>
    public string SignIn => $"{Address}/sign-in";

    /// <summary>Where one leaves.</summary>
    public string SignOut => $"{Address}/sign-out";

    /// <summary>The portal of a role.</summary>
    public static GuestPortal Of(RecipientRole role) => All.Single(portal => portal.For.Contains(role));

    /// <summary>The portal that a page lies in.</summary>
    /// <param name="path">The page's path.</param>
    public static GuestPortal At(PathString path) => All.Single(portal => path.StartsWithSegments(portal.Address));
}
