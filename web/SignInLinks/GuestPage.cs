using AreaSend.Services.SignInLinks;
using AreaSend.Web.Components;
using AreaSend.Web.Inspections;
using AreaSend.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace AreaSend.Web.SignInLinks;

/// <summary>A page of a portal: of the inspection that the visitor's session is for, whichever address was asked for.</summary>
public abstract class GuestPage : LoadedPage
{
    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [Inject]
    internal InspectionViews Views { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    private protected InspectionView? View { get; private set; }

    /// <summary>Who is in.</summary>
    private protected GuestVisit Visit => GuestSignIn.VisitOf(Context);

    private protected sealed override async Task ReadAsync()
    {
        View =
            await Views.FindAsync(Visit.Session.Inspection, Context.RequestAborted) ?? throw new InvalidOperationException("A session is for no inspection.");
        await LoadAsync();
    }

    /// <summary>What else the page reads.</summary>
    protected override Task LoadAsync() => Task.CompletedTask;
}
