using AreaSend.Core.Inspections;
using AreaSend.Services.Inspections;
using NodaTime;

namespace AreaSend.Services.Uploads;

/// <summary>What is said of the items of Annex A without a file.</summary>
public sealed class ItemsWithoutFile(InspectionStore inspections)
{
    /// <summary>The area answers that it does not hold what an item asks for (¶ 200).</summary>
    /// <returns>Why that cannot be, in a sentence; null when it is recorded.</returns>
    public async Task<string?> NotHeldAsync(
        Guid inspection, Recorder by, string item, string note, int? shown = null, CancellationToken cancellation = default) =>
        (await inspections.RecordAsync(inspection, by, [(_, _, now) => new ItemNotHeld(now, item, note.Trim())], shown, cancellation: cancellation)).WhyNot;

    /// <summary>Inspectors ask for something beyond Annex A (¶ 87), due at 5pm in London on a working day. The area is told by e-mail.</summary>
    /// <returns>Why that cannot be, in a sentence; null when it is recorded.</returns>
    public async Task<string?> AskForMoreAsync(
        Guid inspection, Recorder by, string title, string reason, LocalDate due, int? shown = null, CancellationToken cancellation = default)
    {
        BuildFact asked = (@case, _, now) =>
            new ExtraItemAsked(now, AnnexARequest.ExtraKey(@case.Annex.Extra.Count), title.Trim(), reason.Trim(), due, @case.Edition.Hours.Close);
        return (await inspections.RecordAsync(inspection, by, [asked], shown, cancellation: cancellation)).WhyNot;
    }
}
