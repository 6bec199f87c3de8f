using AreaSend.FileChecks.Archives;

namespace AreaSend.FileChecks;

/// <summary>What the checks of one upload share: its limits, what is left of them, and how deep inside the upload they are.</summary>
internal sealed record CheckScope(UploadLimits Limits, InflationBudget Budget, int Depth, CancellationToken Cancellation)
{
    /// <summary>What was passed over so far.</summary>
    public PassedOver PassedOver { get; } = new();

    /// <summary>The scope of a document inside this one.</summary>
    /// <exception cref="RefusedException">It lies too deep.</exception>
    public CheckScope Deeper() => Depth < Limits.Depth ? this with { Depth = Depth + 1 } : throw new RefusedException(Refusals.Nested);
}

/// <summary>Counts the files in an archive that systems add by themselves.</summary>
internal sealed class PassedOver
{
    public int Count { get; set; }
}
