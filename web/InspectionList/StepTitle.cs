using AreaSend.Core.Timetables;
using AreaSend.Services.Store;

namespace AreaSend.Web.InspectionList;

/// <summary>Titles of steps from summaries, which hold their keys.</summary>
internal static class StepTitle
{
    /// <summary>The title of the next step; null when none is open.</summary>
    public static string? OfNext(InspectionRow row) => row.NextStep is { } key
        ? FrameworkEditions.Find(row.Edition)?.For(row.Kind).FirstOrDefault(step => step.Key == key)?.Title ?? key
        : null;
}
