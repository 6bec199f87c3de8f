using AreaSend.Core.Inspections;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;

namespace AreaSend.Services.Keeping;

/// <summary>Keeps an inspection for longer than the schedule says, for research or litigation, and lifts that again (¶ 142).</summary>
public sealed class KeepingHolds(InspectionStore inspections)
{
    /// <summary>Keeps all of an inspection until somebody lifts it.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="hold">Identifier of the hold, chosen by the form: sent twice, it holds once.</param>
    /// <param name="why">What for.</param>
    /// <param name="reason">Why; it stays in the history for good.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="shown">The <see cref="LoadedInspection.Shown"/> that somebody decided on.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Why not, in a sentence; null when it is recorded.</returns>
    public async Task<string?> HoldAsync(
        Guid inspection, Guid hold, KeepingPurpose why, string reason, Recorder by, int? shown, CancellationToken cancellation = default) =>
        (await inspections.RecordAsync(inspection, by, [(_, _, now) => new KeptForLonger(now, hold, why, reason)], shown, cancellation: cancellation)).WhyNot;

    /// <summary>Lifts it.</summary>
    /// <param name="inspection">The inspection.</param>
    /// <param name="hold">The hold.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="shown">The <see cref="LoadedInspection.Shown"/> that somebody decided on.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Why not, in a sentence; null when it is recorded.</returns>
    public async Task<string?> LiftAsync(Guid inspection, Guid hold, string reason, Recorder by, int? shown, CancellationToken cancellation = default) =>
        (await inspections.RecordAsync(inspection, by, [(_, _, now) => new KeptNoLonger(now, hold, reason)], shown, cancellation: cancellation)).WhyNot;
}
