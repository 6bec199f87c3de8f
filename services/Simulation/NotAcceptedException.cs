using AreaSend.Services.Inspections;
using AreaSend.Services.Store;

namespace AreaSend.Services.Simulation;

/// <summary>The store refused what a simulation did; the message is the sentence that a person would have read.</summary>
public sealed class NotAcceptedException(string because) : Exception(because)
{
    /// <summary>The inspection as it stands after something was recorded.</summary>
    /// <exception cref="NotAcceptedException">It was refused.</exception>
    public static LoadedInspection ThrowIfRefused(Recording recording) => recording switch
    {
        Recording.Recorded recorded => recorded.Inspection,
        Recording.Refused refused => throw new NotAcceptedException(refused.Because),
        _ => throw new InvalidOperationException($"No such recording: {recording}."),
    };
}
