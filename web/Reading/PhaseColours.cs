using AreaSend.Core.Timetables;

namespace AreaSend.Web.Reading;

/// <summary>The colours of phases' tags.</summary>
internal static class PhaseColours
{
    /// <summary>The colour, which only repeats the word.</summary>
    public static string? Of(InspectionPhase phase) => phase switch
    {
        InspectionPhase.Complete => "green",
        InspectionPhase.Paused => "yellow",
        InspectionPhase.Deferred or InspectionPhase.Withdrawn => "grey",
        InspectionPhase.Planned => "purple",
        _ => null,
    };
}
