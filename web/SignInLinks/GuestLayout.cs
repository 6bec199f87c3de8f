using AreaSend.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace AreaSend.Web.SignInLinks;

/// <summary>
/// What a nominated officer, a leader or the forum sees around a page. Written in C#, because a .razor file of this folder has this layout itself, by
/// <c>_Imports.razor</c>.
/// </summary>
public sealed class GuestLayout : LayoutComponentBase
{
    /// <summary>The request.</summary>
    [CascadingParameter]
    public required HttpContext Context { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var portal = GuestPortal.At(Context.Request.Path);
        builder.OpenComponent<PortalFrame>(0);
        builder.AddComponentParameter(1, nameof(PortalFrame.Portal), portal.Address);
        builder.AddComponentParameter(2, nameof(PortalFrame.SignOut), portal.SignOut);
        builder.AddComponentParameter(3, nameof(PortalFrame.Who), GuestSignIn.WhoIs(Context));
        builder.AddComponentParameter(4, nameof(PortalFrame.ChildContent), Body);
        builder.CloseComponent();
    }
}
