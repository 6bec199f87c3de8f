using NodaTime;

namespace AreaSend.Web.Engine;

/// <summary>What the engine of this host did last, for the page that shows it.</summary>
internal sealed class EngineState
{
    /// <summary>When it last looked for work; null before it has.</summary>
    public Instant? LastLook { get; private set; }

    /// <summary>Why it could not look for work, if it could not: the database, mostly.</summary>
    public string? Problem { get; private set; }

    public void Looked(Instant now) => (LastLook, Problem) = (now, null);

    public void Failed(string problem) => Problem = problem;
}
