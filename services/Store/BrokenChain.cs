namespace AreaSend.Services.Store;

/// <summary>The events of an inspection are not what was recorded. Nothing more is recorded on it until that is settled.</summary>
public sealed class BrokenChainException(Guid inspection, string what)
    : Exception($"The history of inspection {inspection} is damaged: {what}. Nothing more can be recorded on it; restore the database from a backup.");

/// <summary>The first event at which an inspection's history is not what was recorded.</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Seq">Position of the event.</param>
/// <param name="What">What is wrong, in a sentence.</param>
public sealed record BrokenChain(Guid Inspection, int Seq, string What);
