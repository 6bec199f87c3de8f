using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Services.Engine;

/// <summary>Where an inspection stands after a step, and what the engine has to do next for it.</summary>
/// <param name="Status">Phase and next step.</param>
/// <param name="Effects">What is owed now, in order.</param>
/// <param name="Wait">How long until the next step; null when only a person can move the inspection on.</param>
/// <param name="Over">Nothing more is expected of anybody, the engine included.</param>
public sealed record StepOutcome(CustomStatus Status, IReadOnlyList<OwedEffect> Effects, Duration? Wait, bool Over);

/// <summary>Something the engine owes the world outside: a notice, or a decision on a document.</summary>
/// <param name="Kind">What is done with it.</param>
/// <param name="Stage">The stage of the inspection that it belongs to.</param>
/// <param name="Key">The key of the notice, or the identifier of the document.</param>
public sealed record OwedEffect(EffectKind Kind, Stage Stage, string Key);

/// <summary>What the engine does for an effect.</summary>
public enum EffectKind
{
    /// <summary>Sends a notice.</summary>
    SendNotice,

    /// <summary>Sends the published report to one of those whom the regulations name (¶ 140).</summary>
    Disseminate,

    /// <summary>Takes a document that came in to a decision.</summary>
    ScanUpload,
}
