using AreaSend.Core.Inspections;

namespace AreaSend.Core.Timetables;

/// <summary>The dates that a fact moved.</summary>
public static class MovedDates
{
    /// <summary>Empty for facts that move none.</summary>
    public static IReadOnlyList<MovedDate> Of(Fact fact) => fact switch
    {
        InspectionResumed resumed => resumed.Moved,
        DeadlineOverridden overridden => overridden.Moved,
        CalendarChanged changed => changed.Moved,
        PublicationHeld held => held.Moved,
        PublicationHoldLifted lifted => lifted.Moved,
        FactCorrected corrected => corrected.Moved,
        _ => [],
    };

    /// <summary>
    /// Those that concern a role: the forum has been told of the weeks and of the report, a principal authority of its plan; leaders, their officer and the
    /// lead inspector have to know all. Once the report is published, all who were sent it know what it asks for, so a correction tells them of that too.
    /// </summary>
    public static IEnumerable<MovedDate> Of(Fact fact, RecipientRole to, InspectionCase @case) => Of(fact).Where(moved => to switch
    {
        RecipientRole.Pcf => Tells(@case, moved.Step, Audience.Forum) || IsPublic(fact, moved.Step, @case),
        RecipientRole.PrincipalAuthority => Tells(@case, moved.Step, Audience.PrincipalAuthority) || IsPublic(fact, moved.Step, @case),
        _ => true,
    });

    private static bool Tells(InspectionCase @case, string step, Audience whom) => @case.Rows.Any(row => row.Key == step && row.Tells.HasFlag(whom));

    // What gives the outcome away until publication is what the published report says; the day of an inspection that comes later is a step of another kind.
    private static bool IsPublic(Fact fact, string step, InspectionCase @case) =>
        fact is FactCorrected
        && @case.HasHappened(Anchor.Published)
        && @case.Edition.Types.SelectMany(type => type.Steps).Any(row => row.Key == step && (row.Discloses || row.UntilPublished is not null));
}
