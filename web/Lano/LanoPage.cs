using AreaSend.Core.Inspections;
using AreaSend.Services.Uploads;
using AreaSend.Web.Inspections;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace AreaSend.Web.Lano;

/// <summary>A page of the upload room: of the inspection that the officer's session is for, whichever address was asked for.</summary>
[Authorize(LanoSignIn.Name)]
public abstract class LanoPage : ComponentBase
{
    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [Inject]
    internal InspectionViews Views { get; set; } = null!;

    [Inject]
    internal LanoOfficers Officers { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    private protected InspectionView? View { get; private set; }

    protected override async Task OnInitializedAsync()
    {
        View = await Views.FindAsync(LanoSignIn.InspectionOf(Context.User), Context.RequestAborted)
            ?? throw new InvalidOperationException("A nominated officer's session is for no inspection.");
        await LoadAsync();
    }

    /// <summary>What else the page reads.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    /// <summary>The officer, as events and the list of documents know them.</summary>
    private protected async Task<Recorder> OfficerAsync() => (await Officers.OfAsync(Context)).Recorder;
}
