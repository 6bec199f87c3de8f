using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Services.Store;

/// <summary>How far an inspection has come.</summary>
public static class Phases
{
    /// <summary>How far the case has come.</summary>
    public static InspectionPhase Of(InspectionCase @case) => @case switch
    {
        { EndedBy: InspectionWithdrawn } => InspectionPhase.Withdrawn,
        { EndedBy: not null } => InspectionPhase.Deferred,
        { Paused: not null } => InspectionPhase.Paused,
        { IsComplete: true } => InspectionPhase.Complete,
        _ => @case.Rows.Where(row => @case.Met.ContainsKey(row.Key)).Max(row => row.Begins) ?? InspectionPhase.Planned,
    };

    /// <summary>Whether nothing more is owed in this phase.</summary>
    public static bool HasEnded(InspectionPhase phase) => phase is InspectionPhase.Complete or InspectionPhase.Deferred or InspectionPhase.Withdrawn;
}
