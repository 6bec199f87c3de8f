using AreaSend.Core.Inspections;
using AreaSend.Web.SignInLinks;

namespace AreaSend.Web.Lano;

/// <summary>The officer who sends something, and for which inspection.</summary>
internal sealed record Officer(Guid Inspection, Recorder Recorder)
{
    /// <summary>The officer behind a request that the upload room has let in.</summary>
    public static Officer Of(HttpContext context)
    {
        var session = GuestSignIn.VisitOf(context).Session;
        return new(session.Inspection, new Recorder(RecorderRole.Lano, session.Person));
    }
}
