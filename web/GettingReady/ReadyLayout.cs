using AreaSend.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Rendering;

namespace AreaSend.Web.GettingReady;

/// <summary>
/// What an area's own people see around a page of their room. Written in C#, because a .razor file of this folder has this layout itself, by
/// <c>_Imports.razor</c>.
/// </summary>
public sealed class ReadyLayout : LayoutComponentBase
{
    private bool _isIn;

    /// <summary>Where the browser is.</summary>
    [Inject]
    public required NavigationManager Navigation { get; set; }

    /// <summary>Who has signed in.</summary>
    [CascadingParameter]
    public Task<AuthenticationState>? Authentication { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() =>
        _isIn = Authentication is not null && ReadySignIn.SessionOf((await Authentication).User) is not null;

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<PortalFrame>(0);
        builder.AddComponentParameter(1, nameof(PortalFrame.Portal), ReadyPages.Room);
        builder.AddComponentParameter(2, nameof(PortalFrame.SignOut), ReadyPages.SignOut);
        builder.AddComponentParameter(3, nameof(PortalFrame.Who), _isIn ? "Getting ready" : null);
        builder.AddComponentParameter(4, nameof(PortalFrame.WhoBefore), "You are in:");
        builder.AddComponentParameter(5, nameof(PortalFrame.Menu), _isIn ? ReadySections.At(Navigation.ToBaseRelativePath(Navigation.Uri)) : []);
        builder.AddComponentParameter(6, nameof(PortalFrame.ChildContent), Body);
        builder.CloseComponent();
    }
}
