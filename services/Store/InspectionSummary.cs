using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>Makes an inspection's row of the list from the inspection.</summary>
internal static class InspectionSummary
{
    /// <summary>The columns that are the engine's own and do not follow from the events.</summary>
    public static readonly string[] EngineColumns =
        [nameof(InspectionRow.WakeAt), nameof(InspectionRow.LastAdvanced), nameof(InspectionRow.LastError), nameof(InspectionRow.Attempts)];

    public static InspectionRow Of(LoadedInspection inspection)
    {
        var (@case, plan) = (inspection.Case, inspection.Plan);
        var phase = Phases.Of(@case);
        var next = Phases.HasEnded(phase) ? null : inspection.Inspection.Next();
        return new InspectionRow
        {
            Id = inspection.Id,
            Area = @case.Area,
            Kind = @case.Type.Key,
            Edition = @case.Edition.Id,
            PlannedAt = @case.Events[0].RecordedAt,
            NotificationDay = plan.NotificationDay,
            OnSiteStarts = plan.Marking(@case.Type.PlannedFor)?.DueDate ?? @case.PlannedOnSite,
            Calendar = @case.Calendar,
            Phase = phase,
            NextStep = next?.Key,
            NextDue = next?.DueDate,
            NextCertainty = next?.Certainty,
            Ended = Phases.HasEnded(phase),
            HeadSeq = inspection.Version,
            HeadHash = inspection.HeadHash,
        };
    }
}
