using AreaSend.Core.Calendars;
using AreaSend.Services.Areas;
using AreaSend.Services.GettingReady;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace AreaSend.Web.GettingReady;

/// <summary>A page of the room: of the area of whoever is in, whichever address was asked for.</summary>
[Authorize(ReadySignIn.Name)]
public abstract class ReadyPage : ComponentBase
{
    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    protected IClock Clock { get; set; } = null!;

    /// <summary>Who is in.</summary>
    private protected ReadyPerson Me => ReadySignIn.PersonOf(Context);

    /// <summary>Three-figure code of their area.</summary>
    private protected string Area => Me.Area;

    private protected string AreaName => LocalAuthorities.Find(Area)?.DisplayName ?? Area;

    /// <summary>The day in London.</summary>
    private protected LocalDate Today => LondonTime.DateOf(Clock.GetCurrentInstant());
}
