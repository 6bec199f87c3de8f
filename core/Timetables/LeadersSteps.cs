using AreaSend.Core.Inspections;

namespace AreaSend.Core.Timetables;

/// <summary>The steps of an inspection that a leader or the Parent Carer Forum may follow.</summary>
public static class LeadersSteps
{
    /// <summary>
    /// Nothing before the notification. The forum sees the dates that are told to it; leaders see all, and what hangs on the outcome once the final report is
    /// theirs (¶ 137).
    /// </summary>
    /// <param name="case">The inspection.</param>
    /// <param name="plan">Its timetable.</param>
    /// <param name="reader">One of <see cref="RecipientRoles.Leaders"/>; nobody else sees any here.</param>
    public static IEnumerable<PlannedStep> Of(InspectionCase @case, Timetable plan, RecipientRole reader) =>
        @case.Notification is null || !RecipientRoles.Leaders.Contains(reader) ? [] : plan.Steps.Where(step => IsShown(@case, step.Definition, reader));

    private static bool IsShown(InspectionCase @case, StepDefinition step, RecipientRole reader) =>
        reader == RecipientRole.Pcf ? step.Tells.HasFlag(Audience.Forum)
        : @case.HasHappened(Anchor.FinalShared) || !(step.Discloses || step.OnlyForOutcomes.Count > 0 || step.UntilPublished is not null);
}
