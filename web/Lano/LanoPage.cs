using AreaSend.Core.Inspections;
using AreaSend.Web.SignInLinks;
using Microsoft.AspNetCore.Authorization;

namespace AreaSend.Web.Lano;

/// <summary>A page of the upload room.</summary>
[Authorize(GuestPortal.Officers)]
public abstract class LanoPage : GuestPage
{
    /// <summary>The officer, as events and the list of documents know them.</summary>
    private protected Recorder Me => Officer.Of(Context).Recorder;
}
