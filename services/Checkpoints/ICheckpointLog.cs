namespace AreaSend.Services.Checkpoints;

/// <summary>Where checkpoints are kept, one after the other: each is written once and never changed. Names are in order of time.</summary>
public interface ICheckpointLog
{
    /// <summary>Keeps one more.</summary>
    /// <exception cref="IOException">There is one of that name already, or the log cannot be written to.</exception>
    Task AddAsync(string name, byte[] content, CancellationToken cancellation = default);

    /// <summary>The newest; null where there is none.</summary>
    Task<KeptCheckpoint?> NewestAsync(CancellationToken cancellation = default);
}

/// <summary>A checkpoint as it is kept.</summary>
/// <param name="Where">Where it is, for people.</param>
/// <param name="Content">Its bytes.</param>
public sealed record KeptCheckpoint(string Where, byte[] Content);
