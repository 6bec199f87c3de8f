using AreaSend.Core.Inspections;
using AreaSend.Services.SignInLinks;

namespace AreaSend.Web.Papers;

/// <summary>Somebody of the area, as events and the access log know them.</summary>
internal static class PaperVisitor
{
    public static Recorder Of(GuestVisit visit) =>
        new(visit.Role == RecipientRole.Lano ? RecorderRole.Lano : RecorderRole.Leader, visit.Session.Person);
}
