namespace AreaSend.Core.Timetables;

/// <summary>How far an inspection has come, in words.</summary>
public static class PhaseWords
{
    /// <summary><c>On site</c>, <c>Draft shared</c>.</summary>
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

    /// <summary>The same, in the words of a kind of inspection; a report's where that is not known.</summary>
    public static string Show(InspectionPhase phase, InspectionType? type) =>
        type is { IsInspection: false } && phase == InspectionPhase.Notified ? "Self-evaluation asked for" : type?.Product.Say(Show(phase)) ?? Show(phase);
}
