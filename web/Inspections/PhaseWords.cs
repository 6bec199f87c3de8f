using AreaSend.Core.Timetables;
using AreaSend.Services.Store;

namespace AreaSend.Web.Inspections;

/// <summary>How far an inspection has come, in words.</summary>
internal static class PhaseWords
{
    public static string Show(InspectionPhase phase) => phase switch
    {
        InspectionPhase.Planned => "Planned",
        InspectionPhase.Notified => "Notified",
        InspectionPhase.Fieldwork => "Fieldwork",
        InspectionPhase.OnSite => "On site",
        InspectionPhase.Drafting => "Drafting the report",
        InspectionPhase.DraftShared => "Draft shared",
        InspectionPhase.FinalShared => "Final report shared",
        InspectionPhase.Published => "Published",
        InspectionPhase.Complete => "Complete",
        InspectionPhase.Paused => "Paused",
        InspectionPhase.Deferred => "Deferred",
        InspectionPhase.Withdrawn => "Withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, null),
    };

    /// <summary>The colour of its tag, which only repeats the word.</summary>
    public static string? Colour(InspectionPhase phase) => phase switch
    {
        InspectionPhase.Complete => "green",
        InspectionPhase.Paused => "yellow",
        InspectionPhase.Deferred or InspectionPhase.Withdrawn => "grey",
        InspectionPhase.Planned => "purple",
        _ => null,
    };
}
