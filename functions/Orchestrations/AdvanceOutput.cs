using AreaSend.Services.Engine;

namespace AreaSend.Functions.Orchestrations;

/// <summary>The input of an inspection's orchestration.</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Before">The status that the step before it left; null for the first.</param>
internal sealed record StepInput(Guid Inspection, CustomStatus? Before = null);

/// <summary>What an orchestration is told of a step. It travels through the engine's history, so it holds no personal data.</summary>
/// <param name="Status">The custom status.</param>
/// <param name="Effects">What is owed now, in order.</param>
/// <param name="Wait">How long until the next step; null when only a person can move the inspection on.</param>
/// <param name="Over">Nothing more is expected of anybody.</param>
internal sealed record AdvanceOutput(CustomStatus Status, IReadOnlyList<OwedActivity> Effects, TimeSpan? Wait, bool Over);

/// <summary>Something owed to the world outside.</summary>
/// <param name="Activity">The activity that carries it out.</param>
/// <param name="Orchestration">The sub-orchestration that it belongs to.</param>
/// <param name="Key">The key of the notice, or the identifier of the document.</param>
internal sealed record OwedActivity(string Activity, string Orchestration, string Key);

/// <summary>What one stage has to carry out, and how far the inspection has come, in words.</summary>
internal sealed record StageWork(Guid Inspection, string Phase, IReadOnlyList<OwedActivity> Effects);

/// <summary>The custom status of a stage's orchestration: what a list of instances shows of it. No keys, which may be many.</summary>
internal sealed record StageStatus(string Phase, int Notices, int Documents);

/// <summary>The input of the activities that carry out an effect.</summary>
internal sealed record EffectInput(Guid Inspection, string Key);
