namespace AreaSend.Services.Store;

/// <summary>The events of an inspection are not what was recorded. Nothing more is recorded on it until that is settled.</summary>
public class BrokenChainException : Exception
{
    /// <summary>Says which history, and what is wrong with it.</summary>
    public BrokenChainException(Guid inspection, string what)
        : this($"The history of inspection {inspection} is damaged: {what}. Nothing more can be recorded on it; restore the database from a backup.")
    {
    }

    private protected BrokenChainException(string message)
        : base(message)
    {
    }
}

/// <summary>An event is whole, and none that this version knows: most likely a newer release recorded it.</summary>
public sealed class UnknownEventException(Guid inspection, int seq) : BrokenChainException(
    $"Event {seq} of inspection {inspection} is of a kind that this release does not know. Install the release that recorded it; until then nothing more can be recorded on this inspection.");

/// <summary>The first event at which an inspection's history is not what was recorded.</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Seq">Position of the event.</param>
/// <param name="What">What is wrong, in a sentence.</param>
public sealed record BrokenChain(Guid Inspection, int Seq, string What);
