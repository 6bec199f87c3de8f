using AreaSend.Core.Inspections;
using AreaSend.Services.Lanos;

namespace AreaSend.Web.Lano;

/// <summary>The officer who sends something, and for which inspection.</summary>
internal sealed record Officer(Guid Inspection, Recorder Recorder);

/// <summary>Finds the officer behind a request that the upload room has let in.</summary>
internal sealed class LanoOfficers(LanoDoor door)
{
    public async Task<Officer> OfAsync(HttpContext context)
    {
        var session = LanoSignIn.SessionOf(context.User) is { } id ? await door.SessionAsync(id, context.RequestAborted) : null;
        return session is null
            ? throw new InvalidOperationException("Nobody is signed in to the upload room.")
            : new Officer(session.Inspection, new Recorder(RecorderRole.Lano, session.Person));
    }
}
