using AreaSend.Core.Timetables;
using AreaSend.Services.Store;

namespace AreaSend.Web.InspectionList;

/// <summary>Titles of steps from summaries, which hold their keys.</summary>
internal static class StepTitle
{
    /// <summary>What comes next of an inspection that is paused: nothing falls due.</summary>
    public const string WhilePaused = "None while it is paused: nothing falls due";

    /// <summary>The title of the next step; null when none is open.</summary>
    public static string? OfNext(InspectionRow row, Editions editions) => row.Phase == InspectionPhase.Paused ? WhilePaused
        : row.NextStep is { } key
        ? editions.Find(row.Edition)?.Find(row.Kind)?.Steps.FirstOrDefault(step => step.Key == key)?.Title ?? key
        : null;
}
