using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Services.Store;

namespace AreaSend.Services.Tests.Engine;

/// <summary>What a list of instances and the engine's page say of an inspection.</summary>
public class CustomStatusTests
{
    [Theory]
    [InlineData(InspectionPhase.Planned, Steps.NotifyDcs, "2025-09-08", Certainty.Fixed, "Planned", "Director of children's services notified", "Monday 8 September 2025, 9am", "fixed", "a clock time, in summer")]
    [InlineData(InspectionPhase.Notified, Steps.TrackedChildren, "2026-01-06", Certainty.Fixed, "Notified", "About 6 children and young people selected for tracking", "Tuesday 6 January 2026, 5pm", "fixed", "a clock time, in winter")]
    [InlineData(InspectionPhase.Fieldwork, Steps.OnSite, "2025-09-22", Certainty.Fixed, "Fieldwork", "Inspectors come on site", "Monday 22 September 2025", "fixed", "the deadline ends with its day")]
    [InlineData(InspectionPhase.DraftShared, Steps.FinalReport, "2025-11-06", Certainty.Forecast, "Draft shared", "Final report and responses shared", "Thursday 6 November 2025", "forecast", "it hangs on what has not happened")]
    [InlineData(InspectionPhase.OnSite, "7d3f", "2025-09-24", Certainty.Fixed, "On site", "Further information that was asked for", "Wednesday 24 September 2025", "fixed", "its title was typed, and may name somebody")]
    [InlineData(InspectionPhase.Complete, null, null, null, "Complete", null, null, null, "nothing is owed any more")]
    public void Status_OfASummary_IsInTheHandbooksWords(
        InspectionPhase phase, string? step, string? due, Certainty? certainty, string phaseWords, string? title, string? when, string? sure, string because)
    {
        var row = new InspectionRow
        {
            Id = Guid.Empty, Area = "888", Kind = InspectionKind.Full, Edition = AreaSend2024.Edition.Id, PlannedAt = default, NotificationDay = default, OnSiteStarts = default,
            Calendar = "", Phase = phase, Ended = false, HeadSeq = 1, HeadHash = "",
            NextStep = step, NextDue = due is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(due).Value, NextCertainty = certainty,
        };

        var status = CustomStatus.Of(row, Editions.Shipped);

        Assert.True(new CustomStatus(phaseWords, title, when, sure) == status, $"{because}: {status}");
    }
}
