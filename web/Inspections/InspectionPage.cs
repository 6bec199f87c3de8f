using AreaSend.Web.Components;
using AreaSend.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace AreaSend.Web.Inspections;

/// <summary>A page of one inspection. An inspection that is not there is a page that is not there.</summary>
public abstract class InspectionPage : LoadedPage
{
    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    internal InspectionViews Views { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    private protected InspectionView? View { get; private set; }

    private protected sealed override async Task ReadAsync()
    {
        View = await Views.FindAsync(Id);
        if (View is null)
        {
            Navigation.NotFound();
            return;
        }

        await LoadAsync();
    }

    /// <summary>Reads the inspection again, after somebody else has changed it.</summary>
    private protected async Task ReloadAsync() => View = await Views.FindAsync(Id) ?? View;

    /// <summary>What else the page reads, once the inspection is there.</summary>
    protected override Task LoadAsync() => Task.CompletedTask;
}
