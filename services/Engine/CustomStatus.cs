using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Store;

namespace AreaSend.Services.Engine;

/// <summary>
/// How an inspection stands, in the handbook's words: what either engine says of it, and the custom status of its orchestration, so that a list of
/// instances says it without opening one. No personal data.
/// </summary>
/// <param name="Phase">How far it has come: <c>On site</c>.</param>
/// <param name="NextStep">What the handbook calls the step that falls due next; null when none is open.</param>
/// <param name="Due">When, in London: <c>Tuesday 9 September 2025, 11am</c>; the day alone where the deadline ends with it.</param>
/// <param name="Certainty"><c>fixed</c>, or <c>forecast</c>.</param>
public sealed record CustomStatus(string Phase, string? NextStep, string? Due, string? Certainty)
{
    // Its title is what an inspector has typed, and may name somebody.
    private const string ExtraItem = "Further information that was asked for";

    /// <summary>From the summary, which holds keys.</summary>
    public static CustomStatus Of(InspectionRow row, Editions editions)
    {
        // While an inspection is paused nothing falls due.
        var next = row.Phase == InspectionPhase.Paused ? null : row.NextStep;
        var type = editions.Find(row.Edition)?.Find(row.Kind);
        var step = type?.Steps.FirstOrDefault(step => step.Key == next);
        return new CustomStatus(
            PhaseWords.Show(row.Phase, type),
            next is null ? null : step?.Title ?? ExtraItem,
            next is null || row.NextDue is not { } date ? null : step?.Due.By is { } time ? LondonTime.Show(LondonTime.At(date, time)) : LondonTime.Show(date),
            next is null ? null : row.NextCertainty?.ToString().ToLowerInvariant());
    }
}
