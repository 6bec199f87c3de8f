using AreaSend.Core.Rules;
using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>The engine that is configured, as the console sees it: the one in its own host, or the durable orchestrations in Azure.</summary>
public interface IInspectionEngine
{
    /// <summary>Has everything done that is due by now, and waits until it is: for the sandbox, where time is not to pass without it.</summary>
    /// <returns>Whether it was done; false when the engine did not get there in the time that it is given.</returns>
    Task<bool> SettleAsync(CancellationToken cancellation = default);

    /// <summary>How the engine stands with an inspection. Never throws for an engine that does not answer: that is the answer.</summary>
    Task<EngineView> StateOfAsync(Guid inspection, CancellationToken cancellation = default);
}

/// <summary>What an engine says of one inspection.</summary>
/// <param name="Standing">What it does with it.</param>
/// <param name="Status">Phase and next step, as the engine knows them; null when it does not say.</param>
/// <param name="Problem">What is wrong, in a sentence; null when nothing is.</param>
public sealed record EngineView(EngineStanding Standing, CustomStatus? Status = null, string? Problem = null)
{
    /// <summary>When it looks at the inspection next; null when only a person can move it on, or it is not known.</summary>
    public Instant? NextWake { get; init; }

    /// <summary>When it last took the step; null before the first, or when it is not known.</summary>
    public Instant? LastAdvanced { get; init; }

    /// <summary>Where the engine's own dashboard is; null when it has none, or none is configured.</summary>
    public Uri? Dashboard { get; init; }
}

/// <summary>What an engine does with an inspection.</summary>
public enum EngineStanding
{
    /// <summary>It waits for the next date, or for a person.</summary>
    Waiting,

    /// <summary>Something is due now.</summary>
    Working,

    /// <summary>The last try failed; it is tried again.</summary>
    Failed,

    /// <summary>Nothing more is to be done.</summary>
    Ended,

    /// <summary>The engine does not know the inspection (yet).</summary>
    Missing,

    /// <summary>The engine does not answer.</summary>
    Unreachable,
}
